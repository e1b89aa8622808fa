#!/bin/sh
# Takes in a sector on all processors of one machine, or of several, with GNU
# parallel. Each shard is a batch of its own with a folder of its own; the folders
# together are the whole batch, and "gevinst consolidate out/*" takes them all.
#
#   IN=incoming OUT=out N=8 sh parallel.sh
#
# Further flags of "gevinst batch" follow as arguments. For more machines add
# --sshloginfile, with IN and OUT on a disk that all of them see. A shard that was
# stopped goes on where it was: run the same command again.
set -eu
: "${IN:?folder with the workbooks}" "${OUT:?folder to write to}" "${N:=4}"
export IN OUT N

# Exit codes 1, 3 and 5 tell of the workbooks (see status.csv), and trying again
# changes nothing. 4 tells of the machine, such as a full disk: parallel tries again.
# shellcheck disable=SC2016
seq "$N" | parallel --retries 3 --joblog "${JOBLOG:-/dev/null}" '
	gevinst batch "$IN" -o "$OUT"/{} --shard {}/"$N" --jobs 1 '"$*"' >/dev/null
	code=$?
	case $code in 1 | 3 | 5) exit 0 ;; *) exit $code ;; esac'
