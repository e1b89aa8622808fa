SELECT rapportaar, ansvarlig, regelverk, status,
  COUNT(DISTINCT orgnr) AS virksomheter,
  COUNT(*) AS linjer
FROM regelverk
GROUP BY rapportaar, ansvarlig, regelverk, status
