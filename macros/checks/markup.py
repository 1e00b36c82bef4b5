"""HTML typed into a page: a few harmless tags, and nothing that can act."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from ..problems import Problem
from ..reading.pages import PageSource

# A list of what is allowed stays right when browsers learn more.
TAGS = {
    *("abbr", "blockquote", "br", "cite", "dd", "details", "dfn", "div", "dl", "dt"),
    *("em", "figcaption", "figure", "img", "kbd", "p", "q", "section", "small"),
    *("span", "strong", "sub", "summary", "sup", "time"),
}
ATTRIBUTES = {
    *("alt", "cite", "class", "datetime", "height", "id", "lang", "markdown", "open"),
    *("src", "title", "width"),
}
BRACES = re.compile(r"\{:?([^{}]*)\}")
GIVEN = re.compile(r"(?<![\w:@-])([\w:@-]++)\s*+=")
CALL = re.compile(r"\{\{[^{}]*\}\}")


class Tags(HTMLParser):
    """Reads a page and keeps what is not allowed, with its line."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One opening tag."""
        line = self.getpos()[0]
        if tag not in TAGS:
            self.found.append(
                (line, f"the tag <{tag}> is not used in pages: delete it")
            )
            return
        for name, value in attrs:
            if name not in ATTRIBUTES:
                message = f"'{name}' is not used in the tags of pages: delete it"
                self.found.append((line, message))
            elif name in ("src", "cite") and ":" in (value or "").split("/")[0]:
                message = f"'{name}' names a file of this site, not '{value}'"
                self.found.append((line, message))
        if tag == "img" and not dict(attrs).get("alt"):
            message = 'this image has no description: write what it shows as alt="..."'
            self.found.append((line, message))

    def handle_pi(self, data: str) -> None:
        """What starts with <?."""
        self.found.append((self.getpos()[0], "'<?' is not used in pages: delete it"))


def markup(page: PageSource) -> Iterator[Problem]:
    """Tags and attributes that a page may not hold, each at its line."""
    body = CALL.sub(lambda call: "\n" * call[0].count("\n"), page.body)
    tags = Tags()
    tags.feed(body)
    if tags.rawdata.strip().startswith("<"):
        where = body.count("\n") - tags.rawdata.count("\n") + 1
        tags.found.append((where, "a tag is opened with '<' and not closed: delete it"))
    for line, message in tags.found:
        yield Problem(page.file, page.body_line + line - 1, message)
    for number, line_of_text in enumerate(body.split("\n"), page.body_line):
        for braces in BRACES.findall(line_of_text):
            for name in GIVEN.findall(braces):
                if name.lower() not in ATTRIBUTES - {"src", "cite"}:
                    message = f"'{name}=' is not used between braces: delete it"
                    if name == "needs":
                        message = "'needs=' stands in the braces of a heading alone"
                    yield Problem(page.file, number, message)
