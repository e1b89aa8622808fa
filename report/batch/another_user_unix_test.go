//go:build unix

package batch_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// twinFolder names the variable that tells the test where to leave its sections
// when it is run as another user.
const twinFolder = "GEVINST_BATCH_TWIN"

// TestSameBytesForAnotherUser makes sections again in a process of another user of
// the system, with another home, folder of temporary files, language, time zone and
// number of processors. Only root may become another user; others change all the
// rest.
func TestSameBytesForAnotherUser(t *testing.T) {
	dir := os.Getenv(twinFolder)
	if dir != "" {
		twinSections(t, dir)
		return
	}
	public := publicFolder(t)
	twin, home := filepath.Join(public, "twin"), filepath.Join(public, "home")
	for _, d := range []string{twin, home} {
		if err := os.Mkdir(d, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(d, 0o777); err != nil { // whatever the umask is
			t.Fatal(err)
		}
	}
	cmd := exec.Command(copied(t, public), "-test.run=^TestSameBytesForAnotherUser$")
	cmd.Dir = home
	cmd.Env = []string{twinFolder + "=" + twin, "HOME=" + home, "TMPDIR=" + home, "USER=nobody", "PATH=/nowhere",
		"LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "TZ=Pacific/Kiritimati", "GOMAXPROCS=1"}
	if os.Geteuid() == 0 {
		const nobody = 65534
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	} else {
		t.Log("only root may become another user: the environment alone differs")
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	here := t.TempDir()
	twinSections(t, here)
	sameFiles(t, here, twin)
}

// twinSections writes sections of two languages, one with attachments.
func twinSections(t *testing.T, dir string) {
	t.Helper()
	n := 0
	for _, c := range demoCases() {
		if c.name == "demo-nn-draft" || c.name == "demo-en-embedded" {
			c.section(t, dir)
			n++
		}
	}
	if n != 2 {
		t.Fatalf("%d of two sections are there to compare", n)
	}
}

func publicFolder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "gevinst")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// copied puts this test where another user may run it.
func copied(t *testing.T, dir string) string {
	t.Helper()
	self, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "self")
	if err := os.WriteFile(path, self, 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func sameFiles(t *testing.T, here, there string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(here, "*", "*"))
	if err != nil || len(files) < 6 {
		t.Fatalf("only %d files to compare", len(files))
	}
	for _, f := range files {
		name, _ := filepath.Rel(here, f)
		mine, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := os.ReadFile(filepath.Join(there, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(mine, theirs) {
			t.Errorf("another user gets other bytes of %s", name)
		}
	}
}
