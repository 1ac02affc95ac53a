# Bluezone Desk. Each target does its own set-up: a virtual environment in .venv, the locked packages, system libraries.
.DEFAULT_GOAL := help
.PHONY: help setup run test demo check lint format messages pictures freeze wheel lock clean

PY := .venv/bin/python
RUNTIME := $(CURDIR)/.venv/runtime
# Qt and others warn when the session has none.
export XDG_RUNTIME_DIR ?= $(RUNTIME)

help:
	@echo 'make run      open the desk'
	@echo 'make demo     work one invented reception day into ./demo (needs no display)'
	@echo 'make test     every test'
	@echo 'make check    style, types, the house rules and the quick tests'
	@echo 'make lint     style, types and catalogues only'
	@echo 'make format   put the source into its one style'
	@echo 'make messages gather the texts to translate and compile the catalogues'
	@echo 'make pictures take the screenshots of the documents again'
	@echo 'make freeze   build the program to ship into dist/bluezone-desk'
	@echo 'make wheel    build the package to install with pip into dist'
	@echo 'make lock     choose the newest allowed packages and lock them by hash'
	@echo 'make clean    remove what was built'

setup:
	@bash .ci/setup
	@mkdir -p -m 700 $(RUNTIME)

run: setup
	@$(PY) -m bluezone_desk || { \
		status=$$?; \
		[ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || echo 'make demo works without a screen.' >&2; \
		exit $$status; }

demo: setup
	@$(PY) -m bluezone_desk demo --out demo

test: setup
	@$(PY) -m pytest -n auto --dist worksteal -m 'not alone'
	@$(PY) -m pytest -m alone

lint: setup
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --quiet --check .
	@$(PY) -m mypy
	@$(PY) .ci/messages.py --check

check: lint
	@$(PY) -m pytest -q -n auto --dist worksteal -p no:pytest-qt -m 'not gui and not journey and not thorough'

format: setup
	@$(PY) -m ruff check --fix-only .
	@$(PY) -m ruff format .

messages: setup
	@$(PY) .ci/messages.py

pictures: setup
	@rm -rf build/pictures
	@$(PY) -m bluezone_desk demo --out build/pictures >/dev/null
	@cp build/pictures/desk.png build/pictures/book.png build/pictures/report.png build/pictures/poster.png docs/images

freeze: setup
	@$(PY) -m PyInstaller --noconfirm --clean --log-level WARN build.spec

wheel: setup
	@rm -rf dist/*.whl
	@$(PY) -m hatchling build --target wheel --directory dist

COMPILE := $(PY) -m uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --no-header --extra desk

lock: setup
	@$(PY) -m pip install --quiet --disable-pip-version-check uv
	@$(COMPILE) --output-file requirements/desk.lock
	@$(COMPILE) --extra dev --output-file requirements/dev.lock

clean:
	@rm -rf build dist demo htmlcov .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis
