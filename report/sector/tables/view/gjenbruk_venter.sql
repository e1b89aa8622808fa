SELECT rapportaar, kilde, informasjon, gjenbrukes,
  COUNT(DISTINCT orgnr) AS virksomheter,
  COUNT(*) AS linjer
FROM gjenbruk
WHERE gjenbrukes IN ('NEI', 'DELVIS')
GROUP BY rapportaar, kilde, informasjon, gjenbrukes
