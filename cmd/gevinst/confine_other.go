//go:build !linux

package main

// forbidMore does nothing: Windows knows no such bound, and elsewhere it does not
// cover what Go takes. The watch is there.
func forbidMore(uint64) {}
