# make site    everything from nothing to site/
# make test    every test; make check    lint, types and the fast tests
# All paths are relative, so the project may lie in a folder whose name has a space in it.

PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet

.PHONY: site test check lint style types all-tests fast coverage endurance audit security bench bench-scale picture reveal lock clean
.DEFAULT_GOAL := site

site: .venv/site
	$(PY) -m generator build

# Style first, in a second; then types and tests at the same time, of which the quick ones come first.
test: .venv/test style
	sh tests/get-browser.sh
	$(MAKE) --no-print-directory -j2 types all-tests

check: .venv/test lint fast

lint: style types

style: .venv/test
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: .venv/test
	$(PY) -m mypy

all-tests: .venv/test
	$(PY) -m pytest -n auto

# The same with every line and branch watched, which takes half as long again.
coverage: .venv/test
	sh tests/get-browser.sh
	$(PY) -m pytest -n auto --cov --cov-report=term:skip-covered

fast: .venv/test
	$(PY) -m pytest -n auto -m "not slow and not browser and not endurance"

# Large doses of what the tests try in small ones; one at a time, since some of them load the machine.
endurance: .venv/test
	sh tests/get-browser.sh
	$(PY) -m pytest -m "endurance or hypothesis" --hypothesis-profile endurance

# Tools and versions: what is installed is what is locked, hash by hash. The stamps say which lock it was.
.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Visavis needs Python 3.11 or newer; call make PYTHON=python3.12, say")'
	$(PYTHON) -m venv .venv
	@touch .venv/made

.venv/site: .venv/made requirements/site.txt pyproject.toml
	$(PIP) install --require-hashes --no-deps -r requirements/site.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch .venv/site

.venv/test: .venv/site requirements/test.txt
	$(PIP) install --require-hashes --no-deps -r requirements/test.txt
	@touch .venv/test

# All three publishers, for content that names another than MkDocs.
.venv/publishers: .venv/site requirements/publishers.txt
	$(PIP) install --require-hashes --no-deps -r requirements/publishers.txt
	@touch .venv/publishers

.venv/audit: .venv/test requirements/audit.txt
	$(PIP) install --require-hashes --no-deps -r requirements/audit.txt
	@touch .venv/audit

.venv/security: .venv/test requirements/security.txt
	$(PIP) install --require-hashes --no-deps -r requirements/security.txt
	@touch .venv/security

# For maintainers: resolve the newest versions that pyproject.toml allows and that have been out for a week, as
# .github/dependabot.yml waits too. Needs uv 0.9.17 or newer.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
	--exclude-newer "7 days" --no-emit-index-url --no-emit-find-links --no-header --no-annotate

lock:
	$(LOCK) --extra build -o requirements/site.txt
	$(LOCK) --extra build --extra test -c requirements/site.txt -o requirements/test.txt
	$(LOCK) --extra build --extra test --extra security -c requirements/test.txt -o requirements/security.txt
	$(LOCK) --extra build --extra test --extra zensical --extra store --extra audit -c requirements/test.txt \
		-o requirements/audit.txt
	$(LOCK) --extra build --extra properdocs --extra zensical -c requirements/audit.txt -o requirements/publishers.txt

# The published site against the rules of accessibility (axe-core) and of HTML (Nu checker), each page in three engines
# side by side, and its speed on a phone (Lighthouse); the site of each publisher against the others'; decks as LibreOffice
# shows them, and by the schemas of Office. Needs npm and Java; one after the other, since Lighthouse measures.
audit: .venv/audit
	sh tests/get-browser.sh office
	npm ci --prefix tests/audit
	VISAVIS_BROWSER=required VISAVIS_OFFICE=required $(PY) -m pytest -m "audit or office" -rP tests/browser tests/deck \
		tests/painting tests/publishers

# Weaknesses of the workflows (more of them with GH_TOKEN, from GitHub itself), and known vulnerabilities of everything
# that is locked, for which the index is asked.
security: .venv/security
	.venv/bin/zizmor --persona pedantic .
	$(PY) -m pip_audit --strict --disable-pip --require-hashes -r requirements/security.txt

# Speed and memory as ratios of one run, into tests/benchmarks/results.json and the page about performance.
# Node and npm are wanted for one of them, a Chromium for another; without them it is left out.
bench: .venv/test
	PYTHONPATH=tests $(PY) tests/benchmarks

# What a second machine brings and what the way to it costs, into tests/benchmarks/scale.json; two cores are wanted for it.
bench-scale: .venv/test
	PYTHONPATH=tests $(PY) tests/benchmarks/scale.py

# The pictures in the README, of the content as it is now.
picture: .venv/test
	$(PY) -m generator build
	$(PY) -m generator render skills-matrix --output .github/pictures/slide.png
	PYTHONPATH=tests $(PY) tests/screenshot.py site .github/pictures/site.png

# The template of decks, which holds no content and no colours of anybody's.
generator/deck/template.pptx: $(wildcard generator/deck/own/*.py) generator/deck/package/theme.py generator/deck/shapes/elements.py
	$(PY) -c "from pathlib import Path; from generator.deck import own; Path('$@').write_bytes(own.made())"

# reveal.js for decks as one page, as npm has it; its source map stays away.
REVEAL := 5.2.1
reveal:
	mkdir -p .cache/reveal
	cd .cache/reveal && npm pack --silent reveal.js@$(REVEAL) && tar xzf reveal.js-$(REVEAL).tgz
	cd .cache/reveal/package && cp LICENSE dist/reveal.css dist/reveal.js plugin/notes/notes.js ../../../generator/deck/formats/reveal_js
	sed -i '/^\/\/# sourceMappingURL=/d' generator/deck/formats/reveal_js/reveal.js
	rm -r .cache/reveal

# What each problem code means, from the table in the package.
docs/contributing/problems.md: generator/reporting/codes.yml generator/reporting/codes.py
	$(PY) -m generator explain > $@

clean:
	rm -rf .venv .cache site
