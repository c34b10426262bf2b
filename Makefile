# `make demo` and `make test` set up all they need on a machine with Python 3.11 or newer and make.
PYTHON ?= python3
BIN := .venv/bin

VENDOR := src/counterclaim/web/static/vendor

.PHONY: demo test setup assets format check gate docs counts measures lock speed pages screenshots kills clean

demo: setup  ## fill ./counterclaim.db with abstracts of real reports, and show what they say of one village
	$(BIN)/counterclaim demo

test: setup check gate  ## format, lint, types, floors, then all tests
	$(BIN)/pytest

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

gate: setup  ## no figure of the reader on the corpus below its floor
	$(BIN)/python benchmarks/gate.py

format: setup  ## put the code into its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: setup  ## write the page of commands anew
	$(BIN)/python docs/commands.py

counts: setup  ## write the page that counts the corpus anew
	$(BIN)/python benchmarks/corpus_counts.py

measures: setup  ## measure the reader and the annotators; PAGES=, FACTS=, TEXTS=, STORIES=FOLDER hold the texts of the real sets
	$(BIN)/python benchmarks/report.py $(if $(TEXTS),--texts $(TEXTS)) $(if $(PAGES),--pages $(PAGES)) $(if $(FACTS),--facts $(FACTS)) $(if $(STORIES),--stories $(STORIES))

speed: setup  ## reports a second and peak memory of `read` and `add`
	$(BIN)/python benchmarks/speed.py

pages: setup  ## how fast the pages are over 100,000 tellings, alone and with 20 readers while reports are added
	$(BIN)/python benchmarks/page_speed.py $(if $(LEDGER),--ledger $(LEDGER))

screenshots: setup  ## make the pictures of README and the tutorial anew; needs Chromium
	$(BIN)/python docs/screenshots.py

kills: setup  ## kill `add` 100 times at random moments; nothing may be lost or doubled
	$(BIN)/python benchmarks/kills.py --runs 100

lock: setup  ## resolve all dependencies anew, with hashes and without addresses
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --group dev --generate-hashes --no-header \
	  --no-emit-index-url pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url assets/node.in -o assets/node.txt

setup: .venv/ready assets

assets: $(VENDOR)/base.json  ## bring the libraries of the pages, by the lock, and make the base map

# Where the machine has no Node, one from PyPI is put into .venv.
NODE = export PATH="$$PATH:$(CURDIR)/$(BIN)"; command -v npm >/dev/null || \
  $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r assets/node.txt

$(VENDOR)/base.json: node_modules/.package-lock.json assets/build.mjs
	$(NODE); node assets/build.mjs

node_modules/.package-lock.json: package.json package-lock.json .npmrc assets/node.txt | .venv/ready
	$(NODE); npm ci --loglevel=error
	touch $@

.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "counterclaim needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	touch $@

clean:  ## remove what setup made
	rm -rf .venv node_modules $(VENDOR)
