//go:build unix

package intake

import (
	"errors"
	"syscall"
)

// full tells whether there is no room left: on the disk, in the user's share of it,
// or up to the largest file that this process may write.
func full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}
