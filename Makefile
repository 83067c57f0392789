# Each target works as the first command in a fresh clone: it sets up .venv when a pyproject.toml is newer.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
ACTIONLINT := .venv/actionlint.log

# It would date what is built; without it, the same commit gives the same bytes.
unexport SOURCE_DATE_EPOCH

# Without bytecode, pytest rewrites three hundred modules in each of its processes, on every run.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install generate check lint types test test-fast test-exhaustive test-explore cassettes \
	record-live bench demo pictures build release-check changelog changelog-release fetch upgrade clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.* ## / { printf "  %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(READY) ## Set up .venv with the project and its tools

$(READY): pyproject.toml simulator/pyproject.toml
	$(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --editable simulator --group dev && touch $@

# Its package downloads the program from GitHub, which is tried once: failing takes half a minute.
$(ACTIONLINT): $(READY)
	@$(BIN)/python -m pip install --group actionlint > $@ 2>&1 || true

generate: $(READY) ## Write generated/ from spec/ and overlays/
	$(BIN)/python -m generator generate

check: lint types ## lint, types, and that generated/ is what spec/ and overlays/ make
	$(BIN)/python -m generator generate --check

lint: $(READY) $(ACTIONLINT) ## Style and imports of what is written by hand, workflows, what is unfinished in spec/ and overlays/
	$(BIN)/ruff check && $(BIN)/ruff format --check
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/python -m generator lint
	$(BIN)/zizmor --offline --pedantic --quiet .github
	@if [ -x $(BIN)/actionlint ]; then $(BIN)/actionlint; \
	else echo "actionlint could not be installed ($(ACTIONLINT)), so it did not look at .github/workflows"; \
	test -z "$(REQUIRE_ACTIONLINT)"; fi

types: $(READY) ## Both type checkers, strict, on what is shipped; mypy on generator and tools, too
	$(BIN)/mypy
	$(BIN)/pyright --project pyproject.toml --pythonpath $(BIN)/python

# A worker begins with one end of the tests, so that what a module sets up is mostly set up once.
# "auto" is more workers than cores, since tests wait for processes and sockets (tests/conftest.py).
PYTEST := $(BIN)/python -m pytest --dist worksteal --numprocesses

test: $(READY) ## Run the tests, on every core
	$(PYTEST) auto -m "not exhaustive"

test-fast: $(READY) ## Run the tests that are quick, with fewer made-up examples
	$(PYTEST) logical -m "not slow and not exhaustive" --hypothesis-profile fast

test-exhaustive: $(READY) ## Run what `test` leaves out: many more inputs for what it proves
	$(PYTEST) auto -m exhaustive

test-explore: $(READY) ## Run the tests with many made-up examples, others each time
	$(PYTEST) auto --hypothesis-profile explore

cassettes: $(READY) ## Record tests/cassettes/ again, from the simulator
	$(BIN)/python -m tools.cassettes record

record-live: $(READY) ## Record what only reads, from what is yours: ARGS="--api web"
	$(BIN)/python -m tools.cassettes live $(ARGS)

bench: $(READY) ## Measure the figures; fails if one is missed
	$(BIN)/python -m tools.bench

demo: generate ## Regenerate, then play a morning at a front door on the simulator
	$(BIN)/python -m tools.demo

pictures: $(READY) ## Take docs/pictures/ of the simulator's page again; needs Chromium
	$(BIN)/python -m tools.pictures

build: $(READY) ## Make wheels and source distributions in dist/, the same bytes for the same commit
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist .
	$(BIN)/python -m build --no-isolation --outdir dist simulator

release-check: build ## Install, call, upload and rebuild what `build` made
	$(BIN)/python -m tools.release

changelog: $(READY) ## Show what changelog.d/ adds to CHANGELOG.md
	$(BIN)/towncrier build --draft

changelog-release: $(READY) ## Move changelog.d/ into CHANGELOG.md, for the version in pyproject.toml
	$(BIN)/towncrier build --yes

fetch: $(READY) ## Replace spec/web/swagger.json by what the vendor serves today
	$(BIN)/python -m generator fetch || [ $$? -eq 3 ] # nothing new

upgrade: $(READY) ## The same, with all that follows from it: ARGS="--web PATH" for a saved document
	$(BIN)/python -m generator upgrade $(ARGS) || [ $$? -eq 3 ] # nothing new

clean: ## Remove everything that the other targets make, except generated/
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
