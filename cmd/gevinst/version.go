package main

import "runtime/debug"

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
