"""What all places share names none of them: pages, templates, theme and menu."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from ..facts.needs import needed_at
from ..facts.site_data import SiteData
from ..library.calls import Call
from ..problems import Problem
from ..reading.files import files_below, stamp
from ..reading.rooms import at
from ..reading.tree import child
from ..schema.all_kinds import KINDS
from ..schema.fields import Ref
from ..schema.kinds.site import Site
from ..schema.layers import LOCAL, NATIONAL
from ..schema.place import roles_of
from ..schema.stage import Staged
from .provenance import finder, is_local, sites
from .trial import Tried

APPLIED = True  # whether pages are held to it yet
# The kind of record that a macro's `id` names. Those of a kind's own are added.
NAMED_BY = {
    "cite": "sources",
    "contact": "contacts",
    "gap": "gaps",
    "phone": "contacts",
    "question": "questions",
    "resource": "resources",
    "resource_link": "resources",
    "source": "sources",
    "term": "terms",
    "theme": "audit.themes",
    "value": "values",
} | {kind.one: name for name, kind in KINDS.items() if kind.one}
ROOMS = ("docs", "templates", "theme", "mkdocs.yml")
MANY = {"cite"}  # macros of which each value is an id
CONTACTS = f"{LOCAL}/contacts.yml"
SHORT = 4  # digits of a number that is no place's own
ASKED = "ask site.yml for it, as [[area]] does, or let a passage say it"
WRITTEN = {".css", ".html", ".js", ".md", ".svg", ".txt", ".yml"}
# What to type instead, where no role of site.yml has the record.
INSTEAD = {
    "gaps": f"move the question to {NATIONAL}/gaps.yml, worded without the place",
    "contacts": "name its role in site.yml, or let a passage have it",
    "sources": "name its role in site.yml, or let a passage say what rests on it",
}
LET = "let a passage say it, or move the record to data/national/"


def shared(root: Path, data: SiteData, tried: Iterable[Tried]) -> Iterator[Problem]:
    """Each word of what is shared that is one place's, if that is looked at yet.

    A project without data/national/ is one place's alone, and may name it.
    """
    if not APPLIED or not at(root, NATIONAL).is_dir():
        return
    for page in tried:
        yield from named_records(page, data)
    yield from named_in_texts(root)


def named_records(page: Tried, data: SiteData) -> Iterator[Problem]:
    """Local records that a page names, each with what to type instead."""
    draft = data.drafts.get(page.source.address, page.source)
    for call in page.calls:
        kind = NAMED_BY.get(call.name, "")
        for name in names_in(call) if kind else ():
            if name in roles_of(kind) or not is_local(data, kind, name):
                continue
            needed = needed_at(draft, call.line)
            if f"{kind}/{name}" in needed or (kind == "values" and needed):
                continue  # where there is no such record, this is not shown, or said
            there = data.file_of(kind, name)
            message = f"'{name}' stands in {there}, and this page is for every place"
            mend = instead(data, call, kind, name)
            code = "page-names-local"
            yield Problem(page.source.file, call.line, message, code=code, mend=mend)


def names_in(call: Call) -> tuple[str, ...]:
    """The ids that a call names: some macros take words for a page after the first."""
    values = (*call.args, *call.kwargs.values())
    return values if call.name in MANY else values[:1]


def instead(data: SiteData, call: Call, kind: str, name: str) -> str:
    """What to type in place of a local record's id."""
    fields = Site.model_fields
    # What a site must say of itself comes last: it is no role that a page means.
    ordered = sorted(fields, key=Staged.model_fields.__contains__)
    for field, info in ((f, fields[f]) for f in ordered if data.settings):
        held = getattr(data.site, field)
        if field == "sources" or Ref(kind) not in info.metadata:
            continue
        if held == name or (isinstance(held, tuple) and held == (name,)):
            return f'write {{{{ {call.name}("{field.replace("_", " ")}") }}}}'
    return INSTEAD.get(kind, LET)


def named_in_texts(root: Path) -> Iterator[Problem]:
    """Names of places, and numbers of their contacts, in what all places share."""
    find, firsts = finder(root)
    stamps = tuple((folder, stamp(folder / CONTACTS)) for folder in places_of(root))
    numbers = numbers_of(stamps)
    for file in texts_of(root):
        text = at(root, file).read_text(encoding="utf-8", errors="replace")
        plain = text.casefold()
        names = any(first in plain for first in firsts)  # nearly always none
        for number, line in enumerate(text.splitlines(), 1):
            found = find.findall(line) if names else []
            found += numbers.findall(line) if numbers else []
            for name in dict.fromkeys(found):
                message = f"'{name}' is of one place, and this is for every place"
                code = "shared-names-place"
                yield Problem(file, number, message, code=code, mend=ASKED)


def texts_of(root: Path) -> Iterator[str]:
    """The files of what all places share that hold words, from the project's folder."""
    for room in ROOMS:
        folder = at(root, room)
        for file in [folder] if folder.is_file() else files_below(folder):
            if file.suffix in WRITTEN:
                below = file.relative_to(folder).as_posix()
                yield room if below == "." else f"{room}/{below}"


def places_of(root: Path) -> list[Path]:
    """The folders of this place and of every other in the project."""
    return [file.parents[2] for file in sites(root)]


@lru_cache(maxsize=4)
def numbers_of(stamps: tuple[tuple[Path, object], ...]) -> re.Pattern[str] | None:
    """What finds the numbers of the local contacts of places, however they are spaced.

    `stamps` has the folder of each place with the stamp of its contacts.
    """
    numbers = set()
    for folder, _ in stamps:
        try:
            text = (folder / CONTACTS).read_text(encoding="utf-8")
            tree = yaml.compose(text, yaml.CBaseLoader)
        except (OSError, ValueError, yaml.YAMLError):
            continue  # said when that place is built
        for record in tree.value if isinstance(tree, yaml.SequenceNode) else ():
            phone = child(record, "phone")
            digits = re.sub(r"\D", "", phone.value) if phone else ""
            if len(digits) > SHORT:
                numbers.add(r"[\s-]?".join(digits))
    words = "|".join(sorted(numbers))
    return re.compile(rf"(?<!\d)(?:{words})(?!\d)") if numbers else None
