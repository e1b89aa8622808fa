package sector

import (
	"reflect"
	"slices"
	"strconv"

	"gevinst/report"
	"gevinst/report/batch/intake"
)

// together tells whether the batches of a year may be told as one: made by the
// same program, sets and profile as each other and the reports, and with no part
// left out.
func (r *Reports) together(accounts []*account, year int, p *report.Profile) error {
	if len(accounts) == 0 {
		return nil
	}
	first := accounts[0]
	for _, a := range accounts {
		if err := a.goesWith(first); err != nil {
			return err
		}
		if err := a.follows(p); err != nil {
			return err
		}
	}
	for _, e := range r.found {
		if e.year == year {
			if err := first.serves(e); err != nil {
				return err
			}
			break // the others are made like it
		}
	}
	return whole(accounts)
}

// goesWith tells whether two batches were made alike.
func (a *account) goesWith(b *account) error {
	switch {
	case a.manifest.Tool != b.manifest.Tool:
		return refuse(MixedTools, arg("file", a.manifestPath()), quoted("found", a.manifest.Tool.Version), arg("other", b.manifestPath()), quoted("wanted", b.manifest.Tool.Version))
	case !reflect.DeepEqual(a.manifest.Sets, b.manifest.Sets):
		return refuse(MixedSets, arg("file", a.manifestPath()), arg("found", setNames(a)), arg("other", b.manifestPath()), arg("wanted", setNames(b)))
	case a.manifest.Profile == nil && b.manifest.Profile == nil:
		return nil
	case a.manifest.Profile == nil || b.manifest.Profile == nil:
		without, with := a, b
		if a.manifest.Profile != nil {
			without, with = b, a
		}
		return refuse(NoProfile, arg("file", without.manifestPath()), arg("wanted", with.profileName()))
	case *a.manifest.Profile != *b.manifest.Profile:
		return refuse(Profiles, arg("file", a.manifestPath()), arg("found", a.profileName()), arg("wanted", b.profileName()))
	default:
		return nil
	}
}

func setNames(a *account) []string {
	var names []string
	for _, s := range a.manifest.Sets {
		names = append(names, s.Version)
	}
	return names
}

// follows tells whether a batch was made by the profile, where there is one.
func (a *account) follows(p *report.Profile) error {
	switch {
	case p == nil:
		return nil
	case a.manifest.Profile == nil:
		return refuse(NoProfile, arg("file", a.manifestPath()), arg("wanted", profileName(p.Ministry, p.Hash)))
	case a.manifest.Profile.SHA256 != p.Hash:
		return refuse(Profiles, arg("file", a.manifestPath()), arg("found", a.profileName()), arg("wanted", profileName(p.Ministry, p.Hash)))
	default:
		return nil
	}
}

func (a *account) profileName() string {
	return profileName(a.manifest.Profile.Ministry, a.manifest.Profile.SHA256)
}

// profileName tells one profile from another of the same ministry.
func profileName(ministry, hash string) string {
	return ministry + " (" + hash[:min(len(hash), idDigits)] + ")"
}

// serves tells whether a report was made as the batch was.
func (a *account) serves(e entry) error {
	switch {
	case a.manifest.Tool != e.tool:
		return refuse(MixedTools, arg("file", a.manifestPath()), quoted("found", a.manifest.Tool.Version), arg("other", e.path), quoted("wanted", e.tool.Version))
	case !slices.ContainsFunc(a.manifest.Sets, func(s intake.Set) bool { return s.SHA256 == e.set.SHA256 }):
		return refuse(MixedSets, arg("file", a.manifestPath()), arg("found", setNames(a)), arg("other", e.path), quoted("wanted", e.set.Version))
	default:
		return nil
	}
}

// mostNamed is how many parts a sentence names.
const mostNamed = 5

// whole tells whether every part of a batch that was divided is there.
func whole(accounts []*account) error {
	for _, a := range accounts {
		of := a.manifest.Shard.Of
		there := map[int]bool{}
		for _, b := range accounts {
			if a.sameRun(b) {
				there[b.manifest.Shard.Index] = true
			}
		}
		var gone []string
		for i := 1; i <= of && len(gone) < mostNamed; i++ {
			if !there[i] {
				gone = append(gone, strconv.Itoa(i)+"/"+strconv.Itoa(of))
			}
		}
		if len(gone) > 0 {
			return refuse(Shards, arg("file", a.statusPath()), arg("n", of), arg("found", gone))
		}
	}
	return nil
}
