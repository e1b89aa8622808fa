package main

import (
	"runtime"
	"runtime/debug"

	"gevinst/report/audit/evidence"
	"gevinst/templates"
)

func versionCommand() command {
	return command{name: "version", run: runVersion, flags: []option{
		{name: "format", takes: "format", values: []string{"text", "json"}},
		langOption(),
	}}
}

func runVersion(c *call) int {
	if len(c.args) > 0 {
		return c.misuse("version", slip("slip.none", word("value", c.args[0])))
	}
	if c.value("format") != "json" {
		return c.version()
	}
	sets, err := templates.Sets()
	if err != nil {
		return c.broken(err)
	}
	var known []map[string]any
	for _, s := range sets {
		known = append(known, map[string]any{"set": s.Set, "version": s.Version, "sha256": s.Hash, "applies_from": s.AppliesFrom, "confirmed": s.Confirmed})
	}
	return c.json(map[string]any{"format": "gevinst-version/1", "version": version(), "build": build(), "system": runtime.GOOS + "/" + runtime.GOARCH, "requirement_sets": known})
}

// version prints which version this is.
func (p *console) version() int {
	p.line("gevinst " + version())
	return done
}

// version is the version that the Go toolchain built, "(devel)" for a checkout.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// build is what the Go toolchain noted of the program's making, for the manifest.
func build() evidence.Build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return evidence.Build{}
	}
	b := evidence.Build{Go: info.GoVersion}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Revision = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}
