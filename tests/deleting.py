"""One record taken out of the real project, and who still asks for it.

What asks is found by reading the files as text, not by the code under test: an id in
the quotes of a macro call, in a list or value of a record, in a link to its place.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from copying import promised_list

from macros.facts.site_data import read_site

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "data").rglob("*.yml"))
# As this place makes them: without what it leaves out, as it has no records for it.
MADE = {page.path: page for page in read_site(ROOT)[0].pages.values()}
PAGES = sorted(ROOT / "docs" / path for path in MADE)
TEMPLATES = sorted((ROOT / "templates").glob("*.html"))
RECORD = re.compile(r"^( *)- id: (\S+)$")
# Which fields of records, macros and methods of templates name records of a kind.
FIELDS = {
    "sources": ("sources",),
    "contacts": ("contact", "contacts", "ask", "emergency", "front_door", "police"),
    "gaps": ("answers", "gaps", "open_while"),
    "handouts.pieces": ("piece",),
    "routes.questions": ("of", "ask"),
    "routes.answers": ("answer",),
    "links.pages": ("link",),
    "campaign.texts": ("messages",),
}
MACROS = {
    "sources": ("cite", "source"),
    "contacts": ("contact", "phone"),
    "terms": ("term",),
    "gaps": ("gap", "passage", "passage_text"),
    "resources": ("resource", "resource_link"),
    "words": ("word",),
    "figures": ("figure",),
    "questions": ("question",),
    "audit.themes": ("theme",),
    "values": ("value",),
}
# Kinds of which each record has a page of its own.
OWN = {"links.pages": "/go/{}/", "links.embeds": "/embed/{}/"}
GROUPS = {
    "steps": ("group", "steps"),
    "contacts": ("group", "contacts"),
    "campaign.texts": ("use", "campaign"),
}


@dataclass(frozen=True)
class Written:
    """A record as it stands in its file: its lines, from the dash on."""

    kind: str
    id: str
    file: Path
    start: int
    end: int

    @property
    def text(self):
        return LINES[self.file][self.start : self.end]


def lines_of(file):
    return file.read_text(encoding="utf-8").split("\n")


def lines_made(file):
    """The lines of a page: empty ones where a part of it is left out."""
    page = MADE[file.relative_to(ROOT / "docs").as_posix()]
    head = lines_of(file)[: page.body_line - 1]
    return [*head, *page.body.split("\n")]


LINES = {file: lines_of(file) for file in (*FILES, *TEMPLATES)}
LINES |= {file: lines_made(file) for file in PAGES}


def records_of(file):
    """Every record of a data file, by its dashes and indents alone."""
    part, found = "", []
    lines = LINES[file]
    for number, line in enumerate(lines):
        if re.match(r"^[a-z_]+:", line):
            part = line.partition(":")[0]
        record = RECORD.match(line)
        if record and file.stem != "site":
            end = number + 1
            while end < len(lines) and (
                not lines[end] or lines[end].startswith(f"{record[1]} ")
            ):
                end += 1
            kind = f"{file.stem}.{part}" if part else file.stem
            found.append(Written(kind, record[2], file, number, end))
    return found


WRITTEN = [record for file in FILES for record in records_of(file)]
COUNTED = Counter((record.kind, record.id) for record in WRITTEN)
# Where a local record stands for a national one, deleting either leaves the other.
TWICE = {named for named, count in COUNTED.items() if count > 1}
RECORDS = [record for record in WRITTEN if (record.kind, record.id) not in TWICE]


def value_of(record, field):
    """The text of a field on its own line, or nothing."""
    found = re.search(rf"^ *{field}: (.*)$", "\n".join(record.text), re.M)
    return found[1] if found else ""


def asking(gone):
    """Every place that asks for the record `gone`: (file, line), lines from 1."""
    return {
        (file.relative_to(ROOT).as_posix(), number + 1)
        for find in (
            in_records,
            in_additions,
            in_handouts,
            in_texts,
            in_calls,
            in_templates,
            of_groups,
            of_ways,
            in_links,
        )
        for file, number in find(gone)
    }


def in_records(gone):
    fields = "|".join(FIELDS.get(gone.kind, ["none-at-all"]))
    word = re.compile(rf"(?<![\w/#-]){re.escape(gone.id)}(?![\w-])")
    for file in FILES:
        field = ""
        for number, line in enumerate(LINES[file]):
            named = re.match(r"^ *(?:- )?([a-z_]+):(.*)$", line)
            field = named[1] if named else field
            typed = named[2] if named else line if re.match(r"^ *- ", line) else ""
            own = file == gone.file and gone.start <= number < gone.end
            asks = re.fullmatch(fields, field) or (
                field == "stands" and file.stem == gone.file.stem
            )
            if asks and word.search(typed) and not own:
                yield file, number


def in_additions(gone):
    """What adds to a record: `after: terms/abusive`."""
    for file in FILES:
        for number, line in enumerate(LINES[file]):
            if line.strip() == f"after: {gone.kind}/{gone.id}":
                yield file, number


def of_ways(gone):
    """What misses a choice: its question, for the unsure, and what it alone led to."""
    if gone.kind != "routes.choices":
        return
    others = [r for r in WRITTEN if r.kind == gone.kind and r is not gone]
    for kind, field in (("questions", "ask"), ("answers", "answer")):
        to = value_of(gone, field)
        alone = to and to not in {value_of(other, field) for other in others}
        unsure = value_of(gone, "unsure") and kind == "questions"
        wanted = {to if alone else "", value_of(gone, "of") if unsure else ""} - {""}
        for record in WRITTEN:
            below = (
                record.kind,
                record.id,
            ) in TWICE and "national" in record.file.parts
            if record.kind == f"routes.{kind}" and record.id in wanted and not below:
                yield record.file, record.start


def in_handouts(gone):
    """What shows a record, or the question of a passage: `show: questions/sure`."""
    kinds = {"gaps": "gaps|passages", "terms": "terms", "questions": "questions"}
    shown = re.compile(rf"\b(?:{kinds.get(gone.kind)})/{re.escape(gone.id)}(?![\w-])")
    for file in FILES:
        for number, line in enumerate(LINES[file]):
            if (
                file.stem in ("handouts", "links")
                and "show:" in line
                and shown.search(line)
            ):
                yield file, number


def in_texts(gone):
    """Fields, items and heads of pages with a value in them: [[example-count]]."""
    if gone.kind != "values":
        return
    for file in (*FILES, *PAGES):
        field = 0
        for number, line in enumerate(LINES[file]):
            if re.match(r"^ *(?:- )?[a-z_]+:|^ *- ", line):
                field = number
            asks = re.search(rf"\[\[{re.escape(gone.id)}(?: \w+)?\]\]", line)
            if asks and not line.startswith("#"):
                yield file, field


def in_calls(gone):
    yield from in_parts(gone)
    names = "|".join(MACROS.get(gone.kind, ["none-at-all"]))
    call = re.compile(rf'\{{\{{ *({names})\([^)]*"{re.escape(gone.id)}"')
    for file in PAGES:
        for number, line in enumerate(LINES[file]):
            if call.search(line):
                yield file, number


def in_parts(gone):
    """Calls for a part of the panel's page of which this place says nothing yet."""
    parts = {"lead": "purpose", "at a glance": "cases"}  # they share that question
    said = {
        line.strip() for file in FILES if file.stem == "panel" for line in LINES[file]
    }
    for file in PAGES if gone.kind == "gaps" else ():
        for number, line in enumerate(LINES[file]):
            for part in re.findall(r'\{\{ panel\("([^"]+)"\) \}\}', line):
                question = f"panel-{parts.get(part, part).replace(' ', '-')}"
                if gone.id == question and f"part: {part}" not in said:
                    yield file, number


def in_templates(gone):
    for file in TEMPLATES:
        for number, line in enumerate(LINES[file]):
            if re.search(rf'page\.(?!next_id)\w+\("{re.escape(gone.id)}"\)', line):
                yield file, number


def of_groups(gone):
    """Calls for a group of which this is the last record."""
    if gone.kind not in GROUPS:
        return
    field, macro = GROUPS[gone.kind]
    group = value_of(gone, field)
    rest = [r for r in RECORDS if r.kind == gone.kind and r != gone]
    if any(value_of(record, field) == group for record in rest):
        return
    for file in PAGES:
        for number, line in enumerate(LINES[file]):
            if f'{{{{ {macro}("{group}")' in line:
                yield file, number


def in_links(gone):
    """Links and `pages:` that lead to the place of the record, where it had one."""
    places = promised(gone)
    for page in PAGES:
        for number, line in enumerate(LINES[page]):
            for path in re.findall(rf"\]\(([^)#]*)#{re.escape(gone.id)}\)", line):
                aim = (page.parent / path).resolve() if path else page
                if f"{address_of(aim)}#{gone.id}" in places:
                    yield page, number
    for file in FILES:
        for number, line in enumerate(LINES[file]):
            own = file == gone.file and gone.start <= number < gone.end
            for address in re.findall(
                rf"(/[\w/-]*#{re.escape(gone.id)})(?![\w-])", line
            ):
                if address in places and not own:
                    yield file, number


def address_of(page):
    stem = page.relative_to(ROOT / "docs").with_suffix("").as_posix()
    stem = re.sub(r"(^|/)index$", "", stem)
    return f"/{stem}/" if stem else "/"


def promised(gone):
    """Each published address of the record, with the line of the list."""
    ends = (f"#{gone.id} of {gone.kind}", f" of {gone.kind}/{gone.id}")
    own = OWN.get(gone.kind, "").format(gone.id)
    return {
        line.partition(" ")[0]: number
        for number, line in enumerate(promised_list().split("\n"), 1)
        if line.endswith(ends) or (own and line == own)
    }
