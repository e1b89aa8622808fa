package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"gevinst/report"
	"gevinst/report/audit/evidence"
)

// withEvidence adds to the outputs of a report the manifest of them and, where
// there is a key, its signature. Each output is hashed as it is written, so the
// evidence comes last.
func withEvidence(e *Examined, o Issue, base string, outputs []Output) []Output {
	subject := make([]evidence.Subject, len(outputs))
	for i, out := range outputs {
		outputs[i].Write = func(w io.Writer) error {
			sum := sha256.New()
			err := out.Write(io.MultiWriter(w, sum))
			subject[i] = evidence.Subject{Name: filepath.Base(out.Path), Digest: evidence.Digest{SHA256: hex.EncodeToString(sum.Sum(nil))}}
			return err
		}
	}
	var manifest bytes.Buffer
	outputs = append(outputs, Output{base + evidence.ManifestSuffix, func(w io.Writer) error {
		manifest.Reset()
		return evidence.Write(io.MultiWriter(w, &manifest), evidence.New(subject, predicate(e, o)))
	}})
	if o.Key == nil {
		return outputs
	}
	return append(outputs, Output{base + evidence.ManifestSuffix + evidence.SignatureSuffix, func(w io.Writer) error {
		signature, err := evidence.Sign(o.Key, manifest.Bytes())
		if err == nil {
			_, err = w.Write(signature)
		}
		return err
	}})
}

// predicate is everything that decides the bytes of a report.
func predicate(e *Examined, o Issue) evidence.Predicate {
	spec := e.Outcome.Submission.Spec
	p := evidence.Predicate{
		Tool: evidence.Tool{Name: "gevinst", Version: o.Version, Build: o.Build},
		Set:  evidence.Set{Set: spec.Set, Version: spec.Version, SHA256: spec.Hash},
		Parameters: evidence.Parameters{Language: string(o.Voice.Lang()), Words: string(o.Words), Status: string(o.Status),
			Dated: dated(o.Dated), Embedded: o.Embed},
		Workbook: workbookOf(e.Outcome.Submission.Origin),
	}
	if o.Previous != nil {
		last := workbookOf(o.Previous.Submission.Origin)
		p.Previous = &last
	}
	p.Profile = profileOf(o.Profile)
	return p
}

// Remake makes the files of a section anew, in memory and by the end of their
// names, even where a finding blocks: an auditor wants to see what would come out.
func Remake(e *Examined, o Issue) (map[string][]byte, error) {
	outputs, err := outputsOf(e, o, "")
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, out := range outputs {
		var b bytes.Buffer
		if err := out.Write(&b); err != nil {
			return nil, err
		}
		files[out.Path] = b.Bytes()
	}
	return files, nil
}

func workbookOf(o report.Origin) evidence.Workbook {
	return evidence.Workbook{File: fileName(o.File), SHA256: o.SHA256, Data: o.Data}
}

func profileOf(p *report.Profile) *evidence.Profile {
	if p == nil {
		return nil
	}
	return &evidence.Profile{Ministry: p.Ministry, SHA256: p.Hash}
}

func dated(d report.Date) string {
	if d == (report.Date{}) {
		return ""
	}
	return d.String()
}

// dropStaleSignature removes a signature that an earlier run left beside the
// manifest and that does not belong to the one that stands there now. Where the
// same bytes were written again, the signature is still true and stays.
func dropStaleSignature(base string) error {
	signature, err := os.ReadFile(base + evidence.ManifestSuffix + evidence.SignatureSuffix)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	manifest, err := os.ReadFile(base + evidence.ManifestSuffix)
	if err != nil {
		return err
	}
	if _, err := evidence.Verify(signature, manifest); err == nil {
		return nil
	}
	return os.Remove(base + evidence.ManifestSuffix + evidence.SignatureSuffix)
}
