package intake

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// Failure says that the system under the outputs failed, and so for every file:
// the run must stop. Key names the sentence to be said.
type Failure struct {
	Key    string `json:"key"`
	File   string `json:"file"`
	Detail string `json:"detail"`
}

func (f *Failure) Error() string { return f.Key + ": " + f.Detail }

// exhausted tells whether an error is the disk's, and so every file's.
func exhausted(err error) bool {
	return full(err) || errors.Is(err, syscall.EROFS) || errors.Is(err, syscall.EIO)
}

func failure(err error) *Failure {
	f := &Failure{Key: "tool.failed", Detail: err.Error()}
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		f.File = path.Path
	case errors.As(err, &link):
		f.File = link.New
	}
	if full(err) {
		f.Key = "batch.full"
	}
	return f
}
