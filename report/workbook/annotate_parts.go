package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

	"gevinst/report/workbook/cells"
)

// archiveOf is an archive of some entries of another, packed as they are.
func archiveOf(entries []*zip.File) (*bytes.Buffer, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range entries {
		if err := z.Copy(f); err != nil {
			return nil, err
		}
	}
	return &b, z.Close()
}

// join writes an archive with what was changed and the rest of the original, packed as it
// is. An entry that stands among the changed under its own name gives way, and so does the
// part that is named: it would be about another sheet.
func join(w io.Writer, changed []byte, rest []*zip.File, without string) error {
	in, err := zip.NewReader(bytes.NewReader(changed), int64(len(changed)))
	if err != nil {
		return err
	}
	z, taken := zip.NewWriter(w), map[string]bool{cells.FoldPart(without): true}
	for _, f := range append(in.File, rest...) {
		name := cells.FoldPart(f.Name)
		if taken[name] || f.Mode().IsDir() {
			continue // a folder is no part
		}
		taken[name] = true
		if err := copyPacked(z, f); err != nil {
			return err
		}
	}
	return z.Close()
}

// copyPacked copies an entry as it is but for the slashes that some programs write the
// wrong way round: the names of the changed have them right.
func copyPacked(z *zip.Writer, f *zip.File) error {
	packed, err := f.OpenRaw()
	if err != nil {
		return err
	}
	head := f.FileHeader
	head.Name = strings.ReplaceAll(f.Name, `\`, "/")
	out, err := z.CreateRaw(&head)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, packed)
	return err
}
