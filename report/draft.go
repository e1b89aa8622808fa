package report

// Draft is what a workbook says, complete, and before anybody has judged it.
type Draft struct {
	Origin   Origin
	Spec     *Spec
	Date1904 bool     // day serials count from 1904
	Stamps   []Stamp  // every version stamp found, in a fixed order
	Sheets   []*Sheet // the form's sheets that were found, in the order of the Spec
	Counts   Counts
	Unused   []Place // filled cells that no column of the form claims, in order of place
}

// Origin says which file a Draft came from.
type Origin struct {
	File   string // as the user named it
	SHA256 string // of the file's bytes, hex
	Data   string // SHA-256 of the canonical data: sheet, key, row and raw text of every used cell; a re-save keeps it
}

// Stamp is one of the places where a workbook states its schema version.
type Stamp struct {
	Where string // "property", "meta" or "text"
	Value string
	Place Place
}

// Counts shows that nothing read was dropped: Read = Used + Unused + Form. What a
// Submission's choices leave unused is found by its check, so its Unused may be more
// than its Draft's.
type Counts struct {
	Read   int `json:"read"`   // filled cells in the file
	Used   int `json:"used"`   // claimed by a field of the form
	Form   int `json:"form"`   // the form's own: titles, keys, headings, help, code lists, computed columns
	Unused int `json:"unused"` // claimed by no field, or by one that the row leaves unused; each is a finding
}

// Sheet is one sheet of the form as the file has it.
type Sheet struct {
	Key     string
	Name    string // as the file names it
	Hidden  bool
	Columns []Column // the form's columns that were found, in the order of the file
	Rows    []Row    // rows with at least one filled input cell

	// Over is the merged area ("B5:B6") that hides a cell, if one does; nil where nothing
	// on the sheet is merged.
	Over func(row, col int) (area string, hidden bool)
}

// Column is a column of the form as found in the file. On a form sheet a
// "column" is a field, and Row is where its value stands.
type Column struct {
	Key string
	Col int
	Row int // form sheets only
}

// Row is one record. A form sheet has one Row, whose Number is 0 and whose cells
// stand under each other.
type Row struct {
	Number int
	Cells  []Cell // the filled ones only, in the order of Sheet.Columns
}

// Sheet finds a sheet by key; nil where the workbook lacks it.
func (d *Draft) Sheet(key string) *Sheet {
	for _, s := range d.Sheets {
		if s.Key == key {
			return s
		}
	}
	return nil
}
