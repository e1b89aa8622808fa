package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	"gevinst/report/batch/intake"
)

// workerCommand is the command by which gevinst runs itself for one file after
// another. It is no command for people and stands in no help.
const workerCommand = "worker"

// limits bound what a worker may spend on one file.
type limits struct {
	time time.Duration
	mib  int
}

// child is a worker in a process of its own: what hangs is killed, what wants too
// much memory kills only itself.
type child struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	tasks   *json.Encoder
	answers chan intake.Answer // closed when the process has no more to say
	last    *tail              // of what it said on its way out
	patient time.Duration
}

// hire starts this program as a worker.
func hire(s intake.Settings, l limits) (intake.Worker, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(self, workerCommand, strconv.Itoa(l.mib))
	cmd.Args[0] = os.Args[0]
	c, err := begin(cmd, l)
	if err != nil {
		return nil, err
	}
	return c, c.tasks.Encode(s)
}

// begin starts a process as a worker.
func begin(cmd *exec.Cmd, l limits) (*child, error) {
	c := &child{cmd: cmd, answers: make(chan intake.Answer), last: &tail{}, patient: l.time}
	cmd.Stderr, cmd.WaitDelay = c.last, time.Second // a child of its own may keep what it writes to
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if c.in, err = cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go c.hear(out)
	c.tasks = json.NewEncoder(c.in)
	return c, nil
}

// hear passes the answers on. One that is longer than any honest one ends it.
func (c *child) hear(out io.Reader) {
	defer close(c.answers)
	const longest = 4 << 20
	for {
		var a intake.Answer
		if json.NewDecoder(io.LimitReader(out, longest)).Decode(&a) != nil {
			return
		}
		c.answers <- a
	}
}

// Do has a task done within the bounds.
func (c *child) Do(ctx context.Context, t intake.Task) (intake.Answer, error) {
	clock := time.NewTimer(c.patient)
	defer clock.Stop()
	if err := c.tasks.Encode(t); err != nil {
		return intake.Answer{}, &intake.Lost{Cause: c.cause()}
	}
	select {
	case a, alive := <-c.answers:
		if !alive {
			return a, &intake.Lost{Cause: c.cause()}
		}
		return a, nil
	case <-clock.C:
		c.cmd.Process.Kill()
		return intake.Answer{}, &intake.Lost{Cause: intake.Time}
	case <-ctx.Done():
		c.cmd.Process.Kill()
		return intake.Answer{}, ctx.Err()
	}
}

// Close lets the worker go. It leaves when its input ends.
func (c *child) Close() error {
	c.in.Close()
	c.cmd.Process.Kill()
	for range c.answers { // nobody wants them any more
	}
	return c.cmd.Wait()
}

// cause is what a worker died of: one that is killed by the system, or says
// itself that there is no memory, wanted too much. One that has said something
// else than an answer may still be there, and is not waited for long.
func (c *child) cause() intake.Cause {
	const grace = time.Second
	stop := time.AfterFunc(grace, func() { c.cmd.Process.Kill() })
	err := c.cmd.Wait()
	ours := !stop.Stop()
	var ended *exec.ExitError
	said := c.last.String()
	switch {
	case strings.Contains(said, "out of memory"), strings.Contains(said, "cannot allocate memory"),
		!ours && errors.As(err, &ended) && strings.Contains(ended.String(), "killed"):
		return intake.Memory
	default:
		return intake.Crash
	}
}

// tail keeps the first and so most telling of what a worker says as it dies.
type tail struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	const enough = 16 << 10
	t.b.Write(p[:min(len(p), max(0, enough-t.b.Len()))])
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.b.String()
}

// programHash is the SHA-256 of the running program.
func programHash() (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	file, err := os.Open(self)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, file)
	return hex.EncodeToString(sum.Sum(nil)), err
}
