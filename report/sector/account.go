package sector

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"gevinst/report/batch/intake"
)

// account is what one folder of a batch tells: by what it was made, and how it
// went with each agency.
type account struct {
	folder   string
	manifest intake.Manifest
	status   intake.Status
}

func (a *account) statusPath() string   { return filepath.Join(a.folder, intake.StatusName) }
func (a *account) manifestPath() string { return filepath.Join(a.folder, intake.ManifestName) }

// mostShards is how many parts a batch may be divided in.
const mostShards = 1_000_000

// readAccount reads the two files that a batch tells in, which must agree.
func readAccount(folder string) (*account, error) {
	a := &account{folder: folder}
	for _, p := range []struct {
		path, wanted string
		into         any
		found        *string
	}{{a.statusPath(), intake.StatusFormat, &a.status, &a.status.Format}, {a.manifestPath(), intake.ManifestFormat, &a.manifest, &a.manifest.Format}} {
		if err := a.part(p.path, p.into); err != nil {
			return nil, err
		}
		if *p.found != p.wanted {
			return nil, refuse(Unknown, arg("file", p.path), quoted("found", *p.found), arg("wanted", p.wanted))
		}
	}
	if s := a.manifest.Shard; s.Index < 1 || s.Of < s.Index || s.Of > mostShards {
		return nil, refuse(BadStatus, arg("file", a.manifestPath()), arg("detail", "shard"))
	}
	if !a.agrees() {
		return nil, refuse(Disagree, arg("file", a.statusPath()), arg("other", a.manifestPath()))
	}
	return a, nil
}

// part reads one of the files, strictly.
func (a *account) part(path string, into any) error {
	err := open(path, func(in io.Reader) error {
		dec := json.NewDecoder(in)
		if err := strictly(dec, filepath.Base(path), into); err != nil {
			return err
		}
		if _, err := dec.Token(); !errors.Is(err, io.EOF) {
			return errors.New("something follows the value")
		}
		return nil
	})
	var known *Refusal
	switch {
	case errors.Is(err, os.ErrNotExist):
		return refuse(NoStatus, arg("file", a.folder), arg("found", filepath.Base(path)))
	case errors.As(err, &known) && known.Reason == Broken:
		known.Reason = BadStatus
	case errors.As(err, &known) && known.Reason == Incomplete:
		return refuse(BadStatus, arg("file", path), quoted("detail", fmt.Sprint(known.Args[len(known.Args)-1].Value)))
	}
	return err
}

// agrees tells whether status and manifest speak of the same rows.
func (a *account) agrees() bool {
	return a.status.Shard == a.manifest.Shard && slices.EqualFunc(a.status.Rows, a.manifest.Rows, func(l intake.Line, e intake.Entry) bool {
		file := ""
		if e.Input != nil {
			file = e.Input.File
		}
		return l.State == e.State && reflect.DeepEqual(l.OrgNr, e.OrgNr) && reflect.DeepEqual(l.Year, e.Year) && str(l.File) == file &&
			slices.EqualFunc(l.Outputs, e.Outputs, func(name string, m intake.Made) bool { return name == m.File })
	})
}

// years lists the years that the rows name.
func (a *account) years() []int {
	var years []int
	for _, row := range a.status.Rows {
		if row.Year != nil && !slices.Contains(years, *row.Year) {
			years = append(years, *row.Year)
		}
	}
	return years
}

// hold sees that the reports in the folder are those that the batch has written, and
// notes what each must be.
func (a *account) hold(found []entry) error {
	wanted := map[string]string{} // SHA-256 by path
	for i, row := range a.manifest.Rows {
		if row.State != intake.Submitted {
			continue
		}
		for _, m := range row.Outputs {
			if namePattern.MatchString(m.File) {
				wanted[filepath.Join(a.folder, m.File)] = m.SHA256
			}
		}
		if len(row.Outputs) == 0 || a.manifest.Rows[i].OrgNr == nil || row.Year == nil {
			return refuse(BadStatus, arg("file", a.manifestPath()), arg("detail", "rows, "+string(row.State)))
		}
	}
	for i := range found {
		e := &found[i]
		if filepath.Dir(e.path) != a.folder {
			continue
		}
		sum, ok := wanted[e.path]
		if !ok {
			return refuse(Unlisted, arg("file", e.path), arg("other", a.statusPath()))
		}
		e.sum, e.teller = sum, a.manifestPath()
	}
	return a.lost(wanted, found)
}

// lost finds the first report that the batch names and that is not there.
func (a *account) lost(wanted map[string]string, found []entry) error {
	for _, e := range found {
		delete(wanted, e.path)
	}
	first := ""
	for path := range wanted {
		if first == "" || path < first {
			first = path
		}
	}
	if first != "" {
		return refuse(Lost, arg("file", a.statusPath()), arg("found", filepath.Base(first)))
	}
	return nil
}
