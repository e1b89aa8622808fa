package html_test

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestContrast computes the contrast of WCAG 2 for every pair of colours that
// meet, in the light and in the dark scheme.
func TestContrast(t *testing.T) {
	css, err := os.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	schemes := regexp.MustCompile(`:root \{\s*(--[^}]*)\}`).FindAllStringSubmatch(string(css), -1)
	if len(schemes) != 2 {
		t.Fatalf("%d colour schemes, want a light and a dark one", len(schemes))
	}
	meetings := [][2]string{
		{"ink", "paper"}, {"ink", "panel"}, {"soft", "paper"}, {"accent", "paper"}, {"accent", "panel"}, {"link", "paper"},
		{"link", "panel"}, {"draft-ink", "draft-paper"}, {"deduction", "paper"}, {"addition", "paper"},
	}
	for i, scheme := range schemes {
		colours := map[string]string{}
		for _, c := range regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6})\b`).FindAllStringSubmatch(scheme[1], -1) {
			colours[c[1]] = c[2]
		}
		for _, m := range meetings {
			ratio := contrast(t, colours[m[0]], colours[m[1]])
			if ratio < 4.5 {
				t.Errorf("scheme %d: %s on %s has the contrast %.2f, less than 4.5", i+1, m[0], m[1], ratio)
			}
		}
	}
	if loose := regexp.MustCompile(`(?:fill|stroke|background): *#`).FindString(string(css)); loose != "" {
		t.Errorf("%q is a colour outside the schemes", loose)
	}
}

// TestPrintIsLight holds that the dark scheme is for screens.
func TestPrintIsLight(t *testing.T) {
	css, err := os.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(css), "prefers-color-scheme") != 1 || !strings.Contains(string(css), "@media screen and (prefers-color-scheme: dark)") {
		t.Error("the dark scheme reaches paper")
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 6 {
		t.Fatalf("%q is no colour", hex)
	}
	linear := func(v uint64) float64 {
		c := float64(v&0xFF) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8) + 0.0722*linear(n)
}
