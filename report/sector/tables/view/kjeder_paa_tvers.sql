SELECT k.rapportaar, k.kjede_navn, k.orgnr, i.virksomhet, k.tjeneste_id, k.partner_orgnr,
  COALESCE(p.virksomhet, k.partner_navn) AS partner_navn,
  CASE
    WHEN k.partner_orgnr IS NULL THEN 'UTEN_PARTNER'
    WHEN p.orgnr IS NULL THEN 'IKKE_RAPPORTERT'
    WHEN EXISTS (SELECT 1 FROM tjenestekjeder m WHERE m.orgnr = k.partner_orgnr AND m.rapportaar = k.rapportaar
      AND m.kjede_navn = k.kjede_navn AND m.partner_orgnr = k.orgnr) THEN 'BEKREFTET'
    WHEN EXISTS (SELECT 1 FROM tjenestekjeder m WHERE m.orgnr = k.partner_orgnr AND m.rapportaar = k.rapportaar
      AND m.kjede_navn = k.kjede_navn) THEN 'MOTSAGT'
    ELSE 'TAUS'
  END AS partner_svarer,
  k.ansvarlig, k.rad
FROM tjenestekjeder k
JOIN innlevering i USING (orgnr, rapportaar)
LEFT JOIN innlevering p ON p.orgnr = k.partner_orgnr AND p.rapportaar = k.rapportaar
ORDER BY k.rapportaar, k.kjede_navn, k.orgnr, k.rad
