//go:build unix

package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"testing"
	"time"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/templates"
)

// typical is the generated workbook that every figure in this file is about:
// 120 measures, 480 gains.
func typical(b *testing.B, filling report.Filling) ([]byte, []*report.Spec, *text.Voice) {
	b.Helper()
	sets, err := templates.Sets()
	if err != nil {
		b.Fatal(err)
	}
	voice, err := text.For(report.NB)
	if err != nil {
		b.Fatal(err)
	}
	var file bytes.Buffer
	if err := workbook.Write(&file, sets[0], workbook.Order{Lang: report.NB, Filling: filling, Say: voice.Say}); err != nil {
		b.Fatal(err)
	}
	return file.Bytes(), sets, voice
}

// BenchmarkRead reads the file with types and, in turns with it, does nothing but
// inflate its parts, the floor of reading. The machine may be busy, so both are
// taken in CPU time, each with the garbage that it leaves.
func BenchmarkRead(b *testing.B) {
	file, sets, _ := typical(b, fixtures.Typical(1))
	b.ReportAllocs()
	var inflating, reading time.Duration
	filled, rounds := 0, 0
	const turns = 10
	for b.Loop() {
		rounds++
		inflating += cpuOf(b, turns, func() error { return inflate(file) })
		reading += cpuOf(b, turns, func() error {
			draft, _, err := workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(file), int64(len(file)), sets)
			if err == nil {
				filled = draft.Counts.Read
			}
			return err
		})
	}
	perTurn := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(rounds*turns) }
	b.ReportMetric(perTurn(inflating), "inflating-cpu-ms")
	b.ReportMetric(perTurn(reading), "reading-cpu-ms")
	b.ReportMetric(float64(reading)/float64(inflating), "times-inflating")
	b.ReportMetric(float64(filled), "cells")
}

func inflate(file []byte) error {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			return err
		}
	}
	return nil
}

// cpuOf is the CPU time that this process spends on so many turns of a job and on
// clearing up after them.
func cpuOf(b *testing.B, turns int, job func() error) time.Duration {
	b.Helper()
	start := cpu(b)
	for range turns {
		if err := job(); err != nil {
			b.Fatal(err)
		}
	}
	runtime.GC()
	return cpu(b) - start
}

func cpu(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkJudge is check, ledger and compose of the same file.
func BenchmarkJudge(b *testing.B) {
	file, sets, voice := typical(b, fixtures.Typical(1))
	draft, found, err := workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(file), int64(len(file)), sets)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		out := check.Run(draft, found, check.Options{})
		chapter.Compose(chapter.Input{Ledger: out.Ledger, Voice: voice})
	}
}

// BenchmarkWholeJob runs the built program on the typical workbook and, beside
// it, the peer that prints the same rows with openpyxl and reportlab. The third
// process does nothing: its peak is the least that the measuring can show.
func BenchmarkWholeJob(b *testing.B) {
	file, _, _ := typical(b, fixtures.Typical(1))
	dir := b.TempDir()
	in, program, peak := filepath.Join(dir, "typical.xlsx"), built(b, "."), built(b, "./testdata/peak")
	if err := os.WriteFile(in, file, 0o600); err != nil {
		b.Fatal(err)
	}
	b.Run("gevinst", func(b *testing.B) {
		measure(b, peak, program, "report", in, "-o", filepath.Join(dir, "out"))
	})
	b.Run("openpyxl+reportlab", func(b *testing.B) {
		python := "/usr/bin/python3" // Debian's, which has the packages
		if exec.Command(python, "-c", "import openpyxl, reportlab").Run() != nil {
			b.Skip("python3-openpyxl and python3-reportlab are not installed")
		}
		measure(b, peak, python, filepath.Join("testdata", "peer.py"), in, filepath.Join(dir, "peer.pdf"))
	})
	b.Run("nothing", func(b *testing.B) { measure(b, peak, "true") })
}

// built builds the program of a folder.
func built(tb testing.TB, folder string) string {
	tb.Helper()
	program := filepath.Join(tb.TempDir(), "gevinst")
	if out, err := exec.Command("go", "build", "-o", program, folder).CombinedOutput(); err != nil {
		tb.Fatalf("%v\n%s", err, out)
	}
	return program
}

// measure has testdata/peak run a command b.N times and reports the CPU time and
// the peak memory of the command alone.
func measure(b *testing.B, peak string, command ...string) {
	b.Helper()
	var cpu, most int64
	for b.Loop() {
		var said, complained bytes.Buffer
		cmd := exec.Command(peak, command...)
		cmd.Stdout, cmd.Stderr = &said, &complained
		if err := cmd.Run(); err != nil {
			b.Fatalf("%v\n%s", err, &complained)
		}
		var ms, kib int64
		if _, err := fmt.Fscan(&said, &ms, &kib); err != nil {
			b.Fatal(err)
		}
		cpu, most = cpu+ms, max(most, kib)
	}
	b.ReportMetric(float64(cpu)/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(most)/1024, "peak-MiB")
}

// BenchmarkLarge checks workbooks of 25,000, 50,000 and 100,000 gains in a
// process of their own, to see that time and memory grow with the rows.
func BenchmarkLarge(b *testing.B) {
	dir := b.TempDir()
	program, peak := built(b, "."), built(b, "./testdata/peak")
	for _, gains := range []int{25_000, 50_000, 100_000} {
		file, _, _ := typical(b, fixtures.Large(gains))
		in := filepath.Join(dir, "large.xlsx")
		if err := os.WriteFile(in, file, 0o600); err != nil {
			b.Fatal(err)
		}
		b.Run(strconv.Itoa(gains), func(b *testing.B) { measure(b, peak, program, "check", in) })
	}
}
