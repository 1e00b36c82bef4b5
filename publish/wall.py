"""The wall: what came out as HTML, held to a list of what a page may hold.

Whoever wrote a page, and whatever made HTML of it, this decides. Checks of the words
before it only explain more kindly what it would refuse.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from macros.reading.unseen import first_unseen, unseen_entities

from .allowed import ANYWHERE, FILE, FRAME, LEADS_ON, LINK, SHAPES, WORDS, Form
from .leads import Leads
from .strict import Element, Fault, differs, elements_of, read_strictly, unused

VALUE = re.compile(r"""=(?:"([^"]*)"|'([^']*)')""")
NO_VALUE = "is not one of its values: delete it"
HIDDEN = "a character that cannot be seen is in the page{}: delete it"


class Wall:
    """Holds pages to the list. What was judged once is not judged again."""

    def __init__(self, leads: Leads) -> None:
        self._leads = leads
        self._judged: dict[tuple[str, bool, bool], tuple[Fault, ...]] = {}

    def faults(self, html: str, tree: LexborHTMLParser) -> Iterator[Fault]:
        """What a document holds that none may. `tree` is a browser's view of it."""
        yield from unseen(html)
        reading = read_strictly(html)
        if reading.fault is None:
            reading.fault = differs(reading, tree)
        if reading.fault is not None:
            # What cannot be read in one way cannot be judged: say as much as is sure.
            yield reading.fault
            return
        for element, node in zip(reading.elements, elements_of(tree), strict=True):
            key = (element.raw, element.inside, element.drawn)
            if key not in self._judged:
                found = self._judge(element, node.attributes)
                self._judged[key] = tuple(found)
            yield from self._judged[key]

    def _judge(
        self, element: Element, given: Mapping[str, str | None]
    ) -> Iterator[Fault]:
        """What one opening tag holds that it may not."""
        raw, name, inside = element.raw, element.name, element.inside
        table = SHAPES if element.drawn else WORDS if inside else FRAME
        if name not in table:
            yield Fault(unused(name), (raw, f"<{name}"), inside)
            return
        forms = {**ANYWHERE, **table[name]}
        for attribute, value in given.items():
            form = forms.get(attribute.lower())
            typed = (raw, *typed_values(raw, value or ""), f"{attribute}=", f"<{name}")
            if form is None:
                message = f"'{attribute}' is not used in the tag <{name}>: delete it"
                yield Fault(message, typed, inside)
                continue
            if name == "link" and form is FILE and given.get("rel") in LEADS_ON:
                form = LINK
            why = self._why_not(value or "", form)
            if why:
                shown = (value or "")[:60]
                message = f"'{attribute}' of <{name}>, '{shown}', {why}"
                yield Fault(message, typed, inside)

    def _why_not(self, value: str, form: Form) -> str:
        """What is wrong with the value of an attribute, or nothing."""
        if isinstance(form, re.Pattern):
            return "" if form.fullmatch(value) else NO_VALUE
        return self._leads.why_not(value, loaded=form == FILE)


def typed_values(raw: str, value: str) -> Iterator[str]:
    """A value as it stands in a tag, and as it may have been typed in a page."""
    for one, other in VALUE.findall(raw):
        written = one or other
        if written and unescape(written) == value:
            yield written
    if value:
        yield value
        yield value.partition(":")[2]


def unseen(html: str) -> Iterator[Fault]:
    """What cannot be seen in a document, as a character or by its name."""
    found = first_unseen(html)
    if found:
        before = html[max(found.start() - 60, 0) : found.start()]
        before = re.sub(r"<[^<>]*>", " ", before)
        inside = "<article" in html[: found.start()]
        where = f", after '{before.strip()[-20:]}'" if before.strip() else ""
        yield Fault(HIDDEN.format(where), (found[0],), inside)
    for name in unseen_entities(html):
        inside = "<article" in html[: html.index(name)]
        yield Fault(HIDDEN.format(f", written as '{name}'"), (name,), inside)
