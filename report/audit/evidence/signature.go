package evidence

import (
	"crypto/ed25519"
	"crypto/sha512"
	"encoding/pem"
	"errors"
	"strings"

	"golang.org/x/crypto/ssh"
)

// Namespace keeps a signature over a manifest from being taken for one over
// something else that was signed with the same key.
const Namespace = "gevinst"

// Why a signature says nothing. ErrForeign is one of another form, namespace or
// kind of key; ErrForged one that does not belong to the manifest.
var (
	ErrForeign = errors.New("is no signature as gevinst writes it")
	ErrForged  = errors.New("does not belong to the manifest")
)

const (
	magic  = "SSHSIG"
	hashed = "sha512"
	armour = "SSH SIGNATURE"
)

// envelope is what an SSHSIG file holds behind its magic (OpenSSH, PROTOCOL.sshsig).
type envelope struct {
	Version   uint32
	PublicKey []byte
	Namespace string
	Reserved  string
	Hash      string
	Signature []byte
}

// signed is what the key signs, behind the magic.
type signed struct {
	Namespace string
	Reserved  string
	Hash      string
	Sum       []byte
}

// Sign signs a manifest. The signature is detached and in OpenSSH's form, which
// ssh-keygen -Y verify checks without gevinst. The same key and manifest give the
// same bytes.
func Sign(key ed25519.PrivateKey, manifest []byte) ([]byte, error) {
	signer, err := ssh.NewSignerFromKey(key)
	if err != nil {
		return nil, err
	}
	sig, err := signer.Sign(nil, message(manifest)) // ed25519 takes no randomness
	if err != nil {
		return nil, err
	}
	body := ssh.Marshal(envelope{Version: 1, PublicKey: signer.PublicKey().Marshal(), Namespace: Namespace, Hash: hashed, Signature: ssh.Marshal(sig)})
	return armoured(append([]byte(magic), body...)), nil
}

func message(manifest []byte) []byte {
	sum := sha512.Sum512(manifest)
	return append([]byte(magic), ssh.Marshal(signed{Namespace: Namespace, Hash: hashed, Sum: sum[:]})...)
}

// armoured is the bytes in lines of seventy letters, as OpenSSH writes them.
func armoured(b []byte) []byte {
	const letters = 70
	text := string(pem.EncodeToMemory(&pem.Block{Type: armour, Bytes: b}))
	lines := strings.Split(strings.TrimSpace(text), "\n")
	joined := strings.Join(lines[1:len(lines)-1], "")
	out := lines[0] + "\n"
	for ; len(joined) > letters; joined = joined[letters:] {
		out += joined[:letters] + "\n"
	}
	return []byte(out + joined + "\n" + lines[len(lines)-1] + "\n")
}

// Verify tells which key signed the manifest. Whose key that is, the file cannot
// say. The error is ErrForeign or ErrForged.
func Verify(signature, manifest []byte) (ed25519.PublicKey, error) {
	block, rest := pem.Decode(signature)
	if block == nil || block.Type != armour || len(strings.TrimSpace(string(rest))) > 0 {
		return nil, ErrForeign
	}
	body, ok := strings.CutPrefix(string(block.Bytes), magic)
	var e envelope
	if !ok || ssh.Unmarshal([]byte(body), &e) != nil || e.Version != 1 || e.Namespace != Namespace || e.Hash != hashed || e.Reserved != "" {
		return nil, ErrForeign
	}
	public, err := ssh.ParsePublicKey(e.PublicKey)
	if err != nil {
		return nil, ErrForeign
	}
	key, err := ofSSH(public)
	if err != nil {
		return nil, ErrForeign
	}
	var sig ssh.Signature
	if ssh.Unmarshal(e.Signature, &sig) != nil {
		return nil, ErrForeign
	}
	if public.Verify(message(manifest), &sig) != nil {
		return nil, ErrForged
	}
	return key, nil
}
