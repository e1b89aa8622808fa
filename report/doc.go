// Package report holds the nouns of gevinst: what an agency reports about its
// efficiency measures and gains, and what is found, computed and said about it.
//
// It imports nothing but the standard library and decimal; every verb lives in
// a sub-package and a value flows one way through them:
//
//	workbook.xlsx
//	   │  workbook.Read     what the cells say, each with its place   → Draft + []Finding
//	   │  check.Run         what they mean, or why not                → Submission + Ledger + []Finding
//	   │    ledger.Compute  every amount with formula and source cells
//	   │  chapter.Compose   the section as a closed set of blocks     → chapter.Chapter
//	   ├─ pdf.Write, html.Write, encoding/json
//	batch.Run walks it for one file or many; audit.Verify walks it back by a second path.
//
// # Glossary
//
// Code is English. Where the field has a standard Norwegian term, this is its twin:
//
//	Submission      innrapportering: one agency's workbook for one report year, understood
//	Agency          virksomhet            Appropriation  bevilgning (kapittel, post)
//	Measure         tiltak                Gain           gevinst
//	Baseline        nullpunkt             Owner          gevinstansvarlig, tiltakseier
//	ExtractionRate  uttaksgrad            RunningCost    varig driftskostnad
//	OneOffCost      engangskostnad        BudgetCut      budsjettuttak
//	CoFinancing     medfinansiering       FrameCut       rammekutt (ABE and other)
//	Reallocation    omdisponering         Reallocatable  omdisponerbart
//	Service         tjeneste              Chain          tjenestekjede
//	Reuse           gjenbruk              Regulation     regelverk
//	Plan            plan, strategi        Demand         departementskrav
//	Profile         departementets profil Question       spørsmål i profilen
//	FullYear        helårseffekt          PriceIndex     prisindeks
//	Finding         funn                  Severity       feil, varsel, opplysning
//	Ledger          regnestykket: every amount with its derivation
//	Section         kapittelet «Effektivisering og gevinstrealisering»
package report
