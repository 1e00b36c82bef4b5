"""The menu of mkdocs.yml as lines: a page in it renamed, or taken out."""

import yaml

from macros.checks.menu import FILE, entries
from macros.reading.tree import child

from .changes import Change


def rename_in_menu(change: Change, old: str, new: str) -> None:
    """Have the menu name a page by its new file."""
    text = change.text(FILE)
    lines = text.split("\n")
    for node in entries(menu_of(text)):
        if node.value == old:
            at, start = node.start_mark.line, node.start_mark.column
            line = lines[at]
            lines[at] = line[:start] + line[start:].replace(old, new, 1)
    change.set(FILE, "\n".join(lines))


def take_out_of_menu(change: Change, path: str) -> None:
    """Take a page out of the menu, and a part of the menu that would be empty then.

    Raises ValueError where the menu is not written a line for each page.
    """
    text = change.text(FILE)
    lines = text.split("\n")
    item = item_of(menu_of(text), path)
    if item is None:
        return
    first, last = item.start_mark.line, last_of(item)
    if not lines[first].lstrip().startswith("- "):
        raise ValueError(f"take '{path}' out of nav: in {FILE} by hand, and try again")
    del lines[first : last + 1]
    change.set(FILE, "\n".join(lines))


def menu_of(text: str) -> yaml.Node:
    """The list below `nav:`. Raises ValueError where the file cannot be read."""
    try:
        nav = child(yaml.compose(text, yaml.CBaseLoader), "nav")
    except yaml.YAMLError:
        raise ValueError(
            f"{FILE} cannot be read: type make site, and mend it"
        ) from None
    return nav or yaml.SequenceNode("", [])


def item_of(node: yaml.Node, path: str) -> yaml.Node | None:
    """The largest item of the menu in which this page is the only one."""
    if not isinstance(node, yaml.SequenceNode):
        return None
    for item in node.value:
        pages = [entry.value for entry in entries(item)]
        if path in pages and len(pages) == 1:
            return item  # type: ignore[no-any-return]
        if path in pages:
            _, below = item.value[0]
            return item_of(below, path)
    return None


def last_of(item: yaml.Node) -> int:
    """The index of the last line of an item of the menu."""
    return max(int(entry.end_mark.line) for entry in entries(item))
