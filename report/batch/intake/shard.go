package intake

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
)

// Shard is one part of a batch that is spread over several machines. Each run is
// given all the workbooks, reads whose they are, and takes the agencies that are
// its own. The zero Shard takes all.
type Shard struct {
	Index int `json:"index"` // 1 to Of
	Of    int `json:"of"`
}

// ParseShard reads "2/8".
func ParseShard(s string) (Shard, error) {
	index, of, ok := strings.Cut(s, "/")
	i, err := strconv.Atoi(index)
	n, err2 := strconv.Atoi(of)
	if !ok || err != nil || err2 != nil || i < 1 || n < i {
		return Shard{}, fmt.Errorf("%q is no shard", s)
	}
	return Shard{i, n}, nil
}

// whole is the shard with the zero Shard written out: 1 of 1.
func (s Shard) whole() Shard {
	if s.Of == 0 {
		return Shard{1, 1}
	}
	return s
}

// Holds tells whether an agency belongs to the shard: the first eight bytes of
// the SHA-256 of its organisation number, as a number, modulo Of, counted from 1.
// A workbook that does not say whose it is is placed by the SHA-256 of its bytes
// in hex in the same manner, and a file that cannot be read by its name.
func (s Shard) Holds(key string) bool {
	s = s.whole()
	sum := sha256.Sum256([]byte(key))
	return int(binary.BigEndian.Uint64(sum[:8])%uint64(s.Of))+1 == s.Index
}
