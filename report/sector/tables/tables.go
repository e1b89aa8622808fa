// Package tables writes the reports of a sector as plain tables: one SQLite file
// with documented tables and views, one workbook with a filter on every sheet, and
// one CSV file for each table.
//
// Build puts the reports into the SQLite file, one at a time, so that a sector of
// any size costs little memory; the workbook and the CSV files are then written
// from that file, so that all three say the same. The same reports give the same
// bytes.
//
// Nothing is computed here. An amount stands as exact text and, in SQLite, also as
// a whole number of øre, rounded half away from zero. What is missing is NULL or an
// empty cell and never zero. Control characters are shown as their pictures.
package tables

import (
	"context"
	"database/sql"
	"io"
	"iter"
	"os"
	"path/filepath"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/sector/overview"
	"gevinst/report/text"
)

// Order is what tables are made of.
type Order struct {
	Spec  *report.Spec // the requirement set that gives the tables their columns
	Voice *text.Voice  // the language of labels and explanations

	// Reports are the sector's reports by year and organisation number, at most one
	// for each, every one checked without an error.
	Reports iter.Seq2[*batch.Document, error]

	// Sector tells who has reported and who has not; nil where nobody knows.
	Sector *overview.Sector
}

// Tables is a sector's tables, ready to be written.
type Tables struct {
	order  Order
	all    []Table
	folder string // of its own, temporary
	path   string // of the SQLite file
	db     *sql.DB
}

// Build reads every report once. The error is an *Unfit where a report cannot stand
// in the tables, that of Reports, or the system's. Close must be called in the end.
func Build(ctx context.Context, o Order) (*Tables, error) {
	folder, err := os.MkdirTemp("", "gevinst-")
	if err != nil {
		return nil, err
	}
	t := &Tables{order: o, all: define(o), folder: folder, path: filepath.Join(folder, "tables")}
	if err := t.fill(ctx); err != nil {
		t.Close()
		return nil, err
	}
	if t.db, err = open(t.path); err != nil {
		t.Close()
		return nil, err
	}
	return t, nil
}

// The names of what is written, beside csv/<table>.csv.
const (
	SQLiteFile   = "sektor.sqlite"
	WorkbookFile = "sektor.xlsx"
	CSVFolder    = "csv"
)

// Outputs are the files to be written to folder, which needs a folder CSVFolder in it.
func (t *Tables) Outputs(ctx context.Context, folder string) []batch.Output {
	outputs := []batch.Output{
		{Path: filepath.Join(folder, SQLiteFile), Write: t.writeSQLite},
		{Path: filepath.Join(folder, WorkbookFile), Write: func(w io.Writer) error { return t.writeWorkbook(ctx, w, sheetRows) }},
	}
	for i := range t.all {
		table := &t.all[i]
		outputs = append(outputs, batch.Output{
			Path:  filepath.Join(folder, CSVFolder, table.Key+".csv"),
			Write: func(w io.Writer) error { return t.writeCSV(ctx, w, table) },
		})
	}
	return outputs
}

// Close lets go of the temporary file.
func (t *Tables) Close() error {
	var err error
	if t.db != nil {
		err = t.db.Close()
	}
	if e := os.RemoveAll(t.folder); err == nil {
		err = e
	}
	return err
}

func (t *Tables) writeSQLite(w io.Writer) error {
	file, err := os.Open(t.path)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(w, file)
	return err
}
