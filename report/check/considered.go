package check

import (
	"strings"

	"gevinst/report"
)

// fewWords is how many words explain something: "ikke aktuelt for oss" does not.
const fewWords = 5

// notConsidered: T-003, digitalisation was given no particular consideration, which the
// common requirement asks for, or what stands beside is even too short to say why.
func notConsidered(c *Case) {
	for i := range c.Sub.Measures {
		m := &c.Sub.Measures[i]
		if !m.DigitalSeen.OK() || m.DigitalSeen.Value || !explained(m.DigitalText) {
			continue // what is missing is found where the form is read
		}
		if len(strings.Fields(m.DigitalText.Value)) >= fewWords {
			c.find("T-003", "no", report.Warning, m.DigitalSeen.At, c.label("tiltak", "digital_saerlig_vurdert"), arg("tiltak", m.ID.Value))
		} else {
			found := c.find("T-003", "vague", report.Warning, m.DigitalText.At, c.label("tiltak", "digital_vurdering"), arg("tiltak", m.ID.Value), arg("funnet", shorten(m.DigitalText.Value)))
			found.Related = []report.Place{c.Sub.Place(m.DigitalSeen.At)}
		}
	}
}
