package cells

import (
	"archive/zip"
	"io"
	"path"
)

// The parts that every program looks for under these names, whatever the links say.
const (
	typesPart   = "[Content_Types].xml"
	stylesPart  = "xl/styles.xml"
	stringsPart = "xl/sharedStrings.xml"
)

// readCore learns which entries are the workbook's own, and reads through those that
// nobody reads otherwise, so that the limits hold for all of them.
func (b *Book) readCore(own links) error {
	dir, file := path.Split(b.main)
	read := []string{"_rels/.rels", b.main, dir + "_rels/" + file + ".rels", own.byType["styles"], own.byType["sharedStrings"]}
	b.core = map[string]bool{}
	for _, name := range read {
		b.core[FoldPart(name)] = true
	}
	for _, name := range []string{typesPart, stylesPart, stringsPart} {
		if b.archive.has(name) && !b.core[FoldPart(name)] {
			if err := b.archive.readThrough(name); err != nil {
				return err
			}
		}
		b.core[FoldPart(name)] = true
	}
	for _, s := range b.Sheets {
		b.core[FoldPart(s.part)] = true
	}
	return nil
}

func (a *archive) readThrough(name string) error {
	r, err := a.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	_, err = io.Copy(io.Discard, r)
	return err
}

// Entries divides the entries of the archive: the core, which whoever changes the workbook
// must read, holds its structure, sheets, words and styles, and is within the limits. The
// rest (pictures, say, or what nothing refers to) may unpack to any size, and need not be
// unpacked to be kept.
func (b *Book) Entries() (core, rest []*zip.File) {
	for _, f := range b.archive.files {
		if b.core[FoldPart(f.Name)] {
			core = append(core, f)
		} else {
			rest = append(rest, f)
		}
	}
	return core, rest
}
