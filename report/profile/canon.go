package profile

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// hash is the SHA-256 of a profile in canonical form, without some of its keys.
// It is taken of the file's own values and not of what this version of the
// program makes of them, so that a newer version finds the same.
func hash(root *node, without ...string) string {
	var b bytes.Buffer
	canonical(&b, root, without)
	sum := sha256.Sum256(b.Bytes())
	return hex.EncodeToString(sum[:])
}

// canonical writes a value with its keys sorted and without spaces and comments.
func canonical(b *bytes.Buffer, n *node, without []string) {
	switch n.kind {
	case '{':
		b.WriteByte('{')
		members := slices.Clone(n.members)
		slices.SortFunc(members, func(x, y member) int { return cmp.Compare(x.key, y.key) })
		for _, m := range members {
			if !remark(m.key) && !slices.Contains(without, m.key) {
				scalar(b, m.key)
				b.WriteByte(':')
				canonical(b, m.value, nil)
				b.WriteByte(',')
			}
		}
		b.WriteByte('}')
	case '[':
		b.WriteByte('[')
		for _, item := range n.items {
			canonical(b, item, nil)
			b.WriteByte(',')
		}
		b.WriteByte(']')
	default:
		scalar(b, n.value)
	}
}

func scalar(b *bytes.Buffer, v any) {
	text, _ := json.Marshal(v) // a string, number, truth value or null always has a text
	b.Write(text)
}
