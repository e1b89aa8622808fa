SELECT rapportaar, gevinstklasse,
  COUNT(DISTINCT orgnr) AS virksomheter,
  COUNT(*) AS gevinster,
  COUNT(*) FILTER (WHERE teller_med = 'JA') AS gevinster_teller,
  {sum brutto},
  {sum netto where teller_med = 'JA'},
  {sum ny_netto where teller_med = 'JA'},
  {sum helaar where teller_med = 'JA'}
FROM gevinster
GROUP BY rapportaar, gevinstklasse
