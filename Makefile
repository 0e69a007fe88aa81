# Kroniek: `make demo` shows it at work, `make test` checks everything.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed
GOLD ?= ../shared/gold
TREEBANKS ?= ../shared/treebanks
WORKERS ?= 2
DEMO_LEDGER := out/demo.db
EXAMPLES := $(sort $(wildcard examples/*.txt examples/*.md examples/*.html))

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint types imports pytest test-web screenshots accuracy eval-parser speed kill readme train \
  bench lock clean

demo: $(INSTALLED)  ## Code the three examples, keep them, show them
	mkdir -p out && rm -f $(DEMO_LEDGER)*
	$(BIN)/kroniek add $(EXAMPLES) --ledger $(DEMO_LEDGER)
	$(BIN)/kroniek events --ledger $(DEMO_LEDGER)
	$(BIN)/kroniek brief --ledger $(DEMO_LEDGER) --output out/brief.html

test: lint types imports pytest  ## Everything that CI checks

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED)
	$(BIN)/mypy

imports: $(INSTALLED)
	$(BIN)/lint-imports

pytest: $(INSTALLED)
	$(BIN)/pytest -n $(WORKERS)

test-web: $(INSTALLED)  ## The workbench alone, in a real browser
	$(BIN)/pytest tests/web

screenshots: $(INSTALLED)  ## Take the pictures of docs/screenshots anew
	KRONIEK_SCREENSHOTS=1 $(BIN)/pytest tests/web

accuracy: $(INSTALLED)  ## Write benchmarks/accuracy.md from the development gold
	$(BIN)/python benchmarks/accuracy.py $(GOLD)

eval-parser: $(INSTALLED)  ## Write training/report.md from the held-out treebanks
	$(BIN)/python -m training.evaluate --treebanks $(TREEBANKS) --out training/report.md

speed: $(INSTALLED)  ## Write benchmarks/speed.md: ratios of one run, about 15 minutes
	$(BIN)/python benchmarks/speed.py --gold $(GOLD) --treebanks $(TREEBANKS)

kill: $(INSTALLED)  ## Kill `kroniek add` at 20 random moments and compare the ledgers
	$(BIN)/python benchmarks/kill.py --out benchmarks/kill.md

bench: accuracy eval-parser speed  ## Every figure that is written by a command
	$(BIN)/python -m benchmarks.stores
	$(BIN)/python benchmarks/record.py
	$(BIN)/python benchmarks/web.py

readme: $(INSTALLED)  ## Put real output into README.md and docs/cluster.md
	$(BIN)/python docs/fill_readme.py

train: $(INSTALLED)  ## Make the parser's weights anew (hours); see training/README.md
	$(BIN)/pip install -e '.[train]'
	TREEBANKS=$(TREEBANKS) PYTHON=$(BIN)/python training/run.sh

lock: $(INSTALLED)  ## Pin every dependency in requirements.lock
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/pip install --quiet pip-tools
	.venv/lock/bin/pip-compile --quiet --upgrade --extra dev --generate-hashes --allow-unsafe \
	  --strip-extras --no-header --no-emit-index-url --no-emit-find-links \
	  --no-emit-trusted-host --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kroniek needs Python 3.11 or later; give it as: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@
