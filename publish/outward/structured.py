"""What search engines are told of a page, in the words of schema.org, where it is so.

What the site marks as its own suggestion, as read in part or as open loses that mark
beside a search result. So only what was read in full or confirmed is told at all.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from macros.facts.site_data import SiteData
from macros.schema.fields import Standing
from macros.schema.kinds.passages import Passage
from macros.schema.kinds.questions import Question
from macros.schema.kinds.terms import Term
from macros.schema.records import Fact

CONTEXT = "https://schema.org"
KNOWN = (Standing.PUBLISHED, Standing.CONFIRMED)
# On the pages that show them: all terms, and the questions on a topic or all.
TERMS = re.compile(r"\{\{\s*terms\(")
QUESTIONS = re.compile(r"\{\{\s*questions\(\s*(?:topic=)?[\"']?([a-z0-9-]*)")


def structured(data: SiteData, address: str) -> str:
    """The scripts of a page that hold data and run nothing; none without an address."""
    return "".join(
        f'<script type="application/ld+json">{as_data(told)}</script>\n'
        for told in (told_of(data, address) if data.site.address else ())
    )


def as_data(told: dict[str, Any]) -> str:
    """Data as it may stand in a page: nothing in it ends the script that holds it."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e")


def told_of(data: SiteData, address: str) -> Iterator[dict[str, Any]]:
    """All that is told of a page."""
    body = data.pages[address].body
    url = url_of(data, address)
    above = trail(data, address)
    if len(above) > 1:
        yield {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": above}
    if TERMS.search(body) and (terms := list(_terms(data, url))):
        name = data.pages[address].meta.title
        yield {
            "@context": CONTEXT,
            "@type": "DefinedTermSet",
            "@id": url,
            "name": name,
            "inLanguage": data.site.lang,
            "hasDefinedTerm": terms,
        }
    topics = set(QUESTIONS.findall(body))
    if topics and (asked := list(_questions(data, url, topics))):
        yield {
            "@context": CONTEXT,
            "@type": "FAQPage",
            "inLanguage": data.site.lang,
            "mainEntity": asked,
        }


def url_of(data: SiteData, address: str) -> str:
    """The whole address of a page."""
    return (data.site.address or "").rstrip("/") + address


def trail(data: SiteData, address: str) -> list[dict[str, Any]]:
    """The pages above a page and itself, as its address has them."""
    parts = address.strip("/").split("/") if address != "/" else []
    paths = ["/", *(f"/{'/'.join(parts[: n + 1])}/" for n in range(len(parts)))]
    there = [path for path in paths if path in data.pages]
    return [
        {
            "@type": "ListItem",
            "position": number,
            "name": data.pages[path].meta.title,
            "item": url_of(data, path),
        }
        for number, path in enumerate(there, 1)
    ]


def known(fact: Fact) -> bool:
    """Whether a record may be told without the mark that stands beside it."""
    return fact.standing in KNOWN and fact.evidence == "stated"


def _terms(data: SiteData, url: str) -> Iterator[dict[str, Any]]:
    for term in data.of(Term).values():
        if known(term):
            yield {
                "@type": "DefinedTerm",
                "@id": f"{url}#{term.anchor}",
                "name": term.name,
                "description": " ".join(term.meaning.split()),
            }


def _questions(data: SiteData, url: str, topics: set[str]) -> Iterator[dict[str, Any]]:
    """The questions on some topics ("" for all), each with all that is answered."""
    for question in data.of(Question).values():
        if not {question.topic, ""} & topics:
            continue
        added = data.here.additions.get(f"questions/{question.id}", ())
        if known(question) and all(map(known, added)):
            yield {
                "@type": "Question",
                "@id": f"{url}#{question.anchor}",
                "name": question.question,
                "acceptedAnswer": {
                    "@type": "Answer",
                    "text": " ".join(_said(question.answer, added)),
                },
            }


def _said(answer: str, added: Sequence[Passage]) -> Iterator[str]:
    for text in (answer, *(passage.text for passage in added)):
        yield " ".join(text.split())
