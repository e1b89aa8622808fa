package cells

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// TestCorpus reads every workbook of a public corpus and holds each cell against
// a second reader. A file is read whole or refused with a reason.
func TestCorpus(t *testing.T) {
	root := os.Getenv("GEVINST_CORPUS")
	if root == "" {
		t.Skip("GEVINST_CORPUS names no folder of public workbooks")
	}
	read := 0
	err := filepath.WalkDir(root, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(filepath.Ext(p), ".xl") {
			return err
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		got, err := readAll(data)
		if err != nil {
			t.Logf("%s: refused: %v", filepath.Base(p), err)
			return nil
		}
		read++
		compare(t, filepath.Base(p), data, got)
		return nil
	})
	if err != nil || read == 0 {
		t.Fatalf("%d files read: %v", read, err)
	}
}

// explained are the cells on which the second reader is wrong, with the reason.
// It also leaves Excel's own escapes, "_x000D_", as they stand.
var explained = map[string]string{
	"tests__issue_261.xlsx Some Sheet!G61": "the second reader loses cells of a row whose spans lie",
}

func readAll(data []byte) (map[string][]report.Cell, error) {
	b, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), Limits{})
	if err != nil {
		return nil, err
	}
	all := map[string][]report.Cell{}
	for i, s := range b.Sheets {
		if err := b.Cells(i, func(c report.Cell) error {
			all[s.Name] = append(all[s.Name], c)
			return nil
		}); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func compare(t *testing.T, file string, data []byte, got map[string][]report.Cell) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Logf("%s: the second reader refuses: %v", file, err)
		return
	}
	defer f.Close()
	shown := 0
	for sheet, cells := range got {
		for _, c := range cells {
			ref := report.Place{Row: int(c.Row), Col: int(c.Col)}.Ref()
			want, err := f.GetCellValue(sheet, ref, excelize.Options{RawCellValue: true})
			if err != nil || want == c.Raw || unescape(want) == c.Raw || shown > 3 || explained[file+" "+sheet+"!"+ref] != "" {
				continue
			}
			if c.Raw == "" && merged(t, f, sheet, c) { // it shows the first cell's value in all of a merge
				continue
			}
			shown++
			t.Errorf("%s %s!%s: %q, the second reader has %q", file, sheet, ref, c.Raw, want)
		}
	}
}

func merged(t *testing.T, f *excelize.File, sheet string, c report.Cell) bool {
	t.Helper()
	merges, err := f.GetMergeCells(sheet, true)
	if err != nil {
		return false
	}
	for _, m := range merges {
		col1, row1, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
		col2, row2, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
		if int(c.Col) >= col1 && int(c.Col) <= col2 && int(c.Row) >= row1 && int(c.Row) <= row2 {
			return true
		}
	}
	return false
}
