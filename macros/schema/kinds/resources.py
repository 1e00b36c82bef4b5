"""Resources: what we send people to."""

from typing import Annotated, Literal

from pydantic import Field

from ..fields import (
    Address,
    AudienceIds,
    MaybeContactId,
    NeedIds,
    ResourceKind,
    Text,
    Texts,
)
from ..kind import Found, Kind, Rule, Told
from ..records import Fact


class Resource(Fact):
    """A document, tool, course or service that we send people to."""

    name: Text
    """What the reader sees. Example: Keeping children safe in education 2026"""
    publisher: Text
    """Who made it. Example: Department for Education"""
    url: Address | None = None
    """The full web address. Leave it out if nobody has seen the page. If the link opens
    a page that only lists the resource, say so in the summary. Example:
    https://www.nice.org.uk/guidance/ng55"""
    summary: Text
    """What it is, in short sentences. Example: Duties for schools in England."""
    when: Text
    """One sentence that starts `Use it when`. Example: Use it when you write a school
    policy."""
    for_: Annotated[AudienceIds, Field(alias="for")]
    """Who it is for: one or more ids of the audiences in site.yml. Example: [schools,
    parents]"""
    needs: NeedIds
    """What it helps with: one or more ids of the needs in site.yml. Example: [schools,
    respond]"""
    kind: ResourceKind
    """What kind of resource it is. Example: guidance"""
    cost: Literal["free", "paid", "not stated"]
    """`not stated` unless its publisher, or a page we have read, says what it costs."""
    nation: Text
    """Where it applies: one of the `nations` in site.yml. Example: England"""
    dated: Text | None = None
    """Its own date, in words. Example: Updated 11 March 2024"""
    contact: MaybeContactId = None
    """The id of a record in contacts.yml, where the number lives, when it is a service
    that people ring or write to. Example: childline"""
    also: Texts = ()
    """Other names that people type into the search box. Example: [KCSIE, keeping
    children safe]"""


def told(resource: Resource) -> Told:
    """A resource with who made it."""
    return Told(resource.name, resource.publisher, resource.also)


RESOURCES = Kind(
    name="resources",
    extends=True,
    model=Resource,
    title="RESOURCES: the guides, laws, tools, courses and services we send people to",
    about=(
        "One record is one resource. The order in this file is the order on the"
        " page. To move a resource up, move its whole record up.",
        "Never link to a page that nobody has seen: leave `url` out.",
    ),
    rules=(
        Rule("`when` starts `Use it when`.", "use-it-when"),
        Rule("`nation` is one of those in site.yml.", "nation"),
        Rule("An address of unsafe.yml is never linked to.", "unsafe-address"),
    ),
    search=(Found("resource", 0.78, "Resource", told, later=True),),
    example="""\
- id: example-tool
  name: The example tool
  publisher: Example Safeguarding Children Partnership
  # may be left out
  url: https://www.example.org/tool
  summary: A tool that helps you to think.
  when: Use it when you write a record.
  for: [schools, everyone]
  needs: [refer]
  kind: tool
  # or: paid, not stated
  cost: free
  nation: England
  # may be left out, as may the next two
  dated: March 2026
  contact: example-helpline
  also: [the tool]
  standing: published
  # may be left out
  evidence: partial
  sources: [example-guide]
""",
)
