package cells

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"path"
	"strings"
)

// archive is the zip file with the limits that hold for it.
type archive struct {
	ctx    context.Context
	limits Limits
	files  []*zip.File          // as they stand
	parts  map[string]*zip.File // by folded name
	left   int64                // inflated bytes still allowed
}

func openArchive(ctx context.Context, r io.ReaderAt, size int64, limits Limits) (*archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, &Refusal{Cause: NotZip, Detail: err.Error()}
	}
	if len(z.File) > limits.Parts {
		return nil, &Refusal{Cause: TooLarge, Detail: "too many parts"}
	}
	a := &archive{ctx: ctx, limits: limits, files: z.File, parts: make(map[string]*zip.File, len(z.File)), left: limits.AllBytes}
	var packed uint64
	for _, f := range z.File {
		name := FoldPart(f.Name)
		if _, twice := a.parts[name]; twice {
			return nil, &Refusal{Cause: Duplicate, Part: f.Name, Detail: "two entries under one name"}
		}
		if f.Flags&1 != 0 {
			return nil, &Refusal{Cause: Encrypted, Part: f.Name, Detail: "encrypted entry"}
		}
		a.parts[name] = f
		packed += f.CompressedSize64
		if packed > uint64(size) { // entries that share their bytes: only a bomb does
			return nil, &Refusal{Cause: TooLarge, Part: f.Name, Detail: "entries overlap"}
		}
	}
	return a, nil
}

// FoldPart is a part's name as OPC compares it: without letter case, and with the
// slashes that some programs write the wrong way round.
func FoldPart(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

func (a *archive) has(name string) bool { return a.parts[FoldPart(name)] != nil }

// open inflates a part within the limits.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.parts[FoldPart(name)]
	if f == nil {
		return nil, &Refusal{Cause: Damaged, Part: name, Detail: "the part is missing", Flaw: Gone}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &Refusal{Cause: Damaged, Part: name, Detail: err.Error(), Flaw: Garbled}
	}
	most := min(a.limits.PartBytes, max(1<<20, int64(min(f.CompressedSize64, 1<<40))*a.limits.Ratio))
	return &part{archive: a, name: name, from: r, left: most}, nil
}

// part is an inflating reader that stops at the limits and when the caller does.
type part struct {
	archive *archive
	name    string
	from    io.ReadCloser
	left    int64
}

func (p *part) Read(b []byte) (int, error) {
	if err := p.archive.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := p.from.Read(b)
	p.left -= int64(n)
	p.archive.left -= int64(n)
	if p.left < 0 || p.archive.left < 0 {
		return 0, &Refusal{Cause: TooLarge, Part: p.name, Detail: "more bytes than the limit"}
	}
	if err != nil && err != io.EOF {
		return n, &Refusal{Cause: Damaged, Part: p.name, Detail: err.Error(), Flaw: Garbled}
	}
	return n, err
}

func (p *part) Close() error { return p.from.Close() }
