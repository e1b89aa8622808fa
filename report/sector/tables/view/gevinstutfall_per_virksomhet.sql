SELECT orgnr, virksomhet, rapportaar,
  COUNT(*) AS gevinster,
  COUNT(*) FILTER (WHERE utfall = 'IVERKSATT') AS er_iverksatt,
  COUNT(*) FILTER (WHERE utfall = 'FORTSATT_PLANLAGT') AS er_fortsatt_planlagt,
  COUNT(*) FILTER (WHERE utfall = 'TILTAK_STANSET') AS er_stanset,
  COUNT(*) FILTER (WHERE utfall = 'IKKE_NEVNT') AS er_ikke_nevnt,
  {sum plan_i_fjor}, {sum netto_for_planen of netto_naa where utfall <> 'REALISERT_I_FJOR'},
  {sum netto_i_fjor}, {sum netto_naa_av_realiserte of netto_naa where utfall = 'REALISERT_I_FJOR'}
FROM gevinstutfall
GROUP BY orgnr, rapportaar
