# The commands of this project. Without make, README.md has the same ones.
PYTHON ?= python3
BIN := .venv/bin

# Another place than the project's own: make site PLACE=examples/x
PLACED := $(if $(PLACE),--place $(PLACE))
# Another engine than MkDocs: make site ENGINE=properdocs, or zensical
MADE := $(if $(ENGINE),--engine $(ENGINE))

.PHONY: site serve edit check calendar recheck diff released putback launch ask answers move withdraw new update test unit audit \
  mutants fuzz generated deploy offline kit ten promise bench engines lock clean

site: .venv/site.stamp $(if $(ENGINE),.venv/engines.stamp)
	$(BIN)/python -m publish $(PLACED) $(MADE)

serve: .venv/site.stamp
	$(BIN)/python -m publish $(PLACED) serve

# The editor's desk: facts and pages as forms, on this machine alone.
edit: .venv/edit.stamp
	@$(BIN)/python -m desk $(PLACED) $(if $(PORT),--port $(PORT))

# What is left to do. For an e-mail: make check FORMAT=markdown (or csv, or xlsx).
FORMAT ?= text
check: .venv/site.stamp
	@$(BIN)/python -m publish $(PLACED) check --format $(FORMAT) $(if $(TODAY),--today $(TODAY))

# What is to be looked at again, as a calendar for each owner: ready/calendar/*.ics
calendar: .venv/site.stamp
	@$(BIN)/python -m publish $(PLACED) calendar

# The sources that are due, one by one, with a key for what was found. Also ALL=1, or
# IDS="a-source another".
recheck: .venv/site.stamp
	@$(BIN)/python -m publish $(PLACED) recheck $(if $(ALL),--all) $(if $(LIST),--list) $(IDS)

# What has changed since the site was last put out, and how to put it back.
diff: site
	@$(BIN)/python -m publish $(PLACED) diff

# After the site has been put out: compare with this one from now on.
released: site
	@$(BIN)/python -m publish $(PLACED) diff --released

# As it was when it was put out: make putback WHAT=contacts/childline, or WHAT=/support/
putback: .venv/site.stamp
	@$(BIN)/python -m publish $(PLACED) diff --put-back "$$WHAT"

# What stands between a draft and a live site; ready/launch.html prints it for a meeting.
launch: .venv/site.stamp
	@$(BIN)/python -m publish $(PLACED) launch $(if $(TODAY),--today $(TODAY))

# What only the partnership can say, as a sheet and a Word form to send: ready/questions.*
ask: .venv/site.stamp
	@$(BIN)/python -m publish $(PLACED) ask

# What came back: make answers FILE=questions.xlsx shows it, and WRITE=1 takes it in.
answers: .venv/site.stamp
	@$(BIN)/python -m publish $(PLACED) answers $(if $(WRITE),--write) "$$FILE"

# A page, or a place of one, under another name: make move FROM=support TO=help
move: .venv/site.stamp
	@$(BIN)/python -m publish move "$$FROM" "$$TO"

# A record or a page taken away: make withdraw ID=a-helpline NOTE="It has closed."
withdraw: .venv/site.stamp
	@$(BIN)/python -m publish withdraw "$$ID" --note "$$NOTE" --kind "$$KIND" \
	  $(if $(ANYWAY),--anyway)

# The site of another partnership: make new PLACE=../my-site asks what it has to know.
# make new BLANK=1 > answers.yml writes the questions as a file; FROM=answers.yml reads it.
new: .venv/site.stamp
	@$(BIN)/python -m publish new $(if $(BLANK),--blank,"$$PLACE") \
	  $(if $(FROM),--from "$$FROM")

# What is new of all that is shared, from a newer project: make update FROM=../hsb-panel
update: .venv/site.stamp
	@$(BIN)/python -m publish update "$$FROM" $(foreach file,$(KEEP),--keep $(file))

# After a change to a kind of record: heads of data files, schemas, parts of EDITING.md.
generated: .venv/site.stamp
	$(BIN)/python -m publish generated

# The site made ready for a host: make deploy HOST=nginx. Without HOST it says which.
deploy: site
	$(BIN)/python -m publish deploy $(HOST)

# The site as a zip that opens from a disk.
offline: site
	$(BIN)/python -m publish offline

# All hand-outs and slides as one zip.
kit: site
	$(BIN)/python -m publish $(PLACED) kit

# The ten tasks that an editor does most, on one side of paper: ready/ten-things.html
ten: .venv/site.stamp
	@$(BIN)/python -m publish ten

# 500 random edits, each of which must end well.
fuzz: .venv/test.stamp
	FUZZ=500 $(BIN)/python -m pytest tests/test_fuzz.py

# Three at a time on two cores, as many tests wait for a browser or a server.
WORKERS ?= 3
test: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/oxlint theme/assets desk/looks
	$(BIN)/oxfmt --check 'theme/assets/*.js' 'desk/looks/*.js'
	sh tests/browser.sh
	sh tests/servers.sh
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

# After each change of the logic: all that needs no browser and no whole build.
unit: .venv/test.stamp
	$(BIN)/python -m pytest -n auto -m unit

# Longer looks: every page at every width and scheme, and whether the tests would notice.
audit: .venv/test.stamp
	sh tests/browser.sh
	$(BIN)/python -m pytest -n auto -m audit
	$(MAKE) mutants

# Small faults put into the code that matters most: the tests must see nine of ten in
# each module. For one module: make mutants ONLY=publish/wall
mutants: .venv/test.stamp .venv/mutants.stamp
	nice -n 10 $(BIN)/python tests/mutants.py $(ONLY) $(if $(WORKERS),--workers $(WORKERS))
	$(if $(ONLY),,nice -n 10 $(BIN)/python tests/script_mutants.py)

# Search compared with stock Material and Pagefind, on the same pages.
bench: .venv/test.stamp .venv/bench.stamp
	$(BIN)/python benchmarks/search.py

# The same site made by every engine, on the real pages and on each part of a page.
engines: .venv/test.stamp .venv/engines.stamp
	$(BIN)/python -m pytest -m engines

# Before a release: add what is new to the addresses that will never break.
promise: site
	$(BIN)/python -m publish $(PLACED) promise

# The lock files again, after a change to pyproject.toml.
lock: .venv/test.stamp
	$(BIN)/pip install --quiet 'uv>=0.13,<0.14'
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.0 --generate-hashes \
	  --no-header --no-annotate pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.0 --generate-hashes \
	  --no-header --no-annotate pyproject.toml --group edit \
	  --constraints requirements.lock --output-file requirements-edit.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.0 --generate-hashes \
	  --no-header --no-annotate pyproject.toml --group test \
	  --constraints requirements-edit.lock --output-file requirements-test.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.0 --generate-hashes \
	  --no-header --no-annotate pyproject.toml --group bench \
	  --constraints requirements-test.lock --output-file requirements-bench.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.0 --generate-hashes \
	  --no-header --no-annotate pyproject.toml --group engines \
	  --constraints requirements-test.lock --output-file requirements-engines.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.0 --generate-hashes \
	  --no-header --no-annotate pyproject.toml --group mutants \
	  --constraints requirements-test.lock --output-file requirements-mutants.lock

clean:
	rm -rf .venv site .mutants

# What sets up says so beside what a command prints, which may be read by a program:
# make new BLANK=1 > answers.yml
.venv/bin/python:
	@$(PYTHON) -m venv .venv >&2

.venv/%.stamp: .venv/bin/python requirements.lock requirements-edit.lock \
    requirements-test.lock \
    requirements-bench.lock requirements-engines.lock requirements-mutants.lock
	@echo "Installing what requirements$(if $(filter site,$*),,-$*).lock names" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes \
	  -r requirements$(if $(filter site,$*),,-$*).lock >&2
	@touch $@
