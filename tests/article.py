"""A page's words as the engine makes them, without the engine."""

from functools import lru_cache
from pathlib import Path

import markdown
import yaml

from macros.library.calls import Call, pieces_in
from macros.library.filled import filled
from macros.reading.pages import PageSource
from publish.article.parts import finished_parts
from publish.article.raw_marks import raw_marks

ROOT = Path(__file__).parent.parent


@lru_cache
def settings():
    """The extensions that mkdocs.yml names, and their options."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = yaml.safe_load(text)["markdown_extensions"]
    options = {}
    for entry in named:
        options |= entry if isinstance(entry, dict) else {entry: {}}
    return {"extensions": ["fenced_code", *options], "extension_configs": options}


def page_of(body, line=1):
    """A page of docs/ with this body."""
    return PageSource("new.md", None, None, body, line)


def article(page):
    """The HTML of a page, its parts finished, marks in it where macros will stand."""
    pieces = pieces_in(page, [])
    calls = [piece for piece in pieces if isinstance(piece, Call)]
    text = filled(pieces, [f"made-{call.name}" for call in calls]).markdown
    return finished_parts(markdown.markdown(text, **settings()))


def raw_in(body):
    """The raw marks found in a page of these words."""
    page = page_of(body)
    return raw_marks(page, article(page))
