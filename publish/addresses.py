"""Addresses are promises: what has once been published stays reachable.

`addresses.txt` lists every path and every anchor that a school may have linked to. It
only grows. A build that would break one of them stops.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.checks.addresses import LIST, promised
from macros.problems import Problem, did_you_mean

from .built import BuiltPage, read_built

# What a person may link to: headings and records, not the parts a page numbers itself.
LINKABLE = "h1[id], h2[id], h3[id], section[id], li[id], tr[id]"
NUMBERED = ("source-", "meaning-", "picture-")


def addresses_of(built: Mapping[str, BuiltPage]) -> Iterator[str]:
    """Every address of a built site that a person may link to."""
    for address, page in built.items():
        if not address.endswith("/"):
            continue
        yield address
        for node in page.tree.css(LINKABLE):
            name = node.attributes["id"] or ""
            if not name.startswith(NUMBERED):
                yield f"{address}#{name}"


def broken_promises(root: Path, site: Path) -> Iterator[Problem]:
    """Each promised address that a built site no longer has."""
    built = read_built(site)
    kept = {f"{path}#{name}" for path, page in built.items() for name in page.ids}
    kept |= built.keys()
    for address, line in promised(root).items():
        if address not in kept:
            message = f"{address} was published and would break: put it back"
            hint = did_you_mean(address, kept)
            yield Problem(LIST, line, f"{message} ({hint})")


def promise(root: Path, site: Path) -> int:
    """Add to the list what a built site has and the list has not; gives how many."""
    before = promised(root)
    found = set(addresses_of(read_built(site)))
    head = "# Published addresses. This list only grows: `make promise` adds to it.\n"
    lines = sorted(found | before.keys())
    (root / LIST).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return len(found - before.keys())


def main() -> None:
    """`python -m publish.addresses`: promise what site/ has now."""
    root = Path(__file__).parent.parent
    count = promise(root, root / "site")
    print(f"{LIST}: {count} addresses more, {len(promised(root))} in all.")


if __name__ == "__main__":
    main()
