"""What whoever begins a site is asked: its words, its front door, its open questions.

The words are the fields of site.yml, with the help that they have there; the open
questions are those of data/national/gaps.yml. So a new field or question is asked by
itself.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.facts.site_data import SiteData
from macros.reading.tree import text_of
from macros.schema.kinds.gaps import Gap
from macros.schema.kinds.site import Site
from macros.schema.layers import NATIONAL
from macros.schema.place import ROLES

# What new writes by itself: roles, labels, and on whose word the record stands.
WRITTEN = {
    "id",
    "line",
    "standing",
    "sources",
    "evidence",
    "replaces",
    "stands",
    "answers",
    "confirmed",
    "stage",
    "signed_off",
    "accessibility_date",
}
PARTS = {role.field for role in ROLES.values()}
LABELS = {"audiences", "needs", "nations"}
# Fields that have a good answer before anybody gives one, from the other answers.
USUAL = {
    "name": "{panel_short}, {area}",
    "strapline": "Worried about a child's sexual behaviour? Find the right next step.",
    "nation": "England",
    "lang": "en-GB",
    "exit": "https://www.bbc.co.uk/weather",
    "owner": "to be confirmed by {partnership}",
    "draft": "Not yet confirmed by {short_name}",
    "status": "This is a draft, and {partnership} has not yet confirmed it.",
}
OTHERS = {
    "answered_by": "The role of whoever answers here, not a name. Example: business "
    "manager of the partnership",
    "front_door_phone": "The number to ring with a worry about a child who is not in "
    "danger now. Example: 01632 960001",
    "front_door_email": "Its e-mail address, if people may write.",
    "front_door_page": "The page that tells people how to reach it. Example: "
    "https://www.example.org/worried/",
    "partnership_page": "The page with the ways to reach the partnership. Usual: its "
    "website.",
}
NEEDED = {"answered_by", "front_door_phone"}
NOTHING: Mapping[str, Any] = {}
ASKED_FOR = re.compile(r"\[\[(\w+)[^\]]*\]\]")  # a word of the place, in a text
WIDE = 88

HEAD = """\
# THE QUESTIONS THAT A NEW SITE BEGINS WITH
#
# Write each answer after the colon, and leave empty what you do not know: the site
# then says that it is not known. Put quotes round an answer that holds a colon.
# The site gives 999 for a child in danger and 101 for the police: whoever answers
# vouches for these as well.
#
# WHAT THE SITE CANNOT BE WITHOUT
# When you are done: make new PLACE=../my-site FROM=this-file.yml
"""
USUALLY = """\
# WHAT MAY BE LEFT EMPTY
"""
OPEN = """\
# THE OPEN QUESTIONS
#
# Only you can answer these. Answer in a sentence or two that everybody may read.
# What you leave empty is shown as an open question, and can be answered later.
"""


@dataclass(frozen=True)
class Question:
    """One thing to ask: under which key, with what help, and what if it is not said."""

    key: str
    help: str
    needed: bool = False
    usual: str = ""


def words_asked() -> list[Question]:
    """The questions about the place, first those that have to be answered."""
    asked = [Question("answered_by", OTHERS["answered_by"], needed=True)]
    for key, field in Site.model_fields.items():
        if key not in WRITTEN | PARTS | LABELS:
            about = " ".join((field.description or "").split())
            usual = USUAL.get(key, "")
            needed = field.is_required() and not usual
            asked.append(Question(key, about, needed, usual))
    others = [Question(k, OTHERS[k], k in NEEDED) for k in list(OTHERS)[1:]]
    return sorted([*asked, *others], key=lambda question: not question.needed)


def gaps_asked(
    data: SiteData, words: Mapping[str, Any] = NOTHING
) -> Iterator[Question]:
    """The questions that every partnership is asked, by the ids of their gaps.

    They are asked in the words of the place, as far as those are known.
    """

    def put(found: re.Match[str]) -> str:
        field = found[1]
        return str(words.get(field) or field.partition("_")[0])

    for gap in data.of(Gap).values():
        if data.files["gaps"][gap.id].startswith(NATIONAL):
            asked = text_of(data.nodes["gaps"][gap.id], "question")
            yield Question(gap.id, ASKED_FOR.sub(put, asked).strip())


def blank(data: SiteData) -> str:
    """The questions as a file to fill in, each with its help above it."""
    words = words_asked()
    parts = [HEAD, *(asked(question) for question in words if question.needed)]
    parts += [USUALLY, *(asked(question) for question in words if not question.needed)]
    parts += [f"{OPEN}\nquestions:\n"]
    parts += [textwrap.indent(asked(gap), "  ") for gap in gaps_asked(data)]
    return "\n".join(parts)


def asked(question: Question) -> str:
    """A question as lines of YAML: its help, and the key to write after."""
    lines = textwrap.wrap(question.help, WIDE - 4, break_on_hyphens=False)
    if question.usual:
        usual = question.usual.replace("{", "(").replace("}", ")")
        lines += textwrap.wrap(f"Left empty, it is: {usual}", WIDE - 4)
    return "".join(f"# {line}\n" for line in lines) + f"{question.key}:\n"


def usual_of(question: Question, answers: Mapping[str, str]) -> str:
    """What stands in a field that was not answered, made from other answers."""
    return question.usual.format_map(answers) if question.usual else ""
