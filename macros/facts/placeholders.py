"""Values of values.yml and words of site.yml put into the texts that ask for them.

A text asks with double square brackets, which it has for nothing else:
`[[audit-cases]]`, `[[panel-ages short]]`, `[[audit-cases start]]`, `[[panel_short]]`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from pydantic import BaseModel

from ..problems import Problem, did_you_mean, nearest
from ..reading.load import Loaded
from ..reading.tree import line_of
from ..schema.all_kinds import file_of
from ..schema.kinds.site import Site
from ..schema.kinds.values import NamedValue
from ..schema.layers import SITE_FILE
from ..schema.place import WORDS
from .absent import MISSPELT

KIND = "values"
ASKED = re.compile(r"\[\[\s*([^\[\]]*?)\s*\]\]|\[\[|\]\]")
FORMS = ("plain", "short", "start")


def words_of(value: NamedValue, form: str) -> str:
    """The words of a value in one of its forms. Raises KeyError with what to type."""
    if form == "start":
        return capital(value.value)
    if form == "short" and value.short:
        return value.short
    if form == "short":
        raise KeyError(f"'{value.id}' has no 'short' in {file_of(KIND)}: add it there")
    if form != "plain":
        raise KeyError(f"'{form}' is not a form of it: {did_you_mean(form, FORMS)}")
    return value.value


def capital(text: str) -> str:
    """A text as it starts a sentence."""
    return text[:1].upper() + text[1:]


def word_of(name: str, text: str | None, form: str = "plain") -> str:
    """A word of site.yml in one of its forms. Raises KeyError with what to type."""
    if text is None:
        raise KeyError(f"{SITE_FILE} has no '{name}': add it there")
    if form not in ("plain", "start"):
        hint = did_you_mean(form, ("plain", "start"))
        raise KeyError(f"'{form}' is not a form of it: {hint}")
    return capital(text) if form == "start" else text


@dataclass(frozen=True)
class Given:
    """What a text may ask for. Alike while nothing of it has changed.

    `ids` are those of all values, faulty ones as well; of `unsure` ones, and of words
    while site.yml has faults, nothing is said.
    """

    values: tuple[NamedValue, ...] = ()
    ids: frozenset[str] = frozenset()
    unsure: bool = True
    words: tuple[tuple[str, str], ...] | None = None

    @cached_property
    def _values(self) -> dict[str, NamedValue]:
        return {value.id: value for value in self.values}

    @cached_property
    def _words(self) -> dict[str, str]:
        return dict(self.words or ())

    def said(self, found: re.Match[str]) -> str | None:
        """What is asked for, or None where that cannot be known.

        Raises KeyError with what is wrong, and perhaps with what to type.
        """
        name, _, form = (found[1] or "").partition(" ")
        form = form.strip() or "plain"
        try:
            if name in WORDS:
                if self.words is None:
                    return None
                return word_of(name, self._words.get(name), form)
            if name in self._values:
                return words_of(self._values[name], form)
        except KeyError as error:
            raise KeyError(f"'{found[0]}': {error.args[0]}", "") from None
        if name in self.ids or self.unsure:
            return None
        wrong, known = f"'{found[0]}' is no value of {file_of(KIND)}", self.ids
        if "_" in name:
            wrong, known = f"'{found[0]}' is no word of {SITE_FILE}", WORDS
        elif nearest(name, WORDS, MISSPELT):
            known = known | WORDS
        near = did_you_mean(name, known, MISSPELT)
        raise KeyError(wrong, near if name else "close it")

    def put(self, text: str) -> str:
        """A text with all that it asks for. What there is not stays as it is typed."""
        return ASKED.sub(self._put, text) if "[[" in text else text

    def _put(self, found: re.Match[str]) -> str:
        try:
            said = self.said(found)
        except KeyError:
            said = None  # told by `slips`
        return found[0] if said is None else said

    def slips(self, text: str, file: str, line: int) -> Iterator[Problem]:
        """What is wrong with what a text asks for, at its place."""
        for found in ASKED.finditer(text):
            try:
                self.said(found)
            except KeyError as error:
                message, mend = error.args
                yield Problem(file, line, message, code="unknown-value", mend=mend)


def given_by(site: Site | None, values: Loaded) -> Given:
    """What texts may ask for, out of a site and its values as far as they are read."""
    records = values.records.values()
    words = None
    if site:
        held = ((name, getattr(site, name)) for name in sorted(WORDS))
        words = tuple((name, text) for name, text in held if text is not None)
    return Given(
        tuple(record for record in records if isinstance(record, NamedValue)),
        frozenset(values.lines),
        values.unsure,
        words,
    )


def with_words(
    record: BaseModel, node: yaml.Node, file: str, given: Given, out: list[Problem]
) -> dict[str, Any]:
    """The fields of a record that ask for something, with that. Slips go to `out`."""
    changed: dict[str, Any] = {}
    for name, held in vars(record).items():
        texts = held if isinstance(held, tuple) else (held,)
        if not any(isinstance(t, str) and ("[[" in t or "]]" in t) for t in texts):
            continue
        line = line_of(node, name)
        for text in texts:
            out += given.slips(text, file, line)
        made = tuple(map(given.put, texts))
        changed[name] = made if isinstance(held, tuple) else made[0]
    return changed


def clashes(values: Loaded) -> Iterator[Problem]:
    """Values whose id is a word of site.yml: a text could not say which it means."""
    for value_id, line in values.lines.items():
        if value_id in WORDS:
            message = f"the id '{value_id}' is a word of {SITE_FILE}: choose another"
            yield Problem(values.files[value_id], line, message, code="word-taken")
