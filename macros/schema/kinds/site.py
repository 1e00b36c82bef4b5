"""The site itself: whose it is."""

from typing import Annotated, Literal

from pydantic import StringConstraints, field_validator

from ..fields import (
    Address,
    ContactRole,
    MaybeContactRole,
    MaybeSourcesRole,
    SomeTexts,
    SourcesRole,
    Spoken,
    Texts,
    Word,
)
from ..kind import Kind, Rule
from ..records import BETWEEN, IN_ONE_LAYER, Label, refuse_between
from ..stage import Staged

Nation = Literal["England", "Wales", "Scotland", "Northern Ireland"]
LANGUAGE = r"^[a-z]{2,3}(-[A-Z]{2})?$"


class Site(Staged):
    """Whose site this is. One record; everything else about a place hangs on it."""

    model_config = IN_ONE_LAYER
    refuse_between = field_validator(*BETWEEN)(refuse_between)

    name: Word
    """The name at the top of every page. Example: HSB Panel Example"""
    strapline: Word
    """One short line under the name. Example: Find the right next step"""
    partnership: Word
    """The full name of the partnership."""
    short_name: Word
    """Its short form."""
    area: Word
    """The place, as it stands in the middle of a sentence. Example: the Example
    district"""
    in_area: Word
    """The same with the word before it. Example: in the Example district"""
    nation: Annotated[Nation, Spoken()]
    """The nation whose law and guidance hold here."""
    lang: Annotated[str, StringConstraints(pattern=LANGUAGE), Spoken()] = "en-GB"
    """The language of the pages, as machines name it. Example: en-GB"""
    panel_name: Word
    """The panel's name in full, with its short form. Example: Harmful Sexual Behaviour
    (HSB) Panel"""
    panel_short: Word
    """The panel's name in a menu or a sentence. Example: HSB Panel"""
    front_door_name: Word
    """What the front door calls itself. Example: Example Front Door"""
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
    emergency: ContactRole
    """The id of the contact for immediate danger."""
    front_door: ContactRole
    """The id of the contact for any other worry."""
    police: ContactRole
    """The id of the contact for the police, not an emergency."""
    partnership_contact: ContactRole
    """The id of the contact for a question to the partnership."""
    lado: MaybeContactRole = None
    """The id of the contact for a worry about an adult who works with children."""
    first_step: SourcesRole
    """The ids of sources on what to do with any worry. Example: [example-guide]"""
    immediate_danger: SourcesRole
    """The ids of sources on danger now. Example: [example-guide]"""
    share_concern: SourcesRole
    """The ids of sources on how to share a worry. Example: [example-guide]"""
    front_door_source: MaybeSourcesRole = ()
    """The ids of the sources about the front door itself. Example: [example-guide]"""
    police_source: MaybeSourcesRole = ()
    """The ids of the sources about telling the police. Example: [example-guide]"""
    panel_source: MaybeSourcesRole = ()
    """The ids of the sources about the panel. Example: [example-guide]"""
    audit_source: MaybeSourcesRole = ()
    """The ids of the sources about an audit of cases. Example: [example-guide]"""
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
        "Pages name no place. They ask for a word of this file with {{ "
        'site("panel_short") }}; titles, the menu and data/ with [[panel_short]]. '
        "They name who plays a role here by its field, with spaces: {{ "
        'contact("front door") }}, and in data/ `front door`.',
    ),
    rules=(
        Rule("A live site has settled or waived all of `make launch`.", "not-settled"),
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
in_area: in the Example district
nation: England
# may be left out
lang: en-GB
panel_name: Example Panel on Worrying Behaviour (EP)
panel_short: Example Panel
front_door_name: Example Front Door
# may be left out
other_names: [Example Town, Exampleshire]
website: https://www.example.org
# may be left out, as may the next four
hub: https://hub.example.org
address: https://hsb.example.org
security: https://www.example.org/security
forge: https://forge.example.org/hsb
# not needed where the forge shows files at /blob/HEAD/
forge_files: https://forge.example.org/hsb/src/branch/main
exit: https://www.example.org/weather
owner: The example partnership
status: This is an example.
# may be left out
draft: Not yet confirmed
emergency: example-helpline
front_door: example-helpline
police: example-helpline
partnership_contact: example-helpline
# may be left out
lado: example-helpline
first_step: [example-guide]
immediate_danger: [example-guide]
share_concern: [example-guide]
# may be left out, as may the next three
front_door_source: [example-guide]
police_source: [example-guide]
panel_source: [example-guide]
audit_source: [example-guide]
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
# may be left out, as may the rest
stage: draft
owner_of_numbers: the manager of the front door
owner_of_law: the legal service
licence: Open Government Licence v3.0
accessibility_contact: example-helpline
accessibility_reply: within five working days
accessibility_date: 2026-11-22
signed_off:
  by: the manager of the partnership
  on: 2026-11-22
""",
)
