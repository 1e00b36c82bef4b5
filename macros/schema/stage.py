"""How far a site is: a draft or live, and what has to be known before it is live."""

from typing import Literal

from .fields import Day, MaybeContactRole, Word
from .records import Confirmed, Fact


class Staged(Fact):
    """What site.yml says of the way from a draft to a live site."""

    owner: Word
    """Who answers for this site."""
    owner_of_numbers: Word | None = None
    """Who looks again at phone numbers and addresses every 90 days, where that is not
    `owner`: a role, not a name. Example: the front door's manager"""
    owner_of_law: Word | None = None
    """Who looks again at law and guidance every 180 days, where that is not `owner`.
    Example: the legal service"""
    status: Word
    """One honest sentence: is this a draft, or has it been agreed?"""
    stage: Literal["draft", "live"] = "draft"
    """`draft` until the partnership puts it out: each page says so, and search engines
    are asked to leave it out. `live` is built when nothing of `make launch` is open."""
    draft: Word | None = None
    """The words above every page while `stage` is draft. Example: Not yet confirmed"""
    licence: Word | None = None
    """On what terms others may use what this site says. Example: Open Government
    Licence v3.0"""
    accessibility_contact: MaybeContactRole = None
    """The id of the contact for a problem with reading or using the site."""
    accessibility_reply: Word | None = None
    """How soon that contact answers. Example: within five working days"""
    accessibility_date: Day | None = None
    """The day on which a person last tested the site for its accessibility statement,
    written year-month-day."""
    signed_off: Confirmed | None = None
    """Who in the partnership agreed that the site goes out: `by` whom, as a role and
    not a name, and `on` which day, each on a line below it. It holds for a year."""
