package pdf

import (
	"bytes"
	"encoding/binary"
	"math"
)

// sRGB is a colour profile of sRGB, ICC version 2 (ICC.1:2001-04): three
// primaries adapted to D50 and one curve.
func sRGB() []byte {
	curve := tag("curv", u32(1024), gamma(1024))
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", description("sRGB IEC61966-2.1")},
		{"cprt", tag("text", []byte("No copyright, use freely\x00"))},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)},
		{"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)},
		{"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	var table, data bytes.Buffer
	table.Write(u32(uint32(len(tags))))
	begin := 128 + 4 + 12*len(tags)
	at := map[string]int{} // equal tags share their bytes
	for _, t := range tags {
		where, shared := at[string(t.data)]
		if !shared {
			where = begin + data.Len()
			at[string(t.data)] = where
			data.Write(t.data)
			data.Write(make([]byte, -len(t.data)&3))
		}
		table.WriteString(t.name)
		table.Write(u32(uint32(where)))
		table.Write(u32(uint32(len(t.data))))
	}
	head := make([]byte, 128)
	copy(head, u32(uint32(begin+data.Len())))
	copy(head[8:], []byte{2, 0x10, 0, 0})
	copy(head[12:], "mntrRGB XYZ ")
	copy(head[24:], []byte{0x07, 0xce, 0, 2, 0, 9, 0, 6, 0, 49, 0, 0}) // a fixed date
	copy(head[36:], "acsp")
	copy(head[68:], xyz(0.9642, 1, 0.8249)[8:])
	return append(append(head, table.Bytes()...), data.Bytes()...)
}

func tag(kind string, parts ...[]byte) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, p := range parts {
		b = append(b, p...)
	}
	return b
}

func u32(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }

// xyz is a colour in numbers of 16 bits before and after the point.
func xyz(x, y, z float64) []byte {
	var parts []byte
	for _, v := range []float64{x, y, z} {
		parts = append(parts, u32(uint32(math.Round(v*65536)))...)
	}
	return tag("XYZ ", parts)
}

// gamma is the curve of sRGB (IEC 61966-2-1, 5.2) at n places.
func gamma(n int) []byte {
	var b []byte
	for i := range n {
		v := float64(i) / float64(n-1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}

func description(s string) []byte {
	text := append([]byte(s), 0)
	return tag("desc", u32(uint32(len(text))), text, make([]byte, 4+4+2+1+67))
}
