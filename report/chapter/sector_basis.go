package chapter

// basis says what the report was made of, and how.
func (c *sectorComposer) basis() {
	c.heading(1, "sector.basis")
	rounding := c.say("chapter.method.rounding")
	if c.rounded {
		rounding += " " + c.say("chapter.method.rounded")
	}
	c.sentences(c.say("sector.basis.about"), rounding)
	list := &List{}
	for _, key := range []string{"sector.basis.sum", "sector.basis.outcomes", "sector.basis.plan", "sector.basis.chains", "sector.basis.outliers", "sector.basis.doubles"} {
		list.Items = append(list.Items, Words(c.say(key, arg("year", c.year))))
	}
	c.add(list)
	c.paragraph("sector.basis.made", arg("set", c.s.Set), arg("version", c.s.Version), arg("n", c.s.Reporting()))
}

// appendix holds what is too much for the report itself.
func (c *sectorComposer) appendix() {
	all := c.byAmount()
	if len(all) <= mostRows {
		return
	}
	c.heading(1, "sector.appendix")
	c.heading(2, "sector.sides")
	shown := min(len(all), mostListed)
	if shown == len(all) {
		c.paragraph("sector.appendix.about")
	} else {
		c.paragraph("sector.sides.about")
	}
	c.agencyBridges("sector.sides.table", all[:shown], all[shown:])
	if len(c.s.Chains) > mostRows {
		c.heading(2, "sector.chains")
		c.chainTable("sector.chains.table", c.s.Chains[:min(len(c.s.Chains), mostListed)], len(c.s.Chains))
	}
	if len(c.s.Demands) > 0 {
		c.heading(2, "sector.demands")
		for i := range c.s.Demands {
			c.answersTo(&c.s.Demands[i])
		}
	}
}
