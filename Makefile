# Every target says what it does: `make help`. Each sets up what it needs first (tools/setup.py), which takes seconds when nothing changed.
.DEFAULT_GOAL := help
.PHONY: help demo demo-reset run test check format bench faults messages lock sbom
PYTHON := .venv/bin/python
PORT ?= 8000
DEMO := SUPPORTROOM_MODE=demo SUPPORTROOM_VAR=var/demo

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1 \2/p' Makefile | while read -r name words; do printf '  make %-12s %s\n' "$$name" "$$words"; done

demo: ## set up everything and serve a room of invented people on this machine (PORT=8000)
	@tools/setup.sh run
	@$(DEMO) $(PYTHON) manage.py demo --port $(PORT)

demo-reset: ## forget what was changed in the demo room and start it over
	@rm -rf var/demo
	@$(MAKE) --no-print-directory demo

run: ## serve the room that the environment's settings name (docs/operate)
	@tools/setup.sh run
	@$(PYTHON) manage.py migrate --no-input
	@$(PYTHON) manage.py serve --port $(PORT)

test: ## run all tests: checks, both databases, browser journeys; the last line says how many passed and failed
	@tools/setup.sh test
	@$(PYTHON) tools/test.py

check: ## the fast half: style, types, floors, migrations, languages, locks
	@tools/setup.sh test
	@$(PYTHON) tools/check.py

format: ## put code and templates into their form
	@tools/setup.sh test
	@.venv/bin/ruff check --fix-only -q; .venv/bin/ruff format -q
	@find supportroom -path '*/templates/*' -name '*.html' -exec .venv/bin/djhtml --tabwidth 2 {} + 2>/dev/null || true

bench: ## measure speed, weight and memory against the budgets
	@tools/setup.sh test
	@$(PYTHON) -m benchmarks

faults: ## kill the room's server and database under load for long; prints the rows of docs/reliability.md
	@tools/setup.sh test
	@$(PYTHON) -m tests.faults.long

messages: ## collect the interface's strings into locale/ and compile them
	@tools/setup.sh test
	@$(PYTHON) tools/messages.py

lock: ## compile the locks of requirements/ again, with hashes and without addresses
	@tools/setup.sh run
	@$(PYTHON) tools/lock.py

sbom: ## write the bill of materials of a running room (CycloneDX) from the locks: var/sbom.cdx.json
	@tools/setup.sh run
	@$(PYTHON) tools/supply.py var/sbom.cdx.json
