package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gevinst/report"
	"gevinst/report/near"
)

// postRows finds rows of the budget by which the general cut and its base are counted
// twice: the sum of a chapter or of all, a post that stands on two rows, and a row that
// calls itself a total.
func (c *Case) postRows() {
	by, chapters := map[int][]deduction{}, []int{}
	var all []deduction
	for _, a := range c.Sub.Budget {
		row := deduction{rowKey{sheet: "bevilgning"}, a.Amount}
		if chapter := a.Chapter.Value; a.Chapter.OK() {
			if by[chapter] == nil {
				chapters = append(chapters, chapter)
			}
			by[chapter] = append(by[chapter], row)
		}
		all = append(all, row)
	}
	totals := map[report.At]bool{}
	if c.sumRow(all) {
		totals[all[len(all)-1].field.At] = true
	}
	for _, chapter := range chapters {
		last := by[chapter][len(by[chapter])-1].field.At
		totals[last] = totals[last] || c.sumRow(by[chapter])
	}
	c.postsTwice(totals)
}

type post struct {
	chapter int
	post    string
}

// postsTwice passes by what is known as a total, and what has a minus sign, which corrects
// the first row: the budget has each post once.
func (c *Case) postsTwice(totals map[report.At]bool) {
	first := map[post]report.At{}
	for _, a := range c.Sub.Budget {
		if !a.Chapter.OK() || !a.Post.OK() || !a.Amount.OK() || a.Amount.Value.Sign() <= 0 || totals[a.Amount.At] {
			continue
		}
		key := post{a.Chapter.Value, a.Post.Value}
		at, twice := first[key]
		switch {
		case twice:
			found := c.find("G-011", "post", report.Warning, a.Post.At, arg("kapittel", strconv.Itoa(a.Chapter.Value)), arg("post", a.Post.Value),
				arg("forste", c.Sub.Place(at).Ref()))
			found.Related = []report.Place{c.Sub.Place(at)}
		case len(c.Sub.Budget) > 1 && namesTotal(a.Name.Value):
			c.find("G-011", "total", report.Warning, a.Name.At, arg("funnet", shorten(a.Name.Value)), arg("belop", a.Amount.Value))
		default:
			first[key] = a.Post.At
		}
	}
}

// namesTotal tells whether words begin as those of a total do. No post is called so.
func namesTotal(words string) bool {
	all := strings.FieldsFunc(near.Fold(words), func(r rune) bool { return !unicode.IsLetter(r) })
	start := strings.Join(all[:min(len(all), 2)], " ")
	return len(all) > 0 && (slices.Contains([]string{"sum", "total", "totalt", "totalsum", "tilsammen", "delsum", "subtotal"}, all[0]) ||
		slices.Contains([]string{"i alt", "til sammen", "til saman", "in all"}, start))
}
