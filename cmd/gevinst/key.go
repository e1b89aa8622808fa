package main

import (
	"crypto/ed25519"
	"errors"
	"io/fs"
	"os"

	"gevinst/report"
	"gevinst/report/audit/evidence"
)

func keyCommand() command {
	return command{name: "key", run: runKey, verbs: []string{"new", "show"}, takes: anyFile, flags: []option{
		{name: "output", short: "o", takes: "key"},
		langOption(),
	}}
}

// runKey makes a key, or shows the public part of one.
func runKey(c *call) int {
	out := c.value("output")
	switch {
	case len(c.args) == 1 && c.args[0] == "new" && out != "":
		return c.newKey(out)
	case len(c.args) == 1 && c.args[0] == "new":
		return c.misuse("key", slip("slip.key.output"))
	case len(c.args) == 2 && c.args[0] == "show" && out == "":
		return c.showKey(c.args[1])
	default:
		return c.misuse("key", slip("slip.key.verb"))
	}
}

func (c *call) newKey(path string) int {
	public, err := evidence.NewKey(path)
	var taken *fs.PathError
	if errors.Is(err, fs.ErrExist) && errors.As(err, &taken) {
		return c.misuse("key", slip("slip.exists", word("value", taken.Path)))
	}
	if err != nil {
		return c.unwritten(err)
	}
	c.line(path)
	c.line(path + evidence.PublicSuffix)
	c.note("key.made", word("print", evidence.Fingerprint(public)), word("file", path))
	return done
}

// showKey prints the public key, whichever half the file holds.
func (c *call) showKey(path string) int {
	content, code := c.keyFile(path)
	if code != done {
		return code
	}
	public, err := evidence.Public(content)
	if errors.Is(err, evidence.ErrPrivate) {
		var private ed25519.PrivateKey
		if private, err = evidence.Private(content); err == nil {
			public, _ = private.Public().(ed25519.PublicKey)
		}
	}
	if err != nil {
		return c.badKey(path, err)
	}
	c.line(evidence.PublicLine(public))
	c.line(evidence.Fingerprint(public))
	return done
}

// privateKey reads the key to sign with. Where that cannot be done it says why,
// and the code is not done.
func (c *call) privateKey(path string) (ed25519.PrivateKey, int) {
	content, code := c.keyFile(path)
	if code != done {
		return nil, code
	}
	key, err := evidence.Private(content)
	if err != nil {
		return nil, c.badKey(path, err)
	}
	return key, done
}

// longestKey is more than any key file has.
const longestKey = 64 << 10

func (c *call) keyFile(path string) ([]byte, int) {
	info, err := os.Stat(path)
	if err == nil && info.Mode().IsRegular() && info.Size() <= longestKey {
		var content []byte
		if content, err = os.ReadFile(path); err == nil {
			return content, done
		}
	}
	if err != nil {
		return nil, c.refuse(path, err)
	}
	return nil, c.badKey(path, evidence.ErrNoKey)
}

// badKey says why a file cannot serve as the key that was asked for.
func (p *console) badKey(path string, err error) int {
	for _, why := range []struct {
		err error
		key string
	}{
		{evidence.ErrEncrypted, "key.encrypted"}, {evidence.ErrKind, "key.kind"}, {evidence.ErrPrivate, "key.private"},
		{evidence.ErrPublic, "key.public"}, {evidence.ErrNoKey, "key.none"},
	} {
		if errors.Is(err, why.err) {
			p.note(why.key, report.Arg{Name: "file", Value: path})
			return unreadable
		}
	}
	return p.broken(err)
}
