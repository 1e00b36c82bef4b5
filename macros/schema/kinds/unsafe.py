"""What must never be published."""

from ..fields import Text
from ..kind import Kind, Rule
from ..records import Record


class Unsafe(Record):
    """A number or an address that must never be published, and why."""

    number: Text | None = None
    """The number, in quotes. Every grouping of its digits is refused. Example: '01632
    960999'"""
    address: Text | None = None
    """Or a part of a web or e-mail address: what stands before or after it does not
    matter. A record has a number or an address, and not both. Example:
    old.example.org"""
    why: Text
    """What is wrong with it, in one line: whoever types it is told this."""
    source: Text
    """Where we learned that."""
    since: Text
    """Since when it is so, or when we read it, in words. Example: October 2022"""


UNSAFE = Kind(
    name="unsafe",
    model=Unsafe,
    title="UNSAFE: numbers and addresses that must never be published",
    about=(
        "A number that was closed, given up or never ours is worse than none. "
        "Each record is one of them. The build refuses it wherever it is typed,"
        " and however: in a page, in any file of data/, as the phone of a "
        "contact, and in the pages as they were made. Nothing of this file is "
        "shown to visitors.",
        "When a number is right again: delete its record here first, and say in"
        " sources.yml where that was read.",
    ),
    rules=(
        Rule("Its number is never published.", "unsafe-number"),
        Rule("Its address is never published.", "unsafe-address"),
        Rule("A record is one number or one address, and not both.", "unsafe-one"),
    ),
    example="""\
- id: example-closed
  # or: address
  number: "01632 960999"
  why: The helpline closed.
  source: A guide to the panel
  since: March 2026

- id: example-other
  address: other.example.net
  why: It is another partnership.
  source: Its own website
  since: March 2026
""",
)
