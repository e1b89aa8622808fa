package evidence

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io/fs"
	"os"

	"golang.org/x/crypto/ssh"
)

// Why a key cannot be used.
var (
	ErrNoKey     = errors.New("is no key")
	ErrEncrypted = errors.New("is encrypted with a passphrase")
	ErrKind      = errors.New("is a key of another kind than ed25519")
	ErrPrivate   = errors.New("is a private key where a public one is meant")
	ErrPublic    = errors.New("is a public key where a private one is meant")
)

// PublicSuffix ends the name of the public key beside a private one.
const PublicSuffix = ".pub"

// NewKey makes a key and writes two files: the private one as PEM (PKCS#8) for its
// owner's eyes alone, and beside it the public one in OpenSSH's form. What stands
// under either name is never overwritten: the error is then fs.ErrExist.
func NewKey(path string) (ed25519.PublicKey, error) {
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{path, path + PublicSuffix} {
		if _, err := os.Lstat(name); err == nil {
			return nil, &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
		}
	}
	if err := create(path, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), 0o600); err != nil {
		return nil, err
	}
	return public, create(path+PublicSuffix, []byte(PublicLine(public)+"\n"), 0o644)
}

func create(path string, content []byte, mode fs.FileMode) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}

// Private reads a private ed25519 key: PEM (PKCS#8) or OpenSSH's own form, without
// a passphrase. The error is one of those above.
func Private(file []byte) (ed25519.PrivateKey, error) {
	if _, err := Public(file); err == nil {
		return nil, ErrPublic
	}
	block, _ := pem.Decode(file)
	switch {
	case block == nil:
		return nil, ErrNoKey
	case block.Type == "ENCRYPTED PRIVATE KEY" || block.Headers["DEK-Info"] != "":
		return nil, ErrEncrypted
	}
	key, err := ssh.ParseRawPrivateKey(file)
	var locked *ssh.PassphraseMissingError
	if errors.As(err, &locked) {
		return nil, ErrEncrypted
	}
	if err != nil {
		return nil, ErrNoKey
	}
	switch k := key.(type) {
	case ed25519.PrivateKey:
		return k, nil
	case *ed25519.PrivateKey:
		return *k, nil
	}
	return nil, ErrKind
}

// Public reads a public ed25519 key: a line of OpenSSH's, or PEM (PKIX). The error
// is one of those above.
func Public(file []byte) (ed25519.PublicKey, error) {
	if block, _ := pem.Decode(file); block != nil {
		if block.Type != "PUBLIC KEY" {
			return nil, ErrPrivate
		}
		key, err := x509.ParsePKIXPublicKey(block.Bytes)
		if err != nil {
			return nil, ErrNoKey
		}
		return asEd25519(key)
	}
	key, _, _, _, err := ssh.ParseAuthorizedKey(bytes.TrimSpace(file))
	if err != nil {
		return nil, ErrNoKey
	}
	return ofSSH(key)
}

func ofSSH(key ssh.PublicKey) (ed25519.PublicKey, error) {
	plain, ok := key.(ssh.CryptoPublicKey)
	if !ok {
		return nil, ErrKind
	}
	return asEd25519(plain.CryptoPublicKey())
}

func asEd25519(key any) (ed25519.PublicKey, error) {
	if k, ok := key.(ed25519.PublicKey); ok {
		return k, nil
	}
	return nil, ErrKind
}

// PublicLine is a public key as OpenSSH writes it, without a comment.
func PublicLine(key ed25519.PublicKey) string {
	return string(bytes.TrimSpace(ssh.MarshalAuthorizedKey(wire(key))))
}

// Fingerprint is what people compare over the telephone: "SHA256:…", as ssh-keygen -l prints it.
func Fingerprint(key ed25519.PublicKey) string { return ssh.FingerprintSHA256(wire(key)) }

// wire is the key for OpenSSH's formats. An ed25519 key always has one.
func wire(key ed25519.PublicKey) ssh.PublicKey {
	k, err := ssh.NewPublicKey(key)
	if err != nil {
		panic(err) // only for a kind of key that this is not
	}
	return k
}
