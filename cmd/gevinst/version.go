package main

import (
	"runtime/debug"

	"gevinst/report/audit/evidence"
)

func versionCommand() command {
	return command{name: "version", flags: []option{langOption()}, run: func(c *call) int {
		if len(c.args) > 0 {
			return c.misuse("version", slip("slip.none"))
		}
		c.line("gevinst " + version())
		return done
	}}
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
