package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/profile"
	"gevinst/templates"
)

// key is the part of every key that is the same for a whole run: the program, the
// requirement sets, the profile, the options.
func (s Settings) key(p *report.Profile) (string, error) {
	sets, err := knownSets()
	if err != nil {
		return "", err
	}
	s.Profile = nil
	if p != nil {
		s.Profile = []byte(p.Hash) // whatever its layout
	}
	data, err := json.Marshal([]any{ManifestFormat, s, sets})
	return keyOf(string(data)), err
}

// errProfile says that the profile cannot be read; whoever gives it has looked.
var errProfile = errors.New("the profile cannot be read")

func (s Settings) profile() (*report.Profile, error) {
	if s.Profile == nil {
		return nil, nil
	}
	sets, err := templates.Sets()
	if err != nil {
		return nil, err
	}
	p, slips := profile.Parse(s.Profile, sets[0])
	if len(slips) > 0 {
		return nil, errProfile
	}
	return p, nil
}

// keyOf is a key over parts, each of which is told from the next.
func keyOf(parts ...string) string {
	sum := sha256.New()
	for _, p := range parts {
		one := sha256.Sum256([]byte(p))
		sum.Write(one[:])
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func knownSets() ([]Set, error) {
	specs, err := templates.Sets()
	if err != nil {
		return nil, err
	}
	var all []Set
	for _, s := range specs {
		all = append(all, Set{s.Set, s.Version, s.Hash})
	}
	return all, nil
}

func (s Settings) status() batch.Status {
	if s.Final {
		return batch.Final
	}
	return batch.Draft
}

func (s Settings) options() Options {
	o := Options{Status: s.status(), Embed: s.Embed, Language: filled(s.Lang)}
	if s.Dated.Year != 0 {
		day := s.Dated.String()
		o.Dated = &day
	}
	return o
}
