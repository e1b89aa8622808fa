package chapter

import "gevinst/report"

// fitness counts what the services suit. What was answered for none of them is
// left out: it is not known, which is not none.
func (c *composer) fitness() string {
	var all []string
	for _, q := range []struct {
		key   string
		value func(*report.Service) report.Field[string]
	}{
		{"chapter.suits.self", func(s *report.Service) report.Field[string] { return s.SelfService }},
		{"chapter.suits.instant", func(s *report.Service) report.Field[string] { return s.Instant }},
		{"chapter.suits.automatic", func(s *report.Service) report.Field[string] { return s.Automatic }},
	} {
		n := countServices(c.sub.Services, q.value)
		parts := c.parts(len(c.sub.Services), part{"chapter.n.fully", n["JA"]}, part{"chapter.n.partly", n["DELVIS"]})
		switch {
		case parts != "":
			all = append(all, c.say(q.key, arg("parts", parts)))
		case n["NEI"] > 0:
			all = append(all, c.say(q.key, arg("parts", c.say("chapter.n.nobody"))))
		}
	}
	if len(all) == 0 {
		return c.say("chapter.services.suited.none")
	}
	return c.say("chapter.services.suited.count", c.servicesInAll(), arg("parts", c.v.List(all)))
}

// usersSentence counts the services that are made for their users.
func (c *composer) usersSentence() string {
	n := countServices(c.sub.Services, func(s *report.Service) report.Field[string] { return s.UserOriented })
	yes, partly := arg("n", numeral(n["JA"], len(c.sub.Services))), arg("n", numeral(n["DELVIS"], len(c.sub.Services)))
	users := c.say("chapter.services.users", yes)
	switch {
	case n["JA"]+n["DELVIS"]+n["NEI"] == 0:
		return c.say("chapter.services.users.none")
	case n["JA"] == 0 && n["DELVIS"] > 0:
		users = c.say("chapter.services.users.partly", partly)
	case n["DELVIS"] > 0:
		users += c.say("chapter.services.users.too", partly)
	}
	return c.say("chapter.services.users.end", arg("users", users))
}
