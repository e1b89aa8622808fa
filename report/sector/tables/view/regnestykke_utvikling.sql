SELECT r.orgnr, i.virksomhet, r.rapportaar,
  r.ny_netto_ore, f.ny_netto_ore AS ny_netto_i_fjor_ore,
  r.omdisponerbart_ore, f.omdisponerbart_ore AS omdisponerbart_i_fjor_ore,
  r.omdisponert_ore, f.omdisponert_ore AS omdisponert_i_fjor_ore
FROM regnestykke r
JOIN innlevering i USING (orgnr, rapportaar)
LEFT JOIN regnestykke f ON f.orgnr = r.orgnr AND f.rapportaar = r.rapportaar - 1
ORDER BY r.orgnr, r.rapportaar
