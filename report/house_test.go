package report_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// plan is the house: which of our packages and which libraries a package may
// import. Sub-packages below a room (workbook/cells) share the room's row
// unless they have their own. Tests may import more.
var plan = map[string][]string{
	"report":                     {decimal},
	"report/near":                {},
	"report/csv":                 {"report"},
	"report/jsonout":             {},
	"report/workbook":            {"report", "report/near", excelize},
	"report/workbook/booktest":   {"report", "report/text", "report/workbook", "templates"},
	"report/check":               {"report", "report/ledger", "report/near", decimal},
	"report/ledger":              {"report", decimal},
	"report/profile":             {"report", "report/near", "report/check"},
	"report/order":               {"report", "report/batch", "report/check", "report/profile", "report/text", "report/workbook"},
	"report/text":                {"report", "templates"},
	"report/chapter":             {"report", "report/ledger", "report/sector/overview", "report/text", "golang.org/x/net/idna"},
	"report/chapter/chaptertest": {"fixtures", "report", "report/chapter", "report/check", "report/sector/overview", "report/text", "templates"},
	"report/pdf":                 {"report", "report/chapter", "report/pdf/hyphen", "templates", "github.com/go-pdf/fpdf", "github.com/klauspost/compress/zlib", "golang.org/x/text/unicode/norm"},
	"report/html":                {"report", "report/chapter"},
	"report/batch": {"report/jsonout", "report", "report/check", "report/ledger", "report/text", "report/chapter",
		"report/workbook", "report/pdf", "report/html", "report/audit/evidence", "report/csv", "report/profile", "templates", "report/batch/lock"},
	"report/batch/lock":          {},
	"report/audit/evidence":      {"report/jsonout", "golang.org/x/crypto/ssh"},
	"report/audit/second":        {"report", excelize}, // shares no code with check, ledger, chapter: it proves them
	"report/audit":               {"report/jsonout", "report", "report/batch", "report/check", "report/text", "report/workbook", "report/audit/evidence", "report/audit/beside", "report/audit/printed", "report/audit/second"},
	"report/audit/beside":        {"report/pdf/object", "golang.org/x/net/html"},
	"report/audit/printed":       {"report/pdf/object", "golang.org/x/net/html"},
	"report/audit/page":          {"report", "report/audit", "report/batch", "report/chapter", "report/html", "report/text"},
	"report/audit/page/pagetest": {"report", "report/audit", "report/audit/page", "report/batch", "report/check", "report/text", "report/workbook", "report/workbook/booktest", "templates"},
	"report/audit/diff":          {"report", "report/batch"},
	"report/audit/trace":         {"report", "report/batch"},
	"report/audit/sample":        {"report/jsonout", "report", "report/batch", "report/csv", "report/text"},
	"report/sector":              {"report/jsonout", "report", "report/batch", "report/batch/intake", "report/chapter", "report/html", "report/ledger", "report/pdf", "report/text"},
	"report/sector/sectortest":   {"fixtures", "report", "report/batch", "report/check", "report/sector", "report/sector/overview", "report/text", "templates"},
	"report/sector/tables":       {"report", "report/batch", "report/csv", "report/sector/overview", "report/text", excelize, "modernc.org/sqlite", "modernc.org/sqlite/lib"},
	"report/sector/overview":     {"report", "report/ledger"},
	"templates":                  {"report"},
	"templates/schematest":       {"templates", "github.com/santhosh-tekuri/jsonschema/v6"},
	"fixtures":                   {"report", "report/workbook", "report/text", "templates", excelize, decimal, "github.com/rogpeppe/go-internal/txtar"},
	"cmd/gevinst": {"report/jsonout", "report", "report/csv", "report/near", "report/batch", "report/batch/intake", "report/audit", "report/audit/diff", "report/audit/evidence", "report/audit/page", "report/audit/sample", "report/audit/trace", "report/check", "report/ledger", "report/order", "report/profile", "report/sector", "report/sector/overview", "report/sector/tables", "report/workbook", "report/text", "templates",
		"github.com/urfave/cli/v2"},
}

const (
	decimal  = "github.com/shopspring/decimal"
	excelize = "github.com/xuri/excelize/v2"
)

// amountRooms are the packages in which a floating-point number could touch an amount.
var amountRooms = []string{"report", "report/check", "report/ledger", "report/text", "report/chapter", "report/batch", "report/profile", "report/sector", "report/sector/overview"}

func TestHouse(t *testing.T) {
	eachFile(t, func(room, name string, file *ast.File) {
		allowed := planFor(room)
		if allowed == nil {
			t.Errorf("%s: the room %s is not in the plan", name, room)
			return
		}
		for _, spec := range file.Imports {
			imported := strings.Trim(spec.Path.Value, `"`)
			if !allowedImport(room, imported, allowed) {
				t.Errorf("%s imports %s, which the plan does not allow for %s", name, imported, room)
			}
			if imported == "os" && room == "report" {
				t.Errorf("%s: the nouns touch no operating system", name)
			}
		}
	})
}

func TestNoClockOutsideTheCommand(t *testing.T) {
	eachFile(t, func(room, name string, file *ast.File) {
		if strings.HasPrefix(room, "cmd/") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Local"}, sel.Sel.Name) {
					t.Errorf("%s uses time.%s: the date comes from outside", name, sel.Sel.Name)
				}
			}
			return true
		})
	})
}

func TestNoFloatInAmounts(t *testing.T) {
	eachFile(t, func(room, name string, file *ast.File) {
		if !slices.Contains(amountRooms, room) {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.Ident:
				if x.Name == "float64" || x.Name == "float32" || strings.Contains(x.Name, "Float") || x.Name == "DivisionPrecision" {
					t.Errorf("%s: %s has no place near an amount", name, x.Name)
				}
			case *ast.BasicLit:
				if x.Kind == token.FLOAT {
					t.Errorf("%s: the float literal %s has no place near an amount", name, x.Value)
				}
			}
			return true
		})
	})
}

// TestDivisionStandsInKroner keeps every quotient in one place.
func TestDivisionStandsInKroner(t *testing.T) {
	eachFile(t, func(room, name string, file *ast.File) {
		if !slices.Contains(amountRooms, room) || strings.HasSuffix(name, "report/kroner.go") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && slices.Contains([]string{"Div", "DivRound", "QuoRem"}, sel.Sel.Name) {
				t.Errorf("%s divides decimals itself; use Kroner.Quo", name)
			}
			return true
		})
	})
}

func planFor(room string) []string {
	for room != "." && room != "/" {
		if allowed, ok := plan[room]; ok {
			return allowed
		}
		room = path.Dir(room)
	}
	return nil
}

func allowedImport(room, imported string, allowed []string) bool {
	if ours, ok := strings.CutPrefix(imported, "gevinst/"); ok {
		return slices.Contains(allowed, ours) || path.Dir(ours) == room || ours == path.Dir(room) && room != "report"
	}
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".") || slices.Contains(allowed, imported)
}

// eachFile visits every Go file of the module that is not a test.
func eachFile(t *testing.T, visit func(room, name string, file *ast.File)) {
	t.Helper()
	root := ".."
	seen := 0
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && p != root || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), p, src, 0)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, p)
		seen++
		visit(filepath.ToSlash(filepath.Dir(rel)), filepath.ToSlash(p), file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen == 0 {
		t.Fatal("no Go file seen: the test looks in the wrong place")
	}
}
