"""What is true everywhere names no place, and rests on nothing that one place said."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from ..facts.placeholders import ASKED
from ..facts.placeholders import KIND as VALUES
from ..facts.site_data import SiteData
from ..facts.written import Written, line_with
from ..problems import Problem
from ..reading.files import stamp
from ..reading.rooms import at, project_of
from ..reading.tree import child, line_of
from ..schema.layers import NATIONAL, SITE_FILE

# What a place calls itself in its site.yml, and where it is on the web.
NAMED = ("name", "partnership", "short_name", "area", "other_names")
SITES = ("website", "hub")
# Who published a source, what it is called and where it is, is told as it is.
EXEMPT = {("sources", name) for name in ("publisher", "title", "url")}
READ = {"text", "address", "email"}  # sorts of value that may name a place
MOVE = "move this record to data/local/"


def provenance(
    root: Path, data: SiteData, written: Iterable[Written]
) -> Iterator[Problem]:
    """Each record of data/national/ that names a place or something local."""
    yield from named_here(data)
    yield from values_here(data)
    national = (w for w in written if w.file.startswith(NATIONAL))
    yield from places_named(root, national)


def named_here(data: SiteData) -> Iterator[Problem]:
    """Ids of local records in national ones: sources, contacts and the like."""
    for use in data.named:
        national = use.file.startswith(NATIONAL) and not use.role
        if national and is_local(data, use.kind, use.id):
            yield local(data, use.file, use.line, use.kind, use.id)


def values_here(data: SiteData) -> Iterator[Problem]:
    """Local values that the texts of national records ask for."""
    for kind, nodes in data.nodes.items():
        for record_id, node in nodes.items():
            file = data.file_of(kind, record_id)
            if not file.startswith(NATIONAL):
                continue
            for text in texts_in(node):
                asked = ASKED.finditer(text.value) if "[[" in text.value else ()
                for found in asked:
                    value = (found[1] or "").partition(" ")[0]
                    if is_local(data, VALUES, value):
                        yield local(data, file, line_of(text), VALUES, value)


def is_local(data: SiteData, kind: str, record_id: str) -> bool:
    """Whether a record is one place's alone, and stands for no national one."""
    record = data.kinds.get(kind, {}).get(record_id)
    there = data.files.get(kind, {}).get(record_id, NATIONAL)
    return not there.startswith(NATIONAL) and not (record and record.replaces)


def local(data: SiteData, file: str, line: int, kind: str, record_id: str) -> Problem:
    """A local record that a national one names, where it does."""
    message = (
        f"'{record_id}' stands in {data.file_of(kind, record_id)}, and this record is "
        "to be true everywhere"
    )
    mend = f"name one of data/national/, or {MOVE}"
    return Problem(file, line, message, code="national-names-local", mend=mend)


def places_named(root: Path, national: Iterable[Written]) -> Iterator[Problem]:
    """Names of places in the texts of national records, each at its line."""
    find, firsts = finder(root)
    for value in national:
        if value.sort not in READ or (value.kind, value.field) in EXEMPT:
            continue
        plain = value.raw.casefold()
        if not any(first in plain for first in firsts):
            continue  # a quick look first, for nearly every text names none
        for name in dict.fromkeys(find.findall(value.raw)):
            text = at(root, value.file).read_text(encoding="utf-8", errors="replace")
            line = line_with(text, value, name)
            message = f"'{value.field}' names a place, '{name}'"
            mend = f"say it without the place, or {MOVE}"
            code = "national-names-place"
            yield Problem(value.file, line, message, code=code, mend=mend)


def sites(root: Path) -> list[Path]:
    """The site.yml of this place and of every other in the project."""
    project = project_of(root)
    found = {at(root, SITE_FILE), *project.glob(f"examples/*/{SITE_FILE}")}
    return sorted({*found, project / SITE_FILE})


def finder(root: Path) -> tuple[re.Pattern[str], set[str]]:
    """What finds the name of any place of the project as whole words, and the first
    word of each name, one of which a text must have to be worth a look."""
    names = {name for file in sites(root) for name in names_in(file, stamp(file))}
    longest = sorted(names, key=lambda name: (-len(name), name))
    words = "|".join(r"[\s-]+".join(map(re.escape, n.split())) for n in longest)
    firsts = {name.split()[0].casefold() for name in names}
    return re.compile(rf"\b(?:{words})\b", re.I), firsts


@lru_cache(maxsize=16)
def names_in(file: Path, stamped: object) -> frozenset[str]:
    """What a place calls itself in its site.yml, as far as that can be read."""
    try:
        tree = yaml.compose(file.read_text(encoding="utf-8"), yaml.CBaseLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return frozenset()  # said when that place is built
    fields = [node for name in NAMED if (node := child(tree, name))]
    typed = (text.value.strip() for field in fields for text in texts_in(field))
    names = {name.removeprefix("the ") for name in typed if name}
    found = (child(tree, name) for name in SITES)
    webs = [node.value for node in found if isinstance(node, yaml.ScalarNode)]
    hosts = {re.sub(r"^\w+://(www\.)?|/.*", "", web.strip()) for web in webs}
    return frozenset(names | hosts - {""})


def texts_in(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every value below a node, at any depth, without the names of fields."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from texts_in(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from texts_in(value)
