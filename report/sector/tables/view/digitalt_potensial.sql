SELECT rapportaar, art, digital_status,
  COUNT(DISTINCT orgnr) AS virksomheter,
  COUNT(*) AS tjenester,
  COUNT(*) FILTER (WHERE egnet_selvbetjening = 'JA') AS kan_selvbetjenes,
  COUNT(*) FILTER (WHERE egnet_straksavgjorelse = 'JA') AS kan_straksavgjores,
  COUNT(*) FILTER (WHERE egnet_automatisering = 'JA') AS kan_automatiseres,
  COUNT(*) FILTER (WHERE brukerorientert = 'JA') AS er_brukerorientert,
  COUNT(*) FILTER (WHERE videre = 'REDESIGN') AS skal_redesignes,
  COUNT(*) FILTER (WHERE videre = 'FORENKLES') AS skal_forenkles,
  COUNT(*) FILTER (WHERE videre = 'BORTFALLER') AS skal_bortfalle,
  {sum potensial},
  COUNT(*) - COUNT(potensial_kr) AS uten_potensial
FROM tjenester
GROUP BY rapportaar, art, digital_status
