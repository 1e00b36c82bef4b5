"""The site itself: whose it is."""

from pydantic import field_validator

from ..fields import Address, ContactId, SomeTexts, Text, Texts
from ..kind import Kind, Rule
from ..records import BETWEEN, IN_ONE_LAYER, Fact, Label, refuse_between


class Site(Fact):
    """Whose site this is. One record; everything else about a place hangs on it."""

    model_config = IN_ONE_LAYER
    refuse_between = field_validator(*BETWEEN)(refuse_between)

    name: Text
    """The name at the top of every page. Example: HSB Panel Example"""
    strapline: Text
    """One short line under the name. Example: Find the right next step"""
    partnership: Text
    """The full name of the partnership."""
    short_name: Text
    """Its short form."""
    area: Text
    """The place, as it stands in the middle of a sentence. Example: the Example
    district"""
    other_names: Texts = ()
    """Other names that data/national/ may not say: of the place, of what lies round it
    and of its services. Example: [Example Town, Exampleshire]"""
    website: Address
    """The partnership's own website, in full. Example: https://www.example.org"""
    hub: Address | None = None
    """Its second website."""
    address: Address | None = None
    """Where THIS site lives, once it has a home. Example: https://hsb.example.org"""
    security: Address | None = None
    """A page where whoever finds a fault in this site's safety can tell of it. Machines
    look for it in security.txt. Example: https://www.example.org/security"""
    forge: Address | None = None
    """Where the pages are edited. The foot of each page leads there. Example:
    https://forge.example.org/hsb"""
    forge_files: Address | None = None
    """How the forge shows a file, when it is not at /blob/HEAD/."""
    exit: Address
    """Where `Leave this page quickly` leads: a page nobody would wonder about. Example:
    https://www.bbc.co.uk/weather"""
    owner: Text
    """Who answers for this site."""
    status: Text
    """One honest sentence: is this a draft, or has it been agreed?"""
    draft: Text | None = None
    """A few words that stand above every page while the site is a draft. Example: Not
    yet confirmed by the partnership"""
    emergency: ContactId
    """The id of the contact for immediate danger."""
    front_door: ContactId
    """The id of the contact for any other worry."""
    police: ContactId
    """The id of the contact for the police, not an emergency."""
    audiences: tuple[Label, ...]
    """The groups of readers. Each has an id (never change it) and a name."""
    needs: tuple[Label, ...]
    """What readers come for. Each has an id (never change it), a name and a summary."""
    nations: SomeTexts
    """The places that a resource may hold for. Example: [England, UK]"""


SITE = Kind(
    name="site",
    model=Site,
    title="SITE: whose site this is",
    about=(
        "This file holds one record, not a list. Change a line here and it "
        "changes on every page. Put the new words after the colon.",
    ),
    rules=(
        Rule("The way out starts with https://.", "site-insecure"),
        Rule("No address has a name or a password before its host.", "address-user"),
        Rule("No address is a number.", "address-number"),
        Rule("No address only looks like another.", "address-look-alike"),
        Rule("No address is of this machine or network alone.", "address-local"),
        Rule("No address has a port.", "address-port"),
        Rule("Each address is whole.", "address-broken"),
    ),
    example="""\
id: example
name: HSB Panel Example
strapline: Find the right next step.
partnership: Example Safeguarding Children Partnership
short_name: ESCP
area: the Example district
# may be left out
other_names: [Example Town, Exampleshire]
website: https://www.example.org
# may be left out
hub: https://hub.example.org
# may be left out
address: https://hsb.example.org
# may be left out
security: https://www.example.org/security
# may be left out
forge: https://forge.example.org/hsb
# may be left out, and is not needed where the forge shows files at /blob/HEAD/
forge_files: https://forge.example.org/hsb/src/branch/main
exit: https://www.example.org/weather
owner: The example partnership
status: This is an example.
emergency: example-helpline
front_door: example-helpline
police: example-helpline
standing: published
sources: [example-guide]
# may be left out
evidence: stated
audiences:
  - id: schools
    name: Schools and colleges
    # may be left out
    summary: Everyone who works there.
  - id: everyone
    name: All professionals
needs:
  - id: refer
    name: Tell the right service
nations: [England, Wales]
""",
)
