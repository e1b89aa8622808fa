package intake_test

import (
	"crypto/sha256"
	"errors"
	"slices"
	"testing"

	"gevinst/report/batch/intake"
)

func sha(s string) [32]byte { return sha256.Sum256([]byte(s)) }

// TestParseExpected reads lists as people and spreadsheets write them.
func TestParseExpected(t *testing.T) {
	want := []intake.Agency{{OrgNr: "123456785", Name: "Etaten på øya"}, {OrgNr: "974760673", Name: "Brønnøysundregistrene"}}
	for name, list := range map[string]string{
		"semicolons":   "\ufefforgnr;navn\r\n974760673;Brønnøysundregistrene\r\n123456785;Etaten på øya\r\n",
		"commas":       "974760673,Brønnøysundregistrene,x\n123456785,Etaten på øya\n\n",
		"tabs, groups": "Orgnr\tNavn\n974 760 673\tBrønnøysundregistrene\n123\u00a0456\u00a0785\tEtaten på øya\n",
		"Windows":      "orgnr;navn\n974760673;Br\xf8nn\xf8ysundregistrene\n123456785;Etaten p\xe5 \xf8ya\n",
		"twice":        "974760673;Brønnøysundregistrene\n123456785;Etaten på øya\n974760673;Brønnøysundregistrene\n",
	} {
		if got, err := intake.ParseExpected([]byte(list)); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	for _, bad := range []string{"orgnr;navn\n123456789;X\n", "orgnr\nIngen\n", "12345678;kort\n"} {
		if got, err := intake.ParseExpected([]byte(bad)); !errors.Is(err, intake.ErrOrgNr) {
			t.Errorf("%q gave %v, %v", bad, got, err)
		}
	}
	if got, err := intake.ParseExpected(nil); err != nil || got == nil || len(got) != 0 {
		t.Errorf("an empty list is %v, %v: not the same as none", got, err)
	}
}

func TestParseShard(t *testing.T) {
	if s, err := intake.ParseShard("2/8"); err != nil || s != (intake.Shard{Index: 2, Of: 8}) {
		t.Errorf("2/8 is %v, %v", s, err)
	}
	for _, bad := range []string{"", "0/8", "9/8", "2", "2/", "/8", "-1/8", "1/0", "a/b"} {
		if s, err := intake.ParseShard(bad); err == nil {
			t.Errorf("%q is %v", bad, s)
		}
	}
}
