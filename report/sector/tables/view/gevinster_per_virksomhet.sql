SELECT g.orgnr, i.virksomhet, g.rapportaar,
  COUNT(*) AS gevinster,
  COUNT(*) FILTER (WHERE g.teller_med = 'JA') AS gevinster_teller,
  COUNT(*) FILTER (WHERE g.utelatt = 'KLASSE') AS utelatt_klasse,
  COUNT(*) FILTER (WHERE g.utelatt = 'STATUS') AS utelatt_status,
  COUNT(*) FILTER (WHERE g.utelatt = 'IKKE_PRISSATT') AS utelatt_uprisset,
  COUNT(*) FILTER (WHERE g.utelatt = 'IKKE_MAALT') AS utelatt_ikke_maalt,
  COUNT(*) FILTER (WHERE g.utelatt = 'TALL_MANGLER') AS utelatt_tall_mangler,
  {sum netto where teller_med = 'JA'},
  {sum ny_netto where teller_med = 'JA'},
  {sum ny_netto_midler of ny_netto where teller_med = 'JA' AND gevinstklasse = 'BUDSJETT'},
  {sum ny_netto_tid of ny_netto where teller_med = 'JA' AND gevinstklasse = 'ALTERNATIV'},
  {sum helaar where teller_med = 'JA'}
FROM gevinster g
JOIN innlevering i USING (orgnr, rapportaar)
GROUP BY g.orgnr, g.rapportaar
