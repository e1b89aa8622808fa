package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

// change is one break: where it is, what it does, and the line that it is in, which
// tells it again when other lines have moved.
type change struct {
	file, place, what, line string
	rules                   []string // that its file is about
}

// breaker rewrites files so that each break stands behind its number.
type breaker struct {
	breaks []change // what each is, number 1 first

	fset  *token.FileSet
	src   []byte
	name  string
	edits []edit
	rules []string          // ids in the file
	spans map[ast.Node]bool // what is between two moments: no amounts
}

// edit is a piece of source that is written otherwise.
type edit struct {
	from, to int
	write    func(inner inside) string
}

// inside writes a part of the piece that an edit is about, with the breaks in it.
type inside func(ast.Node) string

var ruleID = regexp.MustCompile(`\b[A-Z]-\d{3}\b`)

// calls are the other methods that a method of an exact amount is mistaken for.
var calls = map[string][]string{
	"Add": {"Sub"}, "Sub": {"Add"}, "Mul": {"Add"}, "Quo": {"Mul"}, "Percent": {"Mul"}, "Max": {"Min"}, "Min": {"Max"},
	"DivRound": {"Mul"}, "Neg": {"Abs"}, "Abs": {"Neg"},
}

// roundings are the other ways in which a decimal may be rounded.
var roundings = map[string][]string{"Round": {"RoundBank", "Truncate", "RoundUp"}}

// compares are a comparison's neighbours.
var compares = map[token.Token][]string{
	token.LSS: {"<=", ">"}, token.LEQ: {"<", ">="}, token.GTR: {">=", "<"}, token.GEQ: {">", "<="}, token.EQL: {"!="}, token.NEQ: {"=="},
	token.LAND: {"||"}, token.LOR: {"&&"},
}

func (b *breaker) file(name string) []byte {
	src, err := os.ReadFile(name)
	check(err)
	b.rules = ruleID.FindAllString(string(src), -1)
	b.fset, b.src, b.name, b.edits, b.spans = token.NewFileSet(), src, name, nil, map[ast.Node]bool{}
	file, err := parser.ParseFile(b.fset, name, src, parser.ParseComments)
	check(err)
	ast.Inspect(file, b.visit)
	sort.SliceStable(b.edits, func(i, j int) bool {
		x, y := b.edits[i], b.edits[j]
		return x.from < y.from || x.from == y.from && x.to > y.to
	})
	return []byte(b.text(0, len(src), 0))
}

func (b *breaker) visit(n ast.Node) bool {
	switch x := n.(type) {
	case *ast.GenDecl:
		return x.Tok == token.VAR
	case *ast.BinaryExpr:
		b.spans[x.X] = x.Op == token.QUO // amounts have methods for it
		b.comparison(x)
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			b.negation(x)
		}
	case *ast.CallExpr:
		b.call(x)
	case *ast.ExprStmt:
		b.finding(x)
	case *ast.SelectorExpr:
		b.severity(x)
	}
	return true
}

// number gives a break its number.
func (b *breaker) number(at token.Pos, what string) int {
	p := b.fset.Position(at)
	line := strings.TrimSpace(strings.Split(string(b.src), "\n")[p.Line-1])
	b.breaks = append(b.breaks, change{filepath.ToSlash(b.name), fmt.Sprintf("%d:%d", p.Line, p.Column), what, line, b.rules})
	return len(b.breaks)
}

func (b *breaker) comparison(x *ast.BinaryExpr) {
	var ids []int
	others := compares[x.Op]
	for _, other := range others {
		ids = append(ids, b.number(x.OpPos, x.Op.String()+" as "+other))
	}
	if len(ids) == 0 {
		return
	}
	b.edit(x, func(in inside) string {
		left, right := in(x.X), in(x.Y)
		whole, broken := "", ""
		for i, id := range ids {
			broken += fmt.Sprintf("brk(%d) && (%s %s %s) || ", id, left, others[i], right)
			whole += fmt.Sprintf("!brk(%d) && ", id)
		}
		return fmt.Sprintf("(%s%s(%s %s %s))", broken, whole, left, x.Op, right)
	})
}

func (b *breaker) negation(x *ast.UnaryExpr) {
	id := b.number(x.Pos(), "! left out")
	b.edit(x, func(in inside) string {
		inner := in(x.X)
		return fmt.Sprintf("(brk(%d) && %s || !brk(%d) && !%s)", id, inner, id, inner)
	})
}

func (b *breaker) call(x *ast.CallExpr) {
	method, ok := x.Fun.(*ast.SelectorExpr)
	if !ok || b.spans[x] {
		return
	}
	others := calls[method.Sel.Name]
	if isDecimal(method.X) {
		others = append(others, roundings[method.Sel.Name]...)
	}
	if len(others) == 0 || len(x.Args) == 0 && method.Sel.Name != "Neg" && method.Sel.Name != "Abs" {
		return
	}
	var ids []int
	for _, other := range others {
		ids = append(ids, b.number(method.Sel.Pos(), method.Sel.Name+" as "+other))
	}
	b.edit(x, func(in inside) string {
		whom, args := in(method.X), ""
		for i, a := range x.Args {
			if i > 0 {
				args += ", "
			}
			args += in(a)
		}
		out := fmt.Sprintf("%s.%s(%s)", whom, method.Sel.Name, args)
		for i, id := range ids {
			with := args
			if method.Sel.Name == "DivRound" {
				with, _, _ = strings.Cut(args, ",")
			}
			out = fmt.Sprintf("brkOr(%d, %s, %s.%s(%s))", id, out, whom, others[i], with)
		}
		return out
	})
}

// isDecimal tells whether a method is called on a decimal itself, which has the
// other roundings.
func isDecimal(x ast.Expr) bool {
	switch y := x.(type) {
	case *ast.Ident:
		return y.Name == "d"
	case *ast.SelectorExpr:
		return y.Sel.Name == "d"
	}
	return false
}

// finding drops a statement that does nothing but note a finding or a place.
func (b *breaker) finding(x *ast.ExprStmt) {
	call, ok := x.X.(*ast.CallExpr)
	if !ok {
		return
	}
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	id := b.number(x.Pos(), method.Sel.Name+" dropped")
	b.edit(x, func(in inside) string { return fmt.Sprintf("if !brk(%d) { %s }", id, in(x.X)) })
}

func (b *breaker) severity(x *ast.SelectorExpr) {
	room, ok := x.X.(*ast.Ident)
	if !ok || room.Name != "report" || x.Sel.Name != "Error" && x.Sel.Name != "Warning" || strings.HasSuffix(b.name, "rules.go") {
		return
	}
	other := map[string]string{"Error": "Warning", "Warning": "Info"}[x.Sel.Name]
	id := b.number(x.Pos(), x.Sel.Name+" as "+other)
	b.edit(x, func(in inside) string { return fmt.Sprintf("brkOr(%d, report.%s, report.%s)", id, x.Sel.Name, other) })
}

func (b *breaker) edit(n ast.Node, write func(inside) string) {
	b.edits = append(b.edits, edit{b.offset(n.Pos()), b.offset(n.End()), write})
}

func (b *breaker) offset(p token.Pos) int { return b.fset.Position(p).Offset }

// text is a stretch of source in which the outermost edits are written, of those
// behind the first so many: an edit is not inside itself.
func (b *breaker) text(from, to, behind int) string {
	var out strings.Builder
	at := from
	for i := behind; i < len(b.edits); i++ {
		e := b.edits[i]
		if e.from < at || e.to > to {
			continue
		}
		out.Write(b.src[at:e.from])
		out.WriteString(e.write(func(n ast.Node) string { return b.text(b.offset(n.Pos()), b.offset(n.End()), i+1) }))
		at = e.to
	}
	out.Write(b.src[at:to])
	return out.String()
}
