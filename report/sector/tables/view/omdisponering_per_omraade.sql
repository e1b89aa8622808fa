SELECT rapportaar, prioritert_omraade, art,
  COUNT(DISTINCT orgnr) AS virksomheter,
  COUNT(*) AS linjer,
  {sum belop},
  {sum varig_belop of belop where varig = 'JA'}
FROM omdisponering
GROUP BY rapportaar, prioritert_omraade, art
