package pdf

import (
	"cmp"
	"crypto/md5"
	"slices"

	"gevinst/report/pdf/object"
)

// Attachment is a file inside the file (ISO 19005-3, 6.8).
type Attachment struct {
	Name     string // file name, without folders
	Type     string // media type
	Relation string // "Source" for what the document was made of, "Data" for its figures
	About    string // one line in the document's language
	Data     []byte
}

// attach adds the attachments to the catalog: as associated files, and by name
// for viewers that list them.
func (f *finisher) attach(root object.Dict, all []Attachment) {
	if len(all) == 0 {
		return
	}
	all = slices.SortedFunc(slices.Values(all), func(a, b Attachment) int { return cmp.Compare(a.Name, b.Name) })
	var names, files object.Array
	for _, a := range all {
		file := f.Add(f.fileSpec(a))
		names = append(names, object.Words(a.Name), file)
		files = append(files, file)
	}
	root["AF"] = files
	root["Names"] = object.Dict{"EmbeddedFiles": object.Dict{"Names": names}}
}

// fileSpec is the file specification (7.11.3). Its checksum is MD5 because the
// format says so (7.11.4); nothing is proven by it.
func (f *finisher) fileSpec(a Attachment) object.Dict {
	sum := md5.Sum(a.Data)
	date := object.String("D:" + dated(f.c).Format("20060102150405") + "Z")
	stream := f.Add(&object.Stream{Data: a.Data, Dict: object.Dict{
		"Type": object.Name("EmbeddedFile"), "Subtype": object.Name(a.Type),
		"Params": object.Dict{"Size": object.Int(len(a.Data)), "ModDate": date, "CheckSum": object.String(sum[:])},
	}})
	return object.Dict{"Type": object.Name("Filespec"), "F": object.Words(a.Name), "UF": object.Words(a.Name),
		"Desc": object.Words(a.About), "AFRelationship": object.Name(a.Relation), "EF": object.Dict{"F": stream, "UF": stream}}
}
