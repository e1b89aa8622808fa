SELECT rapportaar,
  COUNT(*) AS virksomheter,
  {sum netto}, {sum tidligere}, {sum ny_netto}, {sum ny_netto_midler}, {sum ny_netto_tid},
  {sum medfinansiering}, {sum engangskostnad}, {sum for_rammekutt}, {sum rammekutt},
  {sum omdisponerbart}, {sum udekket_rammekutt}, {sum omdisponerbart_midler},
  {sum omdisponert}, {sum omdisponert_kjop}, {sum rest}, {sum helaar}
FROM regnestykke
GROUP BY rapportaar
