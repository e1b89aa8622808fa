package report

// Submission is one agency's workbook, understood. Every field knows its cell.
// What could not be understood is Bad and has a Finding; nobody parses again.
type Submission struct {
	Origin      Origin
	Spec        *Spec
	Counts      Counts
	SheetNames  []string // as the file names them, in the order of Spec.Sheets; "" where it lacks one
	Agency      Agency
	Budget      []Appropriation
	Measures    []Measure
	Gains       []Gain
	OneOffs     []OneOffCost
	Cuts        []BudgetCut
	Uses        []Reallocation
	Services    []Service
	Chains      []ChainLink
	Reuse       []Reuse
	Regulations []Regulation
	Plans       []Plan
	Index       []PriceIndex
	Demands     []Demand
}

// Place says where a field stands.
func (s *Submission) Place(a At) Place {
	if a.Row == 0 || int(a.Sheet) >= len(s.SheetNames) {
		return Place{}
	}
	return Place{Sheet: s.SheetNames[a.Sheet], Row: int(a.Row), Col: int(a.Col)}
}

// Agency is sheet Virksomhet.
type Agency struct {
	SchemaVersion  Field[string] // skjemaversjon
	OrgNr          Field[string] // nine digits
	Name           Field[string]
	Ministry       Field[string] // departement
	Year           Field[int]    // rapportaar
	Form           Field[Lang]   // maalform
	BudgetForm     Field[string] // budsjettform: BRUTTO, NETTO, FORVALTNINGSBEDRIFT
	ManYears       Field[Kroner] // aarsverk
	ManYearsMeans  Field[string] // aarsverk_definisjon
	HoursPerYear   Field[Kroner] // timer_per_aarsverk
	Part           Field[string] // rapportdel: III or IV
	DeductCut      Field[bool]   // trekk_rammekutt
	SystematicWork Field[string] // systematisk_arbeid
	WhyNoneDone    Field[string] // ingen_iverksatte_begrunnelse
	WhyNonePlanned Field[string] // ingen_planlagte_begrunnelse
	Extraction     Field[string] // uttak_tekst: how gains are taken out
	WhyRest        Field[string] // rest_begrunnelse
	ApprovedBy     Field[string] // godkjent_av
	ApprovedOn     Field[Date]   // godkjent_dato
	Profile        Field[string] // profil: the Stamp of the ministry's profile that the workbook was issued with
}

// Appropriation is a row of Bevilgning.
type Appropriation struct {
	Row      int
	Chapter  Field[int]    // kapittel
	Post     Field[string] // two digits
	Name     Field[string] // betegnelse
	Amount   Field[Kroner] // bevilgning_kr
	AbeRate  Field[Kroner] // abe_sats_pst
	AbeCut   Field[Kroner] // abe_kutt_kr
	Evidence Field[string] // kilde
}

// Measure is a row of Tiltak.
type Measure struct {
	Row         int
	ID          Field[string]
	Name        Field[string]
	Description Field[string]
	Status      Field[string] // PLANLAGT, IVERKSATT, AVSLUTTET, STANSET
	Kind        Field[string] // tiltakstype
	DigitalSeen Field[bool]   // digital_saerlig_vurdert
	DigitalText Field[string] // digital_vurdering
	Service     Field[string] // tjeneste_id
	Start       Field[Date]   // startdato
	EffectFrom  Field[Date]   // effekt_fra
	Finance     Field[string] // finansiering: EGEN, MEDFINANSIERING, SATSING, ANNET
	Grant       Field[Kroner] // medfin_tilsagn_kr
	Cost        Field[Kroner] // prosjektkostnad_kr
	Owner       Field[string] // tiltakseier
}

// Gain is a row of Gevinster.
type Gain struct {
	Row            int
	ID             Field[string]
	Measure        Field[string] // tiltak_id
	Class          Field[string] // gevinstklasse: BUDSJETT, ALTERNATIV, ANDRE_OFF, NAERING_INNB, IKKE_PRISSATT
	Type           Field[string] // gevinsttype: EFFEKTIVISERING, KVALITET, OVRIGE_AKTORER
	Duration       Field[string] // varighet: VARIG, ENGANGS
	Method         Field[string] // metode: TID_VOLUM, KRONER_DIFF, FASTBELOP, IKKE_KR
	Owner          Field[string] // gevinstansvarlig
	BaseValue      Field[Kroner] // nullpunkt_verdi
	BaseUnit       Field[string] // nullpunkt_enhet
	BaseDate       Field[Date]   // nullpunkt_dato
	BaseEvidence   Field[string] // nullpunkt_kilde
	PriceYear      Field[int]    // prisaar
	Volume         Field[Kroner] // volum, units in the report year
	MinutesBefore  Field[Kroner] // enhet_for_min
	MinutesAfter   Field[Kroner] // enhet_etter_min
	HourlyCost     Field[Kroner] // timekostnad_kr
	CostBefore     Field[Kroner] // kostnad_for_kr, in kroner of PriceYear
	CostAfter      Field[Kroner] // kostnad_etter_kr, in kroner of the report year
	Amount         Field[Kroner] // belop_kr
	ExtractionRate Field[Kroner] // uttaksgrad_pst, 80 means 80 %
	RunningCost    Field[Kroner] // varig_driftskostnad_kr
	FullYear       Field[Kroner] // helaarseffekt_kr, net
	Planned        Field[Kroner] // planlagt_kr, net, for the report year
	MeasuredOn     Field[Date]   // maalt_dato
	MeasuredBy     Field[string] // maalt_kilde
	Earlier        Field[Kroner] // foert_tidligere_kr: reported as available in earlier years
	QualityBefore  Field[string] // kvalitet_for
	QualityAfter   Field[string] // kvalitet_etter
	Deviation      Field[string] // avvik_forklaring
}

// OneOffCost is a row of Engangskostnader.
type OneOffCost struct {
	Row     int
	Measure Field[string]
	Year    Field[int]
	Amount  Field[Kroner]
	Kind    Field[string] // art
}

// BudgetCut is a row of Budsjettuttak: a cut that really was made in the frame.
type BudgetCut struct {
	Row     int
	Measure Field[string] // may be missing
	Year    Field[int]
	Type    Field[string] // MEDFINANSIERING, ANNET_RAMMEKUTT
	Amount  Field[Kroner]
	Basis   Field[string] // hjemmel
}

// Reallocation is a row of Omdisponering: what freed resources are used for.
type Reallocation struct {
	Row       int
	ID        Field[string] // linje_id
	Kind      Field[string] // art: LONN_TID, KJOP, INVESTERING
	Area      Field[string] // prioritert_omraade
	Purpose   Field[string] // formaal
	Chapter   Field[int]
	Post      Field[string]
	Amount    Field[Kroner]
	ManYears  Field[Kroner] // aarsverk
	Permanent Field[bool]   // varig
	Decision  Field[string] // beslutning_ref
	DecidedOn Field[Date]   // beslutning_dato
}

// Service is a row of Tjenester.
type Service struct {
	Row           int
	ID            Field[string]
	Name          Field[string]
	Kind          Field[string] // art: TJENESTE, ARBEIDSPROSESS
	Audience      Field[string] // maalgruppe
	Volume        Field[Kroner] // volum_per_aar
	Status        Field[string] // digital_status
	SelfService   Field[string] // egnet_selvbetjening: JA, NEI, DELVIS, IKKE_VURDERT
	Instant       Field[string] // egnet_straksavgjorelse
	Automatic     Field[string] // egnet_automatisering
	UserOriented  Field[string] // brukerorientert
	Next          Field[string] // videre: BEHOLDES, REDESIGN, FORENKLES, BORTFALLER
	Potential     Field[Kroner] // potensial_kr
	PlannedOn     Field[Date]   // planlagt_digital_dato
	PlanReference Field[string] // plan_ref
}

// ChainLink is a row of Tjenestekjeder: one service's part in a chain over agencies.
type ChainLink struct {
	Row          int
	ID           Field[string] // kjede_id
	Name         Field[string] // kjede_navn
	Service      Field[string] // tjeneste_id
	PartnerOrgNr Field[string]
	PartnerName  Field[string]
	Responsible  Field[string] // ansvarlig
	Plan         Field[string]
}

// Reuse is a row of Gjenbruk.
type Reuse struct {
	Row         int
	Information Field[string]
	Holder      Field[string] // kilde
	Reused      Field[string] // gjenbrukes: JA, NEI, DELVIS
	Plan        Field[string]
	Service     Field[string]
}

// Regulation is a row of Regelverk.
type Regulation struct {
	Row         int
	Name        Field[string] // regelverk
	Need        Field[string] // behov
	Status      Field[string] // INGEN, VURDERES, FORESLATT, VEDTATT
	Responsible Field[string]
	Service     Field[string]
}

// Plan is a row of Planer.
type Plan struct {
	Row     int
	ID      Field[string]
	Title   Field[string]
	Type    Field[string]
	Adopted Field[Date] // vedtatt_dato
	Until   Field[Date] // gjelder_til
	Link    Field[string]
}

// PriceIndex is a row of Prisindeks.
type PriceIndex struct {
	Row      int
	Year     Field[int]
	Index    Field[Kroner] // points, not kroner
	Series   Field[string]
	Evidence Field[string]
}

// Demand is a row of Departementskrav: one of the ministry's own questions and
// its answer. Where that is a table it stands on Kravtabeller.
type Demand struct {
	Row      int
	ID       Field[string]
	Text     Field[string]
	Kind     Field[string] // svartype: an AnswerKind
	Required Field[bool]   // maa_besvares
	Answer   Answer        // of a table only where it would stand
	Columns  []AnswerColumn
	HeadRow  int        // of Kravtabeller: where the headings stand, 0 where nothing does
	KindRow  int        // of Kravtabeller: where the kinds of the columns stand
	Table    [][]Answer // the filled rows, a cell for each of Columns
}

// AnswerColumn is a column of a table that the ministry asks for.
type AnswerColumn struct {
	Label string // in the workbook's written form
	Kind  AnswerKind
}

// Answer is one typed answer. Which of its values counts is said by Kind.
type Answer struct {
	At
	Kind   AnswerKind
	Text   string
	Yes    bool
	Amount Kroner // BELOP in kroner; TALL a plain number
	Day    Date
}
