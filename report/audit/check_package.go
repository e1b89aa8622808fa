package audit

import (
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/audit/evidence"
)

// checkPackage compares every file with the hash that the manifest has for it, and
// the manifest with what the figures say of themselves.
func checkPackage(x *examination) {
	if x.statement == nil {
		x.withoutManifest()
		return
	}
	for _, s := range x.statement.Subject {
		x.compared(1)
		content, there := x.subject(s.Name)
		switch found := sum(content); {
		case !there:
			x.except(Exception{Kind: "file.missing", File: s.Name, Reported: s.Digest.SHA256})
		case found != s.Digest.SHA256:
			x.except(Exception{Kind: "file.changed", File: s.Name, Reported: s.Digest.SHA256, Found: found})
		}
	}
	for _, end := range []string{pdfFile, htmlFile, jsonFile} {
		if x.files[end] != nil && !x.names(end) {
			x.except(Exception{Kind: "file.unnamed", File: x.base + end})
		}
	}
	if x.figures != nil {
		x.contradictions()
	}
}

// withoutManifest says that hashes were not compared: to know where the PDF lies
// alone, a flaw where other files of the report lie beside it.
func (x *examination) withoutManifest() {
	if _, there := x.files[manifestFile]; there {
		return // it cannot be read, which gather has told
	}
	e := Exception{Kind: "manifest.missing", Severity: report.Info}
	if x.files[jsonFile] != nil || x.files[htmlFile] != nil || x.files[signatureFile] != nil {
		e.Kind, e.Severity = "manifest.lacking", report.Warning
	}
	e.File = x.base + manifestFile
	x.except(e)
}

// subject is the content of a file that the manifest names. The report may have
// another name by now; the end of the name says which file is meant.
func (x *examination) subject(name string) ([]byte, bool) {
	for _, end := range []string{pdfFile, htmlFile, jsonFile} {
		if strings.HasSuffix(name, end) {
			content := x.files[end]
			return content, content != nil
		}
	}
	return nil, false
}

func (x *examination) names(end string) bool { return x.statedHash(end) != "" }

// statedHash is the hash that the manifest has for the file with an end, "" for none.
func (x *examination) statedHash(end string) string {
	for _, s := range x.statement.Subject {
		if strings.HasSuffix(s.Name, end) {
			return s.Digest.SHA256
		}
	}
	return ""
}

// contradictions compares what the manifest says with what the figures say.
func (x *examination) contradictions() {
	p, f := x.statement.Predicate, x.figures
	for _, c := range []struct{ key, manifest, figures string }{
		{"tool.version", p.Tool.Version, f.Tool.Version},
		{"requirement_set.set", p.Set.Set, f.Set.Set},
		{"requirement_set.version", p.Set.Version, f.Set.Version},
		{"requirement_set.sha256", p.Set.SHA256, f.Set.SHA256},
		{"parameters.language", p.Parameters.Language, string(f.Language)},
		{"parameters.status", p.Parameters.Status, string(f.Status)},
		{"workbook.file", p.Workbook.File, f.Source.File},
		{"workbook.sha256", p.Workbook.SHA256, f.Source.SHA256},
		{"workbook.data_sha256", p.Workbook.Data, f.Source.Data},
		{"profile", named(p.Profile), named(f.Profile)},
	} {
		x.compared(1)
		if c.manifest != c.figures {
			x.except(Exception{Kind: "manifest.contradicted", File: x.base + manifestFile, Place: Place{Key: c.key}, Reported: c.manifest, Found: c.figures})
		}
	}
	if inside := x.pdf != nil && len(x.pdf.Attached) > 0; x.pdf != nil && inside != p.Parameters.Embedded {
		x.except(Exception{Kind: "manifest.contradicted", File: x.base + manifestFile, Place: Place{Key: "parameters.embedded"},
			Reported: strconv.FormatBool(p.Parameters.Embedded), Found: strconv.FormatBool(inside)})
	}
}

// named is a profile in one line, "" where there is none.
func named(p *evidence.Profile) string {
	if p == nil {
		return ""
	}
	return p.Ministry + " " + p.SHA256
}

// checkSignature verifies the signature of the manifest, against the key that is
// named where one is.
func checkSignature(x *examination) {
	signature, signed := x.files[signatureFile]
	name := x.base + signatureFile
	if !signed {
		if x.request.Key != nil {
			x.except(Exception{Kind: "signature.missing", File: name})
		}
		return
	}
	x.compared(1)
	by, err := evidence.Verify(signature, x.files[manifestFile])
	if err == nil {
		x.signer = evidence.Fingerprint(by)
	}
	switch {
	case err == evidence.ErrForeign:
		x.except(Exception{Kind: "signature.foreign", File: name})
	case err != nil:
		x.except(Exception{Kind: "signature.forged", File: name})
	case x.request.Key == nil:
		x.except(Exception{Kind: "signature.unvouched", Severity: report.Info, File: name, Found: evidence.Fingerprint(by)})
	case !by.Equal(x.request.Key):
		x.except(Exception{Kind: "signature.other", File: name, Reported: evidence.Fingerprint(by), Found: evidence.Fingerprint(x.request.Key)})
	}
}
