"""The menu in mkdocs.yml: every page once, and nothing that is not there."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from ..facts.former import says_of_pages
from ..facts.site_data import SiteData
from ..problems import Problem, did_you_mean, nearest
from ..reading.bounds import bounded
from ..reading.files import read_text
from ..reading.pages import address_of
from ..reading.tree import UNREADABLE, child, line_of

FILE = "mkdocs.yml"


def menu(root: Path, data: SiteData) -> Iterator[Problem]:
    """Pages that the menu lacks, and entries of the menu that lack a page."""
    found: list[Problem] = []
    text = read_text(root, FILE, found)
    tree = None
    try:
        if text is not None:
            found += bounded(FILE, text, 1)
        if text is not None and not found:
            tree = yaml.compose(text, yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        found.append(Problem(FILE, line, UNREADABLE, code="menu-unreadable"))
    yield from found
    if text is not None and not text.strip():
        yield Problem(FILE, 1, "this file is empty: put it back", code="file-empty")
    if tree is None:
        return
    nav = child(tree, "nav")
    if nav is None:
        return
    for name in names_in(nav):
        yield from data.given.slips(name.value, FILE, line_of(name))
    files = {page.path: page for page in data.pages.values()}
    gone = says_of_pages(data.promises)
    listed = {}
    misspelt: set[str] = set()
    for node in entries(nav):
        if node.value in listed:
            message = f"'{node.value}' is in the menu twice: delete one of them"
            yield Problem(FILE, line_of(node), message, code="menu-twice")
        elif node.value not in files:
            hint = did_you_mean(node.value, files)
            if address_of(node.value) in data.once("pages"):
                hint = "put that file back"
            if address_of(node.value) in gone:
                hint = gone[address_of(node.value)].replace(
                    "name that", "name its file"
                )
            misspelt.add(nearest(node.value, files))
            message = f"the menu has '{node.value}', which is not in docs/: {hint}"
            yield Problem(FILE, line_of(node), message, code="menu-unknown")
        listed[node.value] = node
    for path in sorted(files.keys() - listed.keys()):
        if path in misspelt:
            continue
        message = f"this page is not in the menu: add '- {path}' to nav: in {FILE}"
        yield Problem(files[path].file, 1, message, code="menu-missing")


def names_in(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The names that a part of the menu gives to pages and parts."""
    if isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from names_in(value)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield name
            yield from names_in(value)


def entries(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The pages below a part of the menu, in order."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from entries(value)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from entries(value)
