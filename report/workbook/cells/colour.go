package cells

import (
	"encoding/hex"
	"math"
	"strconv"
	"strings"
)

// colour is red, green and blue; the zero value is no colour.
type colour struct {
	rgb   [3]uint8
	known bool
}

var (
	black = colour{[3]uint8{0, 0, 0}, true}
	white = colour{[3]uint8{255, 255, 255}, true}
)

func (c colour) or(other colour) colour {
	if c.known {
		return c
	}
	return other
}

// rgb reads "RRGGBB", or with the opacity before it, which spreadsheets ignore.
func rgb(s string) colour {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != 3 && len(b) != 4 {
		return colour{}
	}
	b = b[len(b)-3:]
	return colour{[3]uint8{b[0], b[1], b[2]}, true}
}

// palette is the first colours of the old palette (ECMA-376, 18.8.27), which stand
// there twice.
var palette = [8]string{"000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"}

func indexed(n int) colour {
	switch {
	case n >= 0 && n < 2*len(palette):
		return rgb(palette[n%len(palette)])
	case n == 65: // the window's own background
		return white
	}
	return colour{}
}

// namedInk is the colour that a number format names, "[White]" or "[Color2]".
func namedInk(name string) (colour, bool) {
	if n, err := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(name, "color"))); err == nil {
		c := indexed(n + 7)
		return c, c.known
	}
	of := map[string]int{"black": 0, "white": 1, "red": 2, "green": 3, "blue": 4, "yellow": 5, "magenta": 6, "cyan": 7}
	n, ok := of[name]
	return indexed(n), ok
}

// colour reads an element that says a colour outright, by the palette, or by the theme.
func (s *stylesheet) colour(attr map[string]string) colour {
	c := rgb(attr["rgb"])
	if n, err := strconv.Atoi(attr["indexed"]); err == nil && !c.known {
		c = indexed(n)
	}
	if n, err := strconv.Atoi(attr["theme"]); err == nil && !c.known && n >= 0 && n < len(s.themes) {
		c = s.themes[n]
	}
	if tint, err := strconv.ParseFloat(attr["tint"], 64); err == nil && c.known {
		c = c.tinted(tint)
	}
	return c
}

// tinted is lighter, or darker where the tint is below zero: near enough to tell
// whether letters can be read.
func (c colour) tinted(tint float64) colour {
	for i, v := range c.rgb {
		if tint < 0 {
			c.rgb[i] = uint8(float64(v) * max(0, 1+tint))
		} else {
			c.rgb[i] = uint8(float64(v) + (255-float64(v))*min(1, tint))
		}
	}
	return c
}

// theme reads a theme's colours in the order in which styles number them: the first
// four stand in pairs, the other way round than in the theme.
func (b *Book) theme(part string) ([]colour, error) {
	all := []colour{white, black, rgb("E7E6E6"), rgb("44546A")}
	if part == "" || !b.archive.has(part) {
		return all, nil
	}
	order := map[string]int{"lt1": 0, "dk1": 1, "lt2": 2, "dk2": 3, "accent1": 4, "accent2": 5, "accent3": 6, "accent4": 7, "accent5": 8, "accent6": 9, "hlink": 10, "folHlink": 11}
	all = append(all, make([]colour, len(order)-len(all))...)
	at := -1
	err := b.walk(part, func(_ *scanner, t *token, attr map[string]string) error {
		name := string(t.name)
		if n, known := order[name]; known {
			at = n
			return nil
		}
		value := attr["val"]
		if name == "sysClr" {
			value = attr["lastClr"]
		}
		if c := rgb(value); at >= 0 && c.known && (name == "srgbClr" || name == "sysClr") {
			all[at] = c
		}
		at = -1
		return nil
	})
	return all, err
}

// contrast is that of WCAG 2, from 1 for the same colour to 21 for black on white.
func contrast(a, b colour) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func (c colour) luminance() float64 {
	part := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.rgb[0]) + 0.7152*part(c.rgb[1]) + 0.0722*part(c.rgb[2])
}
