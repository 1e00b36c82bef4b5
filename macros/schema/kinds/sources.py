"""Sources: the documents and pages that facts rest on."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from ..fields import Address, Day, Text, Texts
from ..kind import QUOTATIONS, Kind, Rule
from ..records import Confirmed, Record


class Found(BaseModel):
    """What a person found who looked at a source again, until it is dealt with."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True
    )

    now: Literal["changed", "gone"]
    """`changed`: it says something else than it did. `gone`: it is not there."""
    on: Day
    """The day on which it was found so, written year-month-day."""


class Source(Record):
    """A document or page that facts rest on, and how far we read it."""

    publisher: Text
    """Who put it out. Example: Department for Education"""
    title: Text
    """Its own title, or a plain description when we saw no title. Example: Working
    Together to Safeguard Children 2026"""
    url: Address | None = None
    """The full web address, exactly as it was read. Leave it out when nobody has seen
    the page at that address, and say in `how` where we found it named. Example:
    https://www.example.org/worried-about-a-child/"""
    dated: Text
    """Its own date, in its own words, or that it shows none. Example: last reviewed
    November 2022"""
    read: Day
    """The day we read it, written year-month-day. Example: 2026-11-22"""
    how: Text
    """How we read it, and how much of it. Be honest: a reader must be able to tell a
    page we read from a page that somebody quoted. Example: stored copy, opening part of
    the page"""
    licence: Text
    """What its owner lets people do with its words, or: not checked. Example: Open
    Government Licence v3.0"""
    use: Literal["quote", "link only"]
    """`quote`: short quotations are allowed, exact, in double quotes, with this source
    named. `link only`: use none of its words, describe it in our own and link to it."""
    note: Text | None = None
    """A trap for whoever uses this source. /about/sources/ prints it under the words
    `Note for editors`, and readers can open that page too. Example: This is an older
    page. Check it before using its details."""
    confirmed: Confirmed | None = None
    """Only in data/local/, where the partnership said that it still stands: `by` whom,
    as a role and not a name, and `on` which day, each on a line below it."""
    found: Found | None = None
    """Where a person found it changed or gone: what it is `now` and `on` which day,
    each on a line below it. `make recheck` writes these lines, and removes them once
    all that rests on it is put right and it is read again."""
    whole: Texts = ()
    """Definitions of 30 words or more that may be quoted whole."""


SOURCES = Kind(
    name="sources",
    model=Source,
    title="SOURCES: the documents and pages that the facts on this site rest on",
    about=(
        "Every fact in the other files of this folder names one or more of "
        "these records by its id, for example sources: [panel-guide, "
        "audit-briefing-2022]. The page /about/sources/ shows this list. "
        "Readers see all of it except the id.",
        "To add one, copy a whole record from `- id:` to its last line, paste "
        "it into the right group, and change every value. After you have "
        "checked a page yourself, change `read` and `how` to say so.",
        "A short name can belong to several partnerships, and a board that came"
        " before a partnership may still have a website: unsafe.yml lists "
        "the addresses that are not ours.",
    ),
    rules=(
        *QUOTATIONS,
        Rule("`read` is a day that has been, since 2000.", "day-to-come"),
        Rule("No address of another partnership is ours.", "another-partnership"),
        Rule("No number or address of unsafe.yml stands here.", "unsafe-address"),
    ),
    example="""\
- id: example-guide
  publisher: Example Safeguarding Children Partnership
  title: A guide to the panel
  # may be left out
  url: https://www.example.org/guide
  dated: March 2026
  read: 2026-11-22
  how: the whole page
  licence: not checked
  # or: link only
  use: quote
  # may be left out, as may the next two
  note: Pages 3 and 4 are older than the rest.
  found:
    now: changed
    on: 2026-11-24
  whole: [A definition that is too long for any other quotation]
""",
)
