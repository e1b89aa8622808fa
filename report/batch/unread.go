package batch

import (
	"errors"
	"io/fs"
	"syscall"

	"gevinst/report"
)

// Unreadable is the sentence, as key and arguments beside {file}, for a file that
// the system will not give us.
func Unreadable(err error) (key string, args []report.Arg) {
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR):
		return "file.missing", nil
	case errors.Is(err, fs.ErrPermission):
		return "file.denied", nil
	case errors.Is(err, ErrDevice):
		return "file.device", nil
	case errors.Is(err, ErrFolder):
		return "file.folder", nil
	default:
		return "file.broken", []report.Arg{{Name: "detail", Value: err.Error()}}
	}
}
