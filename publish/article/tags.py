"""Tags typed into a page that open and close nothing, or each other."""

import re
from html.parser import HTMLParser

from .lines import Found, Lines, blank, without_code

VOID = {"br", "hr", "img", "wbr", "input", "source", "col", "link", "meta"}
OPTIONAL = {"p", "li", "dt", "dd", "td", "th", "tr"}  # a browser closes these itself
BRACED = re.compile(r"\{\{[^{}]*\}\}|<(?=[\s\d=]|[^<>\s:@]*[:@])")


class Balance(HTMLParser):
    """Reads the tags of a page and keeps those without their other half."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, int]] = []
        self.found: list[tuple[str, int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One opening tag."""
        if tag not in VOID:
            self.open.append((tag, self.getpos()[0]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One tag that ends in '/>', which closes nothing but a void element."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """One closing tag."""
        if tag not in [name for name, _ in self.open]:
            said = f"nothing is open here that this closes: delete '</{tag}>'"
            self.found.append(("tag-stray", self.getpos()[0], said))
            return
        while self.open[-1][0] != tag:
            self._left_open(*self.open.pop())
        self.open.pop()

    def finish(self) -> None:
        """What is open at the end of the page."""
        self.close()
        for tag, line in self.open:
            self._left_open(tag, line)

    def _left_open(self, tag: str, line: int) -> None:
        if tag not in OPTIONAL:
            said = f"'<{tag}>' is not closed: type '</{tag}>' after its words"
            self.found.append(("tag-open", line, said))


def tags(lines: Lines) -> Found:
    """Tags without their other half, as code, line and words."""
    typed = dict(lines.all)
    first = lines.page.body_line
    whole = "\n".join(
        BRACED.sub(blank, without_code(typed.get(number, "")))
        for number in range(first, max(typed, default=first) + 1)
    )
    if "<" not in whole:
        return
    balance = Balance()
    balance.feed(whole)
    balance.finish()
    for code, line, said in balance.found:
        yield code, line + first - 1, said
