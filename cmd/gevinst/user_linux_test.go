package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// TestAnotherUsersBytes has two people make the same report: other locale, time zone,
// home, folder, file mode and number of processors, and, where root runs the test, another
// user of the system. Every file has the same bytes.
func TestAnotherUsersBytes(t *testing.T) {
	program := built(t, ".")
	for dir := filepath.Dir(program); dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	demo := func(as *syscall.Credential, mask string, env ...string) string {
		folder := t.TempDir()
		for _, dir := range []string{folder, filepath.Dir(folder)} {
			if err := os.Chmod(dir, 0o777); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command("sh", "-c", `umask "$0" && exec "$@"`, mask, program, "demo", "-o", "out", "--lang", "nn")
		cmd.Dir, cmd.Env = folder, append([]string{"HOME=" + folder}, env...)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: as}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return filepath.Join(folder, "out")
	}
	var other *syscall.Credential
	if os.Geteuid() == 0 {
		const nobody = 65534
		other = &syscall.Credential{Uid: nobody, Gid: nobody}
	} else {
		t.Log("only root can be another user here: what remains is another's surroundings")
	}
	one := demo(nil, "022", "LANG=nb_NO.UTF-8", "TZ=Europe/Oslo")
	two := demo(other, "000", "LANG=ar_EG.UTF-8", "LC_ALL=tr_TR.UTF-8", "TZ=Pacific/Kiritimati", "GOMAXPROCS=1")
	names, err := filepath.Glob(filepath.Join(one, "*"))
	if err != nil || len(names) != 5 {
		t.Fatalf("%d files were made (%v), want 5", len(names), err)
	}
	for _, name := range names {
		a, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(two, filepath.Base(name)))
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("%s is not the same to both (%v)", filepath.Base(name), err)
		}
	}
}
