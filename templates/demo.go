package templates

import (
	"path"

	"gevinst/report"
)

// demoDir is the folder of a set that holds its example agency. It is no part
// of the set: the example may be bettered after the set is frozen.
const demoDir = "demo"

// Demo is the example agency of a requirement set, filled in with prose in lang
// and with the same figures in every language. An error means that the set has
// no such example.
func Demo(set string, lang report.Lang) (report.Filling, error) {
	filling := report.Filling{}
	err := decode(path.Join(set, demoDir, string(lang)+".json"), &filling)
	return filling, err
}
