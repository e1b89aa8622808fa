# One command for each thing that is done often. Nothing here is needed to use
# gevinst; Go alone is enough for `make test` and `make demo`.

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
# Golden files are written by the tests beside whatever asks for -update.
GOLDEN_FILES = $(shell grep -rl '\*update' --include='*_test.go' .)
GOLDEN_TESTS = $(shell grep -ho '^func Test[A-Za-z0-9]*' $(GOLDEN_FILES) | sed 's/^func //' | sort -u | paste -sd'|')
# What other rooms' tests read is written before they run, so that none sees half a file.
GOLDEN_FIRST = ./fixtures/ ./report/sector/
PLATFORMS = windows/amd64 windows/arm64 linux/amd64 linux/arm64 darwin/amd64 darwin/arm64
FUZZTIME = 30s
# Making each new input smaller may take a minute of every run; a few tries are enough.
FUZZMINIMIZE = -fuzzminimizetime 10x

.PHONY: help build dist test race lint golden conformance strike bench fuzz mutate demo ci

help: ## show this help
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

build: ## build the program as ./gevinst
	go build -o gevinst ./cmd/gevinst

dist: ## build for Windows, Linux and macOS into ./dist, with SHA256SUMS
	rm -rf dist
	for platform in $(PLATFORMS); do os=$${platform%/*} arch=$${platform#*/}; \
		case $$os in windows) end=.exe ;; *) end= ;; esac; \
		CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build -trimpath -o dist/gevinst-$$os-$$arch$$end ./cmd/gevinst || exit 1; done
	cd dist && sha256sum gevinst-* > SHA256SUMS && cat SHA256SUMS

test: ## run all tests; those that need LibreOffice or poppler skip without it
	go test ./...

race: ## run all tests with the race detector
	go test -race ./...

lint: ## gofmt, go vet and staticcheck (fetched at its pinned version)
	test -z "$$(gofmt -l .)" || { gofmt -l .; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...

golden: ## rewrite every golden file; look at the diff before you commit it
	@for dirs in $(GOLDEN_FIRST) "$(filter-out $(GOLDEN_FIRST),$(sort $(dir $(GOLDEN_FILES))))"; do \
		go test $$dirs -short -update -run '^($(GOLDEN_TESTS))$$' || exit 1; done
	git diff --stat

conformance: ## have veraPDF judge sections: files, flavours, checks, failures
	CI=true go test ./report/pdf ./report/batch -count=1 -p 1 -timeout 30m -v -run 'Conformance|ValidatorSees'

strike: ## take in 1,000 workbooks, killed ten times on the way, and compare with a calm run
	GEVINST_AGENCIES=1000 go test ./cmd/gevinst -run TestBatchWithstands/kills -count=1 -v -timeout 2h

bench: ## measure speed and memory on a generated typical workbook
	go test -run '^$$' -bench . -benchmem ./...

fuzz: ## run every fuzz target for FUZZTIME (30s)
	@grep -ro --include='*_test.go' '^func Fuzz[A-Za-z]*' . | sed 's,/[^/]*:func , ,' | sort -u | while read dir target; do \
		echo "$$dir $$target"; go test $$dir -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $(FUZZMINIMIZE) || exit 1; done

mutate: ## break calculation and rules step by step: do the tests notice at least 90 %?
	go run ./.ci/mutate

demo: ## write the example agency's workbook and section to ./out
	go run ./cmd/gevinst demo -o out

ci: ## everything that the build server runs
	.ci/run
