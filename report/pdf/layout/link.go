package layout

import "net/url"

// leadsOut tells whether an address may become a link: it is absolute, and can
// only be fetched or mailed to.
func leadsOut(address string) bool {
	if address == "" {
		return false
	}
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != ""
	case "mailto":
		return u.Opaque != ""
	default:
		return false
	}
}
