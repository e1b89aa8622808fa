package check

import (
	"strings"

	"gevinst/report"
)

// fewWords is how many words explain something: "ikke aktuelt for oss" does not.
const fewWords = 5

// notConsidered: T-003, digitalisation was given no particular consideration, and what
// stands beside is too short to say why. The common requirement asks for it.
func notConsidered(c *Case) {
	for i := range c.Sub.Measures {
		m := &c.Sub.Measures[i]
		if m.DigitalSeen.OK() && !m.DigitalSeen.Value && explained(m.DigitalText) && len(strings.Fields(m.DigitalText.Value)) < fewWords {
			found := c.find("T-003", "vague", report.Warning, m.DigitalText.At, c.label("tiltak", "digital_vurdering"), arg("tiltak", m.ID.Value), arg("funnet", shorten(m.DigitalText.Value)))
			found.Related = []report.Place{c.Sub.Place(m.DigitalSeen.At)}
		}
	}
}
