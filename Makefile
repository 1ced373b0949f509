# The two commands that a newcomer needs are `make generate` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The source distribution of this package carries JSON Schema's official tests.
SUITE := .cache/jsonschema-4.26.0.tar.gz
MANIFEST := generated/twilio_participants/fragmint.lock

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SECONDARY:
.PRECIOUS: $(MANIFEST)
.PHONY: at-first help generate check test golden lint types format bench corpus year fuzz drift conformance demo clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

generate: $(MANIFEST) ## make generated/ from spec/

check: $(VENV)/.installed ## fail where generated/ is not what spec/ makes
	@$(BIN)/fragmint check

# Many tests wait for others: twice as many at once keep all processors busy.
test: $(VENV)/.installed-test ## run everything: tests, types, lint
	PYTEST_XDIST_AUTO_NUM_WORKERS=$$(($$(nproc 2>/dev/null || echo 2) * 2)) \
		$(BIN)/python -m pytest --numprocesses auto --dist worksteal

golden: $(VENV)/.installed-test ## rewrite what tests/golden and golden_diff expect; read the diff
	$(BIN)/python -m pytest tests/test_golden.py tests/test_golden_diff.py --golden

lint: $(VENV)/.installed-test ## ruff and black
	$(BIN)/ruff check .
	$(BIN)/black --check --quiet generator generated tests benchmarks examples

types: $(VENV)/.installed-test ## mypy and pyright
	$(BIN)/mypy
	$(BIN)/pyright

format: $(VENV)/.installed-test ## lay out our own code
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/black --quiet generator tests benchmarks examples

bench: $(VENV)/.installed-test ## measure the speed; fails where a bound is passed
	PYTHONPATH=generated $(BIN)/python benchmarks/bench.py
	PYTHONPATH=generated $(BIN)/python benchmarks/validation.py
	PYTHONPATH=generated $(BIN)/python benchmarks/throughput.py

corpus: $(VENV)/.installed-test ## try every description below CORPUS; N=… and SEED=… take some
	@$(BIN)/python -m tests.corpus "$(or $(CORPUS),$(error which descriptions? make corpus CORPUS=folder))" \
		$(if $(N),--sample $(N)) $(if $(SEED),--seed $(SEED)) $(OPTIONS)

year: $(VENV)/.installed-test ## tell what a year's edits of a description below CORPUS change
	@$(BIN)/python -m tests.corpus.year "$(or $(CORPUS),$(error which descriptions? make year CORPUS=folder))"

fuzz: $(VENV)/.installed-test ## compare verdicts with jsonschema-rs's; N=… comparisons, SEED=…
	@PYTHONPATH=generated $(BIN)/python -m tests.fuzz $(N) $(if $(SEED),--seed $(SEED)) $(OPTIONS)

drift: $(VENV)/.installed-test ## hold diff against calls and answers; N=… chains of edits, SEED=…
	@PYTHONPATH=generated $(BIN)/python -m tests.fuzz.drift $(N) $(if $(SEED),--seed $(SEED)) $(OPTIONS)

conformance: $(VENV)/.installed-test $(SUITE) ## the official suites; FIXTURES=… is a checkout of OpenAPI's
	SUITE="$(SUITE)" FIXTURES="$(FIXTURES)" $(BIN)/python -m pytest tests/conformance

demo: $(VENV)/.installed-client ## create a participant on a stand-in server, and see one refused
	@PYTHONPATH=generated $(BIN)/python examples/demo.py

clean: ## remove the virtual environment and all caches
	rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Nothing is run where neither an input, which the depfile lists, nor a file of the
# package is newer. What is newer and says the same leaves the manifest as it is.
# Before there is a list of what it is made of, fragmint says whether it is up to date.
$(MANIFEST): $(if $(wildcard .cache/generate.d),,at-first) $(VENV)/.installed $(filter-out $(MANIFEST),$(shell find generated))
	@$(BIN)/fragmint generate --depfile .cache/generate.d
	@touch $@

-include .cache/generate.d

$(SUITE): | $(VENV)/bin/python
	@$(BIN)/python -m pip download --quiet --no-deps --no-binary jsonschema \
		--dest $(@D) $(subst -,==,$(@F:.tar.gz=))

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("fragmint needs Python 3.11 or later: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@echo "setting up $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "installing fragmint"
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-%: pyproject.toml | $(VENV)/.installed
	@echo "installing what is needed to $(if $(filter test,$*),test,call)"
	@$(BIN)/python -m pip install --quiet --editable . --group $*
	@touch $@
