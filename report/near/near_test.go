package near

import "testing"

func TestOf(t *testing.T) {
	names := []string{"IVERKSATT", "AVSLUTTET", "JA", "NEI"}
	for written, want := range map[string]string{"iverksat": "IVERKSATT", "Avslutet ": "AVSLUTTET", "J": "JA", "planlagt": "", "": ""} {
		if got := Of(written, names); got != want {
			t.Errorf("%q is near %q, want %q", written, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	if Fold("G\u200b1\ufeff") != Fold("g1") {
		t.Error("characters that nobody sees make two ids of one")
	}
	if Fold(" Frigjort\u00a0 TID\n") != "frigjort tid" {
		t.Errorf("%q", Fold(" Frigjort\u00a0 TID\n"))
	}
}
