package main

import (
	"errors"
	"io/fs"
	"os"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/profile"
	"gevinst/report/workbook"
	"gevinst/templates"
)

func profileOption() option { return option{name: "profile", takes: "json"} }

// profile reads the ministry's profile that --profile names; nil where it names
// none. Where that cannot be done it says why, and the code is not done.
func (c *call) profile() (*report.Profile, int) {
	path := c.value("profile")
	if path == "" {
		return nil, done
	}
	data, code := c.profileFile(path)
	if code != done {
		return nil, code
	}
	return c.soundProfile(path, data)
}

// soundProfile parses a profile that must be without slips, and tells each.
func (c *call) soundProfile(path string, data []byte) (*report.Profile, int) {
	p, slips, code := c.parseProfile(data)
	if code != done || len(slips) == 0 {
		return p, code
	}
	for _, s := range slips {
		c.warn(c.slipLine(path, s))
	}
	c.note("profile.bad", word("file", path), count("n", len(slips)))
	return nil, unreadable
}

// profileFile reads what may be a profile.
func (c *call) profileFile(path string) ([]byte, int) {
	if path == "-" {
		return nil, c.misuse(c.name, slip("slip.stdin"))
	}
	info, err := os.Stat(path) // before it is opened: a pipe would wait for its writer
	switch {
	case err != nil:
		return nil, c.refuse(path, err)
	case info.IsDir():
		return nil, c.refuse(path, batch.ErrFolder)
	case !info.Mode().IsRegular():
		return nil, c.refuse(path, batch.ErrDevice)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, c.refuse(path, err)
	}
	if workbook.Document(data) {
		c.note("profile.foreign", word("file", path))
		return nil, unreadable
	}
	return data, done
}

// parseProfile is the profile, or what is wrong in it.
func (c *call) parseProfile(data []byte) (*report.Profile, []profile.Slip, int) {
	sets, err := templates.Sets()
	if err != nil {
		return nil, nil, c.broken(err)
	}
	p, slips := profile.Parse(data, sets[0])
	return p, slips, done
}

// judging is what a check is held against: last year's workbook, the ministry's
// profile, and whether the section will be issued.
func (c *call) judging() (check.Options, int) {
	o, code := c.previous(check.Options{Final: c.on("final")})
	if code == done {
		o.Profile, code = c.profile()
	}
	return o, code
}

// slipLine is the one line of a slip, the same on every run.
func (p *console) slipLine(file string, s profile.Slip) string {
	at := ""
	if s.Path != "" {
		at = " " + s.Path + ":"
	}
	key := "profile.slip." + s.Key
	return file + ":" + p.number(s.Line) + ":" + at + " " + p.Say(key, s.Args...) + " " + p.Say(key+".remedy", s.Args...)
}

func profileCommand() command {
	return command{name: "profile", run: runProfile, verbs: []string{"init", "check"}, takes: profiles, flags: []option{
		{name: "output", short: "o", takes: "json"},
		langOption(),
	}}
}

// runProfile writes a profile to begin from, or checks one.
func runProfile(c *call) int {
	out := c.value("output")
	switch {
	case len(c.args) == 1 && c.args[0] == "init":
		return c.startProfile(out)
	case len(c.args) == 2 && c.args[0] == "check" && out == "":
		return c.checkProfile(c.args[1])
	default:
		return c.misuse("profile", slip("slip.profile.verb"))
	}
}

// startProfile writes the annotated example, to a new file or to be piped.
func (c *call) startProfile(path string) int {
	example, err := templates.Profile(c.Lang())
	if err != nil {
		return c.broken(err)
	}
	if path == "" {
		c.lines(string(example))
		return done
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return c.misuse("profile", slip("slip.exists", word("value", path)))
	}
	if err != nil {
		return c.unwritten(err)
	}
	_, err = file.Write(example)
	if err = errors.Join(err, file.Close()); err != nil {
		return c.unwritten(err)
	}
	c.line(path)
	return done
}

// checkProfile lists every slip in a profile, or says what it asks of whom.
func (c *call) checkProfile(path string) int {
	data, code := c.profileFile(path)
	if code != done {
		return code
	}
	p, slips, code := c.parseProfile(data)
	if code != done {
		return code
	}
	for _, s := range slips {
		c.line(c.slipLine(path, s))
	}
	if len(slips) > 0 {
		c.say("profile.slips", word("file", path), count("n", len(slips)))
		return blocked
	}
	c.summary(p)
	c.say("profile.good", word("file", path))
	return done
}
