package main

// nearest is the name that lies nearest to a misspelt one, "" where none is
// within two changes.
func nearest(names []string, misspelt string) string {
	best, least := "", 3
	for _, name := range names {
		if d := distance(name, misspelt); d < least && d < len(name) {
			best, least = name, d
		}
	}
	return best
}

// distance is the Levenshtein distance between two short words.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
