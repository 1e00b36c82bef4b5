"""Where a built page may lead: to this site, and to what a record names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from macros.facts.site_data import SiteData

WEB = re.compile(r"https?://[^\s<>\"]+")
# The signs that an address may hold. Browsers drop tabs and ends of lines, turn \ into
# /, and leave out spaces at the ends: with these, an address is not what it looks like.
PLAIN = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%|-]*")
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
SIGNS = "holds a sign that browsers read in their own way: type it again"
ELSEWHERE = (
    'is in no record: keep it in resources.yml and write {{ resource_link("...") }}'
)
HOST = "is loaded from another place: keep the file in docs/ and name it from there"
OTHER = "is not how a link starts: it starts https://, or names a file of this site"
NUMBER = 'is in no record: keep the number in data/ and write {{ phone("...") }}'
MAIL = "is in no record: keep the e-mail address in data/ and show the contact"


@dataclass(frozen=True)
class Leads:
    """Every address, number and mailbox that some record names."""

    web: frozenset[str]
    bases: tuple[str, ...]  # of this site, and of the forge that shows its files
    phones: frozenset[str]
    mail: frozenset[str]

    def why_not(self, address: str, *, loaded: bool) -> str:
        """What is wrong with an address as a browser has it, or nothing.

        `loaded` is for what is fetched without the visitor's doing.
        """
        if not PLAIN.fullmatch(address):
            return SIGNS
        scheme = SCHEME.match(address)
        if address.startswith("//"):
            return HOST if loaded else ELSEWHERE
        if scheme is None:
            return ""
        if loaded:
            return HOST
        kind, rest = scheme[1].lower(), address[scheme.end() :]
        if kind in ("http", "https"):
            return "" if self.is_known(address) else ELSEWHERE
        if kind in ("tel", "sms"):
            return "" if digits_of(rest) in self.phones else NUMBER
        if kind == "mailto":
            box, _, query = rest.partition("?")
            plain = not query or re.fullmatch(r"subject=[A-Za-z0-9%._-]*", query)
            return "" if plain and box.lower() in self.mail else MAIL
        return OTHER

    def is_known(self, address: str) -> bool:
        """Whether a record names an address of the web, or the site itself has it."""
        if address in self.web:
            return True
        return any(address == b or address.startswith(f"{b}/") for b in self.bases)


def leads_of(data: SiteData) -> Leads:
    """All that the records name."""
    kinds = data.kinds.values()
    records: list[BaseModel] = [r for kind in kinds for r in kind.values()]
    if data.settings is not None:
        records.append(data.settings)
    web, phones, mail = set(), set(), set()
    for record in records:
        for name, value in values_of(record):
            web.update(WEB.findall(value))
            if name == "phone":
                phones.add(digits_of(value))
            elif name == "email":
                mail.add(value.lower())
    site = data.settings
    own = (site.address, site.forge, site.forge_files) if site else ()
    bases = tuple(base.rstrip("/") for base in own if base)
    return Leads(frozenset(web), bases, frozenset(phones), frozenset(mail))


def values_of(record: BaseModel) -> Iterator[tuple[str, str]]:
    """Every text of a record with the name of its field, also of those inside it."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, BaseModel):
                yield from values_of(part)
            elif isinstance(part, str):
                yield name, part


def digits_of(number: str) -> str:
    """A number as one dials it here: +44 is the first 0."""
    return re.sub(r"\D", "", number.replace("+44", "0"))
