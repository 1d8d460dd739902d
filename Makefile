# Everything that is done with this checkout. `make help` lists it. Windows without make: see README.md.
SHELL := /bin/sh
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV ?= .venv
BIN := $(VENV)/bin
# The first Python that is new enough; `make PYTHON=/path/to/python3 …` chooses another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
# More than two cores have: many tests wait for a browser, a terminal or another program.
WORKERS ?= 3
# Many tests start the program itself; each would compile every module again.
unexport PYTHONDONTWRITEBYTECODE
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo test coverage lint format docs catalogues bench clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

demo: $(VENV)/.installed  ## score the example city and write its reports to ./demo/
	@$(BIN)/nlcaudit demo demo

test: $(VENV)/.installed-for-tests  ## run every test, and say what was not run
	@$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

coverage: $(VENV)/.installed-for-tests  ## run the tests and measure the branches they reach
	@$(BIN)/coverage erase
	@COVERAGE_PROCESS_START=pyproject.toml $(BIN)/coverage run -m pytest -q $(ARGS)
	@$(BIN)/coverage combine --quiet && $(BIN)/coverage report

lint: $(VENV)/.installed-for-tests  ## types, style and the floors of the house
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-for-tests  ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.installed-for-tests  ## write again what is generated: rules, schemas, coverage
	$(BIN)/python docs/write_rules.py
	$(BIN)/python docs/write_schemas.py
	$(BIN)/nlcaudit frameworks coverage nlc > docs/coverage.md

catalogues: $(VENV)/.installed-for-tests  ## bring the translations up to date with the code, and compile them
	@$(BIN)/python docs/write_catalogues.py

bench: $(VENV)/.installed-for-benchmarks  ## measure, beside the peers
	@for script in startup pipeline validate assess report diagnosis; do echo "== $$script"; $(BIN)/python bench/$$script.py || exit 1; done

clean:  ## remove what the other targets made
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage*

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "nlcaudit needs Python 3.11 or newer: https://www.python.org/downloads/" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "python3 cannot make a venv; on Debian: apt install python3-venv" >&2; exit 1; }

# The stamps make the second call quick: nothing is installed while neither file has changed.
$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing into $(VENV) (once; about a minute) …"
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-for-benchmarks: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing into $(VENV) with the peers of the benchmarks (once; about a minute) …"
	@$(PIP) install --constraint constraints.txt --editable '.[bench]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-for-tests: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing into $(VENV) with the tools of the tests (once; about a minute) …"
	@$(PIP) install --constraint constraints.txt --editable '.[test]'
	@# A peer for one test. It asks for a scipy and a coverage of 2024 by number, and runs with those of today.
	@$(PIP) install --constraint constraints.txt --no-deps irrCAC
	@touch $@ $(VENV)/.installed
