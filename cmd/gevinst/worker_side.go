package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"time"

	"gevinst/report/batch/intake"
)

// serve is gevinst as a worker: tasks on standard input, answers on standard
// output, within so much memory. It ends with its input, whatever it is at, so
// that it never outlives the run that hired it.
func serve(args []string, in io.Reader, out, errs io.Writer) int {
	signal.Ignore(os.Interrupt) // the run decides
	mib, err := strconv.Atoi(args[0])
	if err != nil {
		return misuse
	}
	confine(mib)
	tasks, feed := io.Pipe()
	go func() {
		io.Copy(feed, in)
		os.Exit(done)
	}()
	if err := intake.Serve(context.Background(), tasks, out); err != nil {
		io.WriteString(errs, err.Error()+"\n")
		return failed
	}
	return done
}

// confine bounds the memory of this process in three ways: the collector works
// harder as the bound comes near; a watch ends the process where it is passed; and
// where the system can, it refuses to give more, which no watch can miss.
func confine(mib int) {
	const collect, mebi = 80, 1 << 20 // per cent of the bound
	debug.SetMemoryLimit(int64(mib) * mebi * collect / 100)
	forbidMore(uint64(mib) * mebi)
	go watch(uint64(mib) * mebi)
}

func watch(most uint64) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(20 * time.Millisecond) {
		metrics.Read(sample)
		if sample[0].Value.Uint64()-sample[1].Value.Uint64() > most {
			io.WriteString(os.Stderr, "out of memory\n")
			os.Exit(failed)
		}
	}
}
