"""The first files of a new project that are its own, made from the answers."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.facts.site_data import SiteData, load_site
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.resources import Resource
from macros.schema.kinds.site import Site
from macros.schema.layers import LOCAL, NATIONAL
from macros.schema.place import ROLES

from .answers import Answers
from .by_hand import yaml_of
from .first_test import first_test
from .shared import CHANGELOG, OWN_TESTS, README, with_own_part

SOURCE = "answers"  # the record that a new site rests on
CONTACTS = {"front_door": "front-door", "partnership_contact": "partnership"}
# Roles that may be left out, for which the answers stand: these name both of them.
ANSWERED = {"front_door_source", "panel_source"}
USUAL_CONTACTS = """
- id: emergency
  name: Police, in an emergency
  order: 10
  group: now
  reason: A child is in danger now
  short: In danger now
  who: Anyone
  phone: '999'
- id: front-door
  name:
  order: 20
  group: worried
  reason: You are worried about a child
  short: Worried about a child
  who: Anyone
  also: [front door, children's social care, social care, CSC, social services,
    social worker, duty social worker, duty team, MASH, safeguarding referral,
    make a referral, report a concern, who do I call, who do I ring]
- id: police
  name: Police, when it is not an emergency
  order: 30
  group: worried
  reason: You need the police, and there is no immediate danger
  who: Anyone
  phone: '101'
  also: [non-emergency police, report to the police]
- id: partnership
  name:
  order: 90
  group: advice
  reason: You have a question about local guidance
  who: Professionals
  link_text: Open the partnership's website
"""
ADDRESSES = """\
# Published addresses. This list only grows: `make promise` adds to it.
# `make move` and `make withdraw` write what became of one: its line stays.
# There are 0 addresses.
"""


def own_files(origin: Path, answers: Answers) -> Iterator[tuple[str, str]]:
    """The files of a new project that are its own, with their first words."""
    words, day = answers.words, answers.day.isoformat()
    data = load_site(origin)
    yield f"{LOCAL}/site.yml", yaml_of(site_of(data, answers))
    yield f"{LOCAL}/contacts.yml", yaml_of(list(contacts_of(data, words)))
    yield f"{LOCAL}/sources.yml", yaml_of([source_of(answers)])
    passages = [passage(gap, text) for gap, text in answers.gaps.items()]
    if passages:
        yield f"{LOCAL}/passages.yml", yaml_of(passages)
    yield "addresses.txt", ADDRESSES
    yield CHANGELOG, f"# Changelog\n\n## Unreleased\n\n- {day}: the site is begun.\n"
    yield (
        f"{OWN_TESTS}/test_{LOCAL.rpartition('/')[2]}.py",
        first_test(words["partnership"]),
    )
    shared = (origin / README).read_bytes()
    head = head_of(words).encode()
    yield README, with_own_part(README, shared, head).decode()


def site_of(data: SiteData, answers: Answers) -> dict[str, Any]:
    """site.yml: the words, the roles, and the labels that national records ask for."""
    words = answers.words
    site: dict[str, Any] = {"id": slug_of(words["short_name"])}
    site |= {key: words[key] for key in Site.model_fields if key in words}
    site["stage"] = "draft"  # live is for who has seen it
    for role in (r for r in ROLES.values() if r.required or r.field in ANSWERED):
        contact = CONTACTS.get(role.field, role.field)
        site[role.field] = [SOURCE] if role.kind == "sources" else contact
    site |= {"standing": "published", "sources": [SOURCE]}
    there = data.files["resources"]
    national = {
        resource.nation
        for resource in data.of(Resource).values()
        if there[resource.id].startswith(NATIONAL)
    }
    shown = {"id", "name", "summary"}
    for name in ("audiences", "needs"):
        labels = getattr(data.site, name)
        site[name] = [
            label.model_dump(include=shown, exclude_none=True) for label in labels
        ]
    area = re.sub(r"^the ", "", words["area"])
    nations = [nation for nation in data.site.nations if nation in national]
    return site | {"nations": [area, *nations]}


def contacts_of(data: SiteData, words: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Whom to ring: what is usual of each, and what was answered."""
    there = data.files["contacts"]
    others = (c for c in data.of(Contact).values() if there[c.id].startswith(NATIONAL))
    taken = {(contact.group, contact.order) for contact in others}
    door = words["front_door_name"]
    page = words.get("front_door_page")
    answered = {
        "front-door": {
            "name": door,
            "phone": words["front_door_phone"],
            "email": words.get("front_door_email"),
            "url": page,
            "link_text": page and f"Read how to reach {door}",
        },
        "partnership": {
            "name": words["partnership"],
            "url": words.get("partnership_page") or words["website"],
        },
    }
    for record in yaml.safe_load(USUAL_CONTACTS):
        record |= answered.get(record["id"], {})
        while (record["group"], record["order"]) in taken:
            record["order"] += -1 if record["group"] == "now" else 1
        record |= {"standing": "published", "sources": [SOURCE]}
        yield {key: value for key, value in record.items() if value}


def source_of(answers: Answers) -> dict[str, Any]:
    """The source of all that was answered: the answers themselves."""
    words, day = answers.words, answers.day
    return {
        "id": SOURCE,
        "publisher": words["partnership"],
        "title": "Answers to the questions that this site began with",
        "dated": f"{day.day} {day:%B %Y}",
        "read": day,
        "how": f"Answered for this site by the {words['answered_by']}",
        "licence": "not checked",
        "use": "quote",
    }


def passage(gap: str, text: str) -> dict[str, Any]:
    """The answer to an open question, as a record of passages.yml."""
    stands = {"standing": "published", "sources": [SOURCE]}
    return {"id": gap, "text": text, **stands}


def slug_of(words: str) -> str:
    """Words as an id."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def head_of(words: Mapping[str, Any]) -> str:
    """The first words of README.md, which are the project's own."""
    return (
        f"# {words['name']}\n\n"
        f"The site of {words['partnership']} about the {words['panel_name']}.\n"
        f"What is true here stands in `{LOCAL}/`; all else is shared with other "
        "partnerships and brought up to date with `make update`.\n"
    )
