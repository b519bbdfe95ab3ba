# `make` lists what there is. Everything that a target needs is installed first; see scripts/setup.py.

BIN := .venv/bin
UV_VERSION := 0.13.9

# Compiled modules are kept, whatever the surroundings say: every command of these starts faster.
export PYTHONDONTWRITEBYTECODE :=

# The first Python that is new enough: the one of .venv where there is one, else the system's. Name another if you wish:
# make site PYTHON=/path/to/python
PYTHON = $(or $(shell for python in $(BIN)/python python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -IS -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done),python3)

COMPILE = .masthead/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock' $(LOCK_OPTIONS)

.PHONY: help site serve check test prove bench lock clean distclean setup-site setup-test setup-bench

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1 \2/p' Makefile | while read -r name text; do printf '%-10s %s\n' "$$name" "$$text"; done

site: setup-site ## Build the site into site/
	$(BIN)/masthead build

serve: setup-site ## Show the site in a browser, and again on every change
	$(BIN)/masthead serve

check: setup-site ## Report what is wrong with the content, and build nothing
	$(BIN)/masthead check

test: setup-test ## Check style and types, then run the tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile

prove: setup-test ## Run the long tests that `make test` leaves out, show that the tests bite, and judge every page
	$(BIN)/pytest -m prove -n auto --dist loadfile --timeout=7200
	$(BIN)/pytest -m hypothesis --hypothesis-profile=wander --timeout=7200
	$(BIN)/python -m tests.bite
	$(BIN)/python -m tests.accessibility

bench: setup-bench ## Measure time and memory beside other programs, and write the results to .masthead/bench
	$(BIN)/python -m tests.bench $(BENCH_OPTIONS)

lock: ## Remake the lock files; with LOCK_OPTIONS=--upgrade, on the newest versions
	$(PYTHON) -m venv .masthead/lock
	.masthead/lock/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(COMPILE) --group build --output-file requirements/build.txt
	$(COMPILE) --constraint requirements/build.txt --extra engines --output-file requirements/site.txt pyproject.toml
	$(COMPILE) --constraint requirements/site.txt --extra engines --extra test --output-file requirements/test.txt pyproject.toml
	$(COMPILE) --constraint requirements/test.txt --extra engines --extra test --extra bench \
		--output-file requirements/bench.txt pyproject.toml
	npm install --package-lock-only --ignore-scripts --no-audit --no-fund
	npm install --prefix tests/bench --package-lock-only --ignore-scripts --no-audit --no-fund \
		--omit-lockfile-registry-resolved

clean: ## Remove what was built
	rm -rf site .masthead .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## Remove what was installed, too
	rm -rf .venv node_modules tests/bench/node_modules

setup-site setup-test setup-bench:
	@$(PYTHON) scripts/setup.py $(@:setup-%=%)
