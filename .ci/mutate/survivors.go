package main

import (
	_ "embed"
	"fmt"
	"maps"
	"path"
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
	key := c.key()
	if r := l[key]; r != nil {
		r.met = true
		return "survives " + c.file + ":" + c.place + ": " + c.what + ": " + r.words
	}
	return "NEW survives " + c.file + ":" + c.place + "\n" + key
}

// key is a break in the form of the list.
func (c change) key() string { return c.file + "\t" + c.what + "\t" + c.line }

// equivalent tells whether a break changes nothing that anybody can see.
func (l list) equivalent(c change) bool {
	r := l[c.key()]
	return r != nil && strings.HasPrefix(r.words, "equivalent")
}

// unmet names what is on the list of a room and survived no longer.
func (l list) unmet(room string) {
	for _, key := range slices.Sorted(maps.Keys(l)) {
		file, _, _ := strings.Cut(key, "\t")
		if !l[key].met && path.Dir(file) == room {
			fmt.Println("no longer survives:\t" + key)
		}
	}
}
