SELECT t.rapportaar, CAST(substr(t.planlagt_digital_dato, 1, 4) AS INTEGER) AS digital_aar, t.orgnr, i.virksomhet,
  COUNT(*) AS tjenester,
  {sum potensial}
FROM tjenester t
JOIN innlevering i USING (orgnr, rapportaar)
WHERE t.digital_status <> 'DIGITAL' OR t.digital_status IS NULL
GROUP BY t.rapportaar, digital_aar, t.orgnr
