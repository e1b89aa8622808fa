package html

import (
	"crypto/sha256"
	_ "embed" // for style
	"encoding/base64"
	"fmt"
	"strings"

	"gevinst/report/chapter"
)

//go:embed style.css
var style string

// policy allows exactly these style sheets and nothing else: no script, no
// image, no font, no frame, no form, no connection.
func policy(styles []string) string {
	hashes := make([]string, 0, len(styles))
	for _, s := range styles {
		sum := sha256.Sum256([]byte(s))
		hashes = append(hashes, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
	}
	return "default-src 'none'; style-src " + strings.Join(hashes, " ") + "; base-uri 'none'; form-action 'none'"
}

// pageBoxes is the running head, draft mark and running foot of the printed
// page. The chapter's {page} and {pages} become the printer's counters.
func pageBoxes(c *chapter.Chapter) string {
	foot := strings.NewReplacer("{page}", `" counter(page) "`, "{pages}", `" counter(pages) "`)
	return fmt.Sprintf("\n@page { @top-left { content: %s } @top-right { content: %s } @bottom-left { content: %s } @bottom-right { content: \"%s\" } }\n",
		quote(c.Header), quote(c.Draft), quote(c.ID), foot.Replace(cssEscape(c.Footer)))
}

func quote(s string) string { return `"` + cssEscape(s) + `"` }

// cssEscape makes text safe inside a CSS string inside a style element: every
// rune that is not a letter, a digit or one of a few harmless signs is written
// as its number. Braces stay, for the counters; they mean nothing in a string.
func cssEscape(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(" .,-:{}", r) {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, "\\%X ", r) // the space ends the number and is not shown
	}
	return b.String()
}
