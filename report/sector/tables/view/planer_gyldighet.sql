SELECT p.rapportaar, p.orgnr, i.virksomhet, p.plan_id, p.tittel, p.type, p.vedtatt_dato, p.gjelder_til,
  CASE
    WHEN p.gjelder_til IS NULL THEN 'UTEN_SLUTTDATO'
    WHEN p.gjelder_til < p.rapportaar || '-12-31' THEN 'UTLOPT'
    ELSE 'GJELDER'
  END AS gyldighet,
  p.rad
FROM planer p
JOIN innlevering i USING (orgnr, rapportaar)
ORDER BY p.rapportaar, p.orgnr, p.rad
