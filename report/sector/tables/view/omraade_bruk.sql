SELECT o.rapportaar, o.omraade, o.prioritert, o.virksomheter, o.linjer,
  o.belop_ore, o.arbeidstid_ore, o.belop_ore - o.arbeidstid_ore AS midler_ore, o.aarsverk,
  (SELECT group_concat(v.virksomhet, ', ') FROM omraade_virksomhet v WHERE v.rapportaar = o.rapportaar AND v.omraade_rad = o.rad) AS brukes_av
FROM omraade o
ORDER BY o.rapportaar, o.rad
