# make demo    reads the samples and prints the dossier of Azerbaijan and Kazakhstan
# make test    runs everything that CI runs
# make bench   measures how fast and how well Körpü reads
# make docs    writes again the pages that are made from the code
# PYTHON=…     names the Python to use; else the first of 3.11 or newer that is found

.PHONY: demo test lint bench docs clean
.DELETE_ON_ERROR:

PYTHON ?=
BIN := .venv/bin
PIP := PIP_ROOT_USER_ACTION=ignore PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet -c constraints.txt

demo: .venv/runtime
	@rm -f demo.ledger demo.ledger-wal demo.ledger-shm
	@$(BIN)/korpu demo --ledger demo.ledger

test: .venv/tests lint
	$(BIN)/python -m pytest -n 2
	$(BIN)/python -m bench.quality
	$(BIN)/python -m bench.forms
	$(BIN)/python -m bench.dates
	$(BIN)/python -m bench.entities
	$(BIN)/python -m bench.coverage
	$(BIN)/python -m bench.pairs
	$(BIN)/python -m bench.drafts

lint: .venv/tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy -p korpu -p bench

bench: .venv/tests
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.quality
	$(BIN)/python -m bench.forms
	$(BIN)/python -m bench.dates
	$(BIN)/python -m bench.entities
	$(BIN)/python -m bench.coverage
	$(BIN)/python -m bench.drafts

docs: .venv/tests
	$(BIN)/python genscripts/commands.py
	$(BIN)/python genscripts/tour.py
	$(BIN)/python genscripts/picture.py
	$(BIN)/python genscripts/reading.py

# The files .venv/runtime and .venv/tests say what is installed: nothing is done twice.
.venv/runtime: pyproject.toml constraints.txt
	@python=$$(.ci/python $(PYTHON)) && { [ -x $(BIN)/python ] || $$python -m venv .venv; }
	@echo "Installing what Körpü needs into .venv …"
	@$(PIP) setuptools
	@$(PIP) --no-build-isolation -e .
	@touch $@

.venv/tests: .venv/runtime .ci/packages
	@.ci/packages
	@echo "Installing what the tests need into .venv …"
	@$(PIP) --no-build-isolation -e '.[test]'
	@touch $@

clean:
	rm -rf .venv build dist demo.ledger*
