package pdf

import (
	"encoding/xml"
	"strings"
	"time"

	"gevinst/report/chapter"
	"gevinst/report/pdf/object"
)

const producer = "gevinst"

// about is what a file says of itself, in two places that must agree.
type about struct{ title, author, subject, keywords string }

func aboutOf(c *chapter.Chapter) about {
	return about{object.Sayable(title(c)), object.Sayable(c.Author), object.Sayable(c.Subject), object.Sayable(strings.Join(c.Keywords, ", "))}
}

// info is the information dictionary (14.3.3), equal to the metadata.
func info(c *chapter.Chapter) object.Dict {
	a := aboutOf(c)
	date := object.String("D:" + dated(c).Format("20060102150405") + "Z")
	d := object.Dict{"Producer": object.Words(producer), "CreationDate": date, "ModDate": date}
	for key, words := range map[object.Name]string{"Title": a.title, "Author": a.author, "Subject": a.subject, "Keywords": a.keywords} {
		if words != "" {
			d[key] = object.Words(words)
		}
	}
	return d
}

// dated is the date of the document: the chapter's, or a fixed one.
func dated(c *chapter.Chapter) time.Time {
	if c.Dated.Year == 0 {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(c.Dated.Year, time.Month(c.Dated.Month), c.Dated.Day, 0, 0, 0, 0, time.UTC)
}

// title is the document's title; a file must have one, so an empty chapter is
// called by what made it.
func title(c *chapter.Chapter) string {
	if c.Title == "" {
		return producer
	}
	return c.Title
}

// language is the chapter's language, or the tag of an unknown one.
func language(c *chapter.Chapter) string {
	if !c.Lang.Known() {
		return "und"
	}
	return c.Lang.Tag()
}

// xmp is the metadata as XML (ISO 16684-1): what the document is, and which
// standards it keeps. PDF/A asks that the schema of PDF/UA is described.
func xmp(c *chapter.Chapter, part string) []byte {
	a := aboutOf(c)
	date := dated(c).Format("2006-01-02T15:04:05Z")
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
		` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` + "\n" +
		"<pdfaid:part>" + part + "</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n" +
		"<dc:format>application/pdf</dc:format>\n")
	alternatives(&b, "dc:title", a.title)
	alternatives(&b, "dc:description", a.subject)
	if a.author != "" {
		b.WriteString("<dc:creator><rdf:Seq><rdf:li>" + escaped(a.author) + "</rdf:li></rdf:Seq></dc:creator>\n")
	}
	b.WriteString("<dc:language><rdf:Bag><rdf:li>" + escaped(language(c)) + "</rdf:li></rdf:Bag></dc:language>\n")
	if a.keywords != "" {
		b.WriteString("<pdf:Keywords>" + escaped(a.keywords) + "</pdf:Keywords>\n")
	}
	b.WriteString("<pdf:Producer>" + producer + "</pdf:Producer>\n<xmp:CreateDate>" + date + "</xmp:CreateDate><xmp:ModifyDate>" + date +
		"</xmp:ModifyDate><xmp:MetadataDate>" + date + "</xmp:MetadataDate>\n" + uaSchema +
		"</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n")
	return []byte(b.String())
}

const uaSchema = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>` +
	`<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">` +
	`<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
	`<pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>` +
	"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n"

func alternatives(b *strings.Builder, name, words string) {
	if words != "" {
		b.WriteString("<" + name + `><rdf:Alt><rdf:li xml:lang="x-default">` + escaped(words) + "</rdf:li></rdf:Alt></" + name + ">\n")
	}
}

// escaped makes text safe in XML.
func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}
