"""Fill the templates in templates/. Every value is escaped."""

import re
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..reading.files import kept, stamp

# What Markdown would act on if it stood in the text between two tags.
ACTIVE = re.compile(r"(<[^<>]*>)|([\\*_`\[\]!~^=|{}])")
SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"])")
# Small numbers as people write them.
NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight"),
    *("nine", "ten", "eleven", "twelve"),
)


class Renderer:
    """Templates by name: `renderer("resource", resource=...)` gives its HTML."""

    def __init__(self, templates: Path) -> None:
        self._env = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,  # a misspelt field is an error, not a gap
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.filters |= {
            "paragraphs": paragraphs,
            "dial": dial,
            "way": way,
            "day": day,
            "number": number,
            "joined": joined,
        }

    def __call__(self, template: str, **values: object) -> str:
        return self._env.get_template(f"{template}.html").render(values)


def renderer_of(templates: Path) -> Renderer:
    """The templates of a folder, compiled once while none of them changes."""
    return _renderer_of(templates, tuple(map(stamp, sorted(templates.glob("*")))))


@kept(2)
def _renderer_of(templates: Path, stamps: object) -> Renderer:
    return Renderer(templates)


def block(html: str) -> Markup:
    """HTML that Markdown passes through: no blank line, no indent, lines kept.

    A blank line would end the block and an indent of four would make it code. The
    line ends keep words of neighbouring tags apart in the search index.
    """
    lines = (line.strip() for line in html.splitlines())
    return Markup("\n".join(line for line in lines if line))


def inline(html: str) -> Markup:
    """HTML for the middle of a sentence: one line, and nothing Markdown acts on."""
    line = " ".join(part.strip() for part in html.splitlines() if part.strip())
    return Markup(ACTIVE.sub(lambda m: m.group(1) or f"&#{ord(m.group(2))};", line))


def paragraphs(text: str) -> Markup:
    """Each line of a folded YAML value as a paragraph."""
    parts = [part.strip() for part in text.splitlines() if part.strip()]
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts)


def dial(phone: str) -> str:
    """A number as a `tel:` address takes it: digits only."""
    return phone.replace(" ", "")


def way(phone: str) -> str:
    """The address that reaches a number: of a call, or of a text message.

    Five or six digits from 6, 7 or 8 on are a code for texts, which takes no calls.
    """
    number = dial(phone)
    scheme = "sms" if re.fullmatch(r"[678]\d{4,5}", number) else "tel"
    return f"{scheme}:{number}"


def day(value: date) -> str:
    """A date as people write it: 22 November 2026."""
    return f"{value.day} {value:%B %Y}"


def number(count: int) -> str:
    """A number as people write it: a small one in words."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def joined(values: list[str] | tuple[str, ...], last: str = "or") -> Markup:
    """Several values as one phrase: a, b or c."""
    if len(values) < 2:
        return Markup(escape("".join(values)))
    head = Markup(", ").join(values[:-1])
    return Markup("{} {} {}").format(head, last, values[-1])
