package evidence_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"gevinst/report/audit/evidence"
)

func newKey(t *testing.T) (ed25519.PrivateKey, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "agency.key")
	if _, err := evidence.NewKey(path); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	key, err := evidence.Private(content)
	if err != nil {
		t.Fatal(err)
	}
	return key, path
}

func TestASignatureBelongsToItsManifestAndKey(t *testing.T) {
	key, _ := newKey(t)
	manifest := []byte("{}\n")
	signature, err := evidence.Sign(key, manifest)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := evidence.Sign(key, manifest)
	if !bytes.Equal(signature, again) {
		t.Error("the same key and manifest gave two signatures")
	}
	by, err := evidence.Verify(signature, manifest)
	if err != nil || !by.Equal(key.Public()) {
		t.Errorf("signed by %v, %v", by, err)
	}
	if _, err := evidence.Verify(signature, []byte("{ }\n")); !errors.Is(err, evidence.ErrForged) {
		t.Errorf("another manifest: %v", err)
	}
	for i := range signature {
		forged := bytes.Clone(signature)
		forged[i] ^= 1
		if by, err := evidence.Verify(forged, manifest); err == nil && by.Equal(key.Public()) && decoded(forged) != decoded(signature) {
			t.Errorf("byte %d of the signature may change", i)
		}
	}
	for name, foreign := range map[string]string{"nothing": "", "another armour": "-----BEGIN PGP SIGNATURE-----\nAAAA\n-----END PGP SIGNATURE-----\n",
		"something after it": string(signature) + "more", "another namespace": otherNamespace(t, key, manifest)} {
		if _, err := evidence.Verify([]byte(foreign), manifest); !errors.Is(err, evidence.ErrForeign) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func decoded(armoured []byte) string {
	if block, _ := pem.Decode(armoured); block != nil {
		return string(block.Bytes)
	}
	return ""
}

// otherNamespace is a good signature by the key, meant for something else.
func otherNamespace(t *testing.T, key ed25519.PrivateKey, manifest []byte) string {
	t.Helper()
	signature, err := evidence.Sign(key, manifest)
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(signature)
	block.Bytes = bytes.Replace(block.Bytes, []byte("gevinst"), []byte("gewinst"), 1)
	return string(pem.EncodeToMemory(block))
}

// TestPublicToolsVerify has OpenSSH check what we signed: an auditor needs no gevinst for it.
func TestPublicToolsVerify(t *testing.T) {
	needs(t, "ssh-keygen")
	key, path := newKey(t)
	manifest := []byte("{\"a\": 1}\n")
	signature, err := evidence.Sign(key, manifest)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(path)
	public, _ := os.ReadFile(path + evidence.PublicSuffix)
	write(t, filepath.Join(dir, "allowed"), append([]byte("agency "), public...))
	write(t, filepath.Join(dir, "m.sig"), signature)
	verify := func(content []byte) error {
		cmd := exec.Command("ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", "agency", "-n", evidence.Namespace, "-s", "m.sig")
		cmd.Dir, cmd.Stdin = dir, bytes.NewReader(content)
		return cmd.Run()
	}
	if err := verify(manifest); err != nil {
		t.Errorf("ssh-keygen does not verify the signature: %v", err)
	}
	if verify([]byte("{\"a\": 2}\n")) == nil {
		t.Error("ssh-keygen verifies a changed manifest: this test proves nothing")
	}
}

// TestWeVerifyPublicTools takes keys and a signature that OpenSSH made.
func TestWeVerifyPublicTools(t *testing.T) {
	needs(t, "ssh-keygen")
	dir := t.TempDir()
	run(t, dir, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "k")
	write(t, filepath.Join(dir, "m"), []byte("{}\n"))
	run(t, dir, "ssh-keygen", "-q", "-Y", "sign", "-f", "k", "-n", evidence.Namespace, "m")
	by, err := evidence.Verify(read(t, dir, "m.sig"), []byte("{}\n"))
	if err != nil {
		t.Fatal(err)
	}
	private, err := evidence.Private(read(t, dir, "k"))
	if err != nil || !by.Equal(private.Public()) {
		t.Errorf("the private key: %v", err)
	}
	public, err := evidence.Public(read(t, dir, "k.pub"))
	if err != nil || !by.Equal(public) {
		t.Errorf("the public key: %v", err)
	}
	ours, _ := evidence.Sign(private, []byte("{}\n"))
	if !bytes.Equal(ours, read(t, dir, "m.sig")) {
		t.Error("OpenSSH and we sign differently")
	}
	run(t, dir, "ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-f", "locked")
	if _, err := evidence.Private(read(t, dir, "locked")); !errors.Is(err, evidence.ErrEncrypted) {
		t.Errorf("a key with a passphrase: %v", err)
	}
}

// TestKeysThatCannotServe names each by what it is.
func TestKeysThatCannotServe(t *testing.T) {
	key, path := newKey(t)
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	other, _ := ssh.NewPublicKey(curve.Public())
	der, _ := x509.MarshalPKCS8PrivateKey(curve)
	spki, _ := x509.MarshalPKIXPublicKey(key.Public())
	public := read(t, filepath.Dir(path), "agency.key.pub")
	block := func(kind string, b []byte) []byte { return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: b}) }
	for name, c := range map[string]struct {
		file []byte
		want error
		read func([]byte) error
	}{
		"PEM of a public key":               {block("PUBLIC KEY", spki), nil, publicKey},
		"a line of OpenSSH's":               {public, nil, publicKey},
		"a line of a list of signers":       {append([]byte("agency "), public...), nil, publicKey},
		"a public key of another kind":      {ssh.MarshalAuthorizedKey(other), evidence.ErrKind, publicKey},
		"a private key for a public one":    {read(t, filepath.Dir(path), "agency.key"), evidence.ErrPrivate, publicKey},
		"a text":                            {[]byte("Kjære revisor"), evidence.ErrNoKey, publicKey},
		"a broken public key":               {block("PUBLIC KEY", spki[:20]), evidence.ErrNoKey, publicKey},
		"a private key of another kind":     {block("PRIVATE KEY", der), evidence.ErrKind, privateKey},
		"a private key with a passphrase":   {block("ENCRYPTED PRIVATE KEY", der), evidence.ErrEncrypted, privateKey},
		"a public key for a private one":    {public, evidence.ErrPublic, privateKey},
		"a text for a private key":          {[]byte("Kjære revisor"), evidence.ErrNoKey, privateKey},
		"a private key that was cut":        {block("PRIVATE KEY", der[:20]), evidence.ErrNoKey, privateKey},
		"something else in the same armour": {block("CERTIFICATE", der), evidence.ErrNoKey, privateKey},
	} {
		if err := c.read(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func publicKey(b []byte) error  { _, err := evidence.Public(b); return err }
func privateKey(b []byte) error { _, err := evidence.Private(b); return err }

func TestAKeyIsItsOwnersAloneAndNeverOverwritten(t *testing.T) {
	_, path := newKey(t)
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the private key: %v, %v", info.Mode(), err)
	}
	before := read(t, filepath.Dir(path), "agency.key")
	if _, err := evidence.NewKey(path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a key where one stands: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := evidence.NewKey(path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a key where a public one stands: %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("half a pair was written")
	}
	write(t, path, before)
}

func TestAManifestIsReadStrictly(t *testing.T) {
	sum := strings.Repeat("0a", 32)
	good := evidence.New([]evidence.Subject{{Name: "a.pdf", Digest: evidence.Digest{SHA256: sum}}},
		evidence.Predicate{Set: evidence.Set{SHA256: sum}, Workbook: evidence.Workbook{SHA256: sum, Data: sum}})
	var b bytes.Buffer
	if err := evidence.Write(&b, good); err != nil {
		t.Fatal(err)
	}
	if _, err := evidence.Read(b.Bytes()); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"another type":      {"in-toto.io/Statement/v1", "in-toto.io/Statement/v2"},
		"another predicate": {"report:1", "report:2"},
		"no digest":         {sum, "0a"},
		"an unknown key":    {`"subject"`, `"extra": 1, "subject"`},
		"a key twice":       {`"set": ""`, `"set": "", "set": ""`},
		"more after it":     {"}\n}\n", "}\n}\n{}\n"},
		"another layout":    {"\n  ", "\n "},
	} {
		changed := strings.Replace(b.String(), change[0], change[1], 1)
		if changed == b.String() {
			t.Fatalf("%s: nothing was changed", name)
		}
		if _, err := evidence.Read([]byte(changed)); err == nil {
			t.Errorf("%s: read", name)
		}
	}
}

func needs(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("CI=true and %s is not installed", program)
		}
		t.Skipf("%s is not installed", program)
	}
}

func run(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, dir, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}
