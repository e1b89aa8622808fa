package main

import (
	"os"
	"path/filepath"
	"strings"
)

// spread puts the files that a pattern names in its place, "*.xlsx", since the
// shells of Windows leave that to the program. What exists under the very name is
// no pattern, and one that nothing matches stays, to be told as a missing file.
func spread(args []string) []string {
	var all []string
	for _, arg := range args {
		if found := matches(arg); len(found) > 0 {
			all = append(all, found...)
		} else {
			all = append(all, arg)
		}
	}
	return all
}

// matches lists what a pattern names, but for the lock files that Excel keeps
// beside a workbook that is open.
func matches(pattern string) []string {
	if !strings.ContainsAny(pattern, "*?") {
		return nil
	}
	if _, err := os.Lstat(pattern); err == nil {
		return nil
	}
	found, err := filepath.Glob(pattern)
	if err != nil {
		return nil
	}
	var kept []string
	for _, path := range found {
		if !strings.HasPrefix(filepath.Base(path), "~$") {
			kept = append(kept, path)
		}
	}
	return kept
}
