package intake

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
	"strings"

	"gevinst/report/batch"
	"gevinst/report/csv"
	"gevinst/report/jsonout"
)

// writeManifest writes the manifest a row at a time.
func (r *run) writeManifest(w io.Writer, order []place) error {
	sets, err := knownSets()
	if err != nil {
		return err
	}
	head := Manifest{Format: ManifestFormat, Tool: batch.Tool{Name: "gevinst", Version: r.Settings.Version}, Sets: sets,
		Options: r.Settings.options(), Shard: r.Shard.whole(), Rows: []Entry{}}
	if r.profile != nil {
		head.Profile = &Profile{r.profile.Ministry, r.profile.Hash}
	}
	return r.writeRows(w, head, order, func(row Row) any { return row.entry() })
}

func (r *run) writeStatus(w io.Writer, order []place) error {
	head := Status{Format: StatusFormat, Language: r.voice.Lang(), Shard: r.Shard.whole(), Rows: []Line{}}
	return r.writeRows(w, head, order, func(row Row) any { return row.line() })
}

// writeRows writes a value whose last member is an empty list of rows, with the
// rows in it, as batch.WriteJSON would write the whole.
func (r *run) writeRows(w io.Writer, head any, order []place, of func(Row) any) error {
	var b bytes.Buffer
	if err := jsonout.Write(&b, head); err != nil {
		return err
	}
	opening, ok := strings.CutSuffix(b.String(), "[]\n}\n")
	if !ok || len(order) == 0 {
		_, err := b.WriteTo(w)
		return err
	}
	out := bufio.NewWriter(w)
	out.WriteString(opening)
	for i, p := range order {
		row, err := r.read(p)
		if err != nil {
			return err
		}
		b.Reset()
		if err := jsonout.WriteWithin(&b, "    ", of(row)); err != nil {
			return err
		}
		out.WriteString([]string{"[", ","}[min(i, 1)] + "\n    " + strings.TrimSuffix(b.String(), "\n"))
	}
	out.WriteString("\n  ]\n}\n")
	return out.Flush()
}

// writeCSV writes the status for a spreadsheet.
func (r *run) writeCSV(w io.Writer, order []place) error {
	out := csv.NewWriter(w)
	out.Write(strings.Split(r.voice.Say("batch.csv.heads"), ";"))
	for _, p := range order {
		row, err := r.read(p)
		if err != nil {
			return err
		}
		out.Write(r.cells(row))
	}
	return out.Close()
}

func (r *run) cells(row Row) []string {
	year, expected, why := "", "", Reason{}
	if row.Year != 0 {
		year = strconv.Itoa(row.Year)
	}
	if row.Expected != nil {
		expected = r.voice.Say("batch.expected." + strconv.FormatBool(*row.Expected))
	}
	if row.Reason != nil {
		why = *row.Reason
	}
	var notes, outputs []string
	for _, n := range row.Notes {
		notes = append(notes, strings.TrimSpace(n.Sentence+" "+n.Remedy))
	}
	for _, m := range row.Outputs {
		outputs = append(outputs, m.File)
	}
	return []string{r.voice.Say("batch.state." + string(row.State)), row.OrgNr, row.Name, year, expected, row.File,
		strconv.Itoa(row.Findings.Errors), strconv.Itoa(row.Findings.Warnings), strings.Join(row.Rules, " "),
		why.Code, why.Sentence, why.Remedy, strings.Join(notes, " "), strings.Join(outputs, " ")}
}
