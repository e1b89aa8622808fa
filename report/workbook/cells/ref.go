package cells

// parseRef reads "N12". The row is below one where it is no reference.
func parseRef(ref []byte) (row, col int) {
	i := 0
	for ; i < len(ref) && i < 4 && (ref[i]|0x20) >= 'a' && (ref[i]|0x20) <= 'z'; i++ {
		col = col*26 + int(ref[i]|0x20-'a') + 1
	}
	if i == 0 {
		return 0, 0
	}
	return digits(ref[i:]), col
}

// digits reads a whole number of at most nine digits; -1 where it is none.
func digits(b []byte) int {
	if len(b) == 0 || len(b) > 9 {
		return -1
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return -1
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// bitset remembers small numbers.
type bitset []uint64

// add puts n in and tells whether it was there.
func (b *bitset) add(n int) bool {
	word := n / 64
	for len(*b) <= word {
		*b = append(*b, 0)
	}
	bit := uint64(1) << (n % 64)
	was := (*b)[word]&bit != 0
	(*b)[word] |= bit
	return was
}

// has tells whether n is in.
func (b bitset) has(n int) bool {
	return n >= 0 && n/64 < len(b) && b[n/64]&(uint64(1)<<(n%64)) != 0
}

func (b *bitset) clear() { *b = (*b)[:0] }
