package main

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
)

//go:embed survivors
var survivors string

// list is the accepted survivors with the reason of each, and whether it was met.
type list map[string]*reason

type reason struct {
	words string
	met   bool
}

// accepted reads the list: file, break, line of source and reason, with tabs between.
func accepted() list {
	known := list{}
	for _, line := range strings.Split(strings.TrimSpace(survivors), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 4 {
			check(fmt.Errorf("survivors: not four columns: %q", line))
		}
		known[strings.Join(cells[:3], "\t")] = &reason{words: cells[3]}
	}
	return known
}

// told says of a survivor why it is accepted, or that it is new, in the form of the list.
func (l list) told(c change) string {
	key := c.file + "\t" + c.what + "\t" + c.line
	if r := l[key]; r != nil {
		r.met = true
		return "survives " + c.file + ":" + c.place + ": " + c.what + ": " + r.words
	}
	return "NEW survives " + c.file + ":" + c.place + "\n" + key
}

// unmet names what is on the list and survived no longer, of a room or of all.
func (l list) unmet(room string) {
	for _, key := range slices.Sorted(maps.Keys(l)) {
		if !l[key].met && strings.HasPrefix(key, room) {
			fmt.Println("no longer survives:\t" + key)
		}
	}
}
