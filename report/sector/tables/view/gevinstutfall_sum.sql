SELECT rapportaar, utfall,
  COUNT(DISTINCT orgnr) AS virksomheter,
  COUNT(*) AS gevinster,
  {sum plan_i_fjor}, {sum plan}, {sum netto_i_fjor}, {sum netto_naa}
FROM gevinstutfall
GROUP BY rapportaar, utfall
