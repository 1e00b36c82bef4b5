"""The answers to the questions of a new site, read from a file or asked one by one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, create_model
from pydantic.fields import FieldInfo

from macros.facts.site_data import SiteData
from macros.problems import DataError, Problem, did_you_mean
from macros.reading.load import load_record
from macros.reading.tree import child, line_of, tree_of
from macros.schema.fields import Address, Email, Phone, Text
from macros.schema.kinds.site import Site

from .questions import Question, gaps_asked, usual_of, words_asked

QUESTIONS = "questions"  # the key below which the open questions stand
TYPES: Mapping[str, Any] = {
    "front_door_phone": Phone,
    "front_door_email": Email,
    "front_door_page": Address,
    "partnership_page": Address,
}


@dataclass(frozen=True)
class Answers:
    """What was answered: words by their key, and open questions by their id."""

    words: Mapping[str, Any]
    gaps: Mapping[str, str]
    day: date


def read_answers(file: str, text: str, data: SiteData, day: date) -> Answers:
    """The answers in a file that was filled in. Raises DataError, with its lines."""
    problems: list[Problem] = []
    tree = tree_of(file, text, problems)
    if not isinstance(tree, yaml.MappingNode):
        wrong = "this is no list of answers: write a blank one with make new BLANK=1"
        raise DataError(problems or [Problem(file, 1, wrong)])
    below = child(tree, QUESTIONS)
    gaps = dict(gaps_in(file, below, data, problems)) if below else {}
    asked = list(words_asked())
    given = [pair for pair in tree.value if pair[0].value != QUESTIONS]
    needed = {question.key for question in asked if question.needed}
    given = [p for p in given if not is_empty(p[1]) or p[0].value in needed]
    tree.value = given
    found = load_record(file, tree, model_of(asked), problems)
    if found is None or problems:
        raise DataError(problems)
    return Answers(completed(asked, said_in(found)), gaps, day)


def gaps_in(
    file: str, node: yaml.Node, data: SiteData, problems: list[Problem]
) -> Iterator[tuple[str, str]]:
    """Each open question that was answered, with its answer."""
    known = {question.key for question in gaps_asked(data)}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value not in known:
            near = did_you_mean(key.value, known)
            wrong = f"'{key.value}' is none of the open questions: {near}"
            problems.append(Problem(file, line_of(key), wrong))
        elif not is_empty(value):
            one = yaml.MappingNode("tag:yaml.org,2002:map", [(key, value)])
            one.start_mark, one.end_mark = key.start_mark, value.end_mark
            fields: dict[str, Any] = {key.value: (Text, ...)}
            model = create_model("Answer", **fields)
            found = load_record(file, one, model, problems)
            if found:
                yield key.value, getattr(found, key.value)


def is_empty(node: yaml.Node) -> bool:
    """Whether nothing was written after a key."""
    return isinstance(node, yaml.ScalarNode) and not node.value.strip()


def model_of(asked: Iterable[Question]) -> type[BaseModel]:
    """A model of answers to these questions: of site.yml, or of `TYPES`."""
    fields: dict[str, Any] = {}
    for question in asked:
        default = ... if question.needed else None
        if question.key in Site.model_fields:
            field: FieldInfo = copy(Site.model_fields[question.key])
            field.default = default
            fields[question.key] = (field.annotation, field)
        else:
            fields[question.key] = (TYPES.get(question.key, Text), default)
    return create_model("Answers", __config__=ConfigDict(extra="forbid"), **fields)


def said_in(found: BaseModel) -> dict[str, Any]:
    """What was answered, without what was left out, as plain values."""
    said = found.model_dump(mode="json", exclude_none=True)
    return {key: value for key, value in said.items() if value not in ("", [], ())}


def completed(asked: Iterable[Question], said: Mapping[str, Any]) -> dict[str, Any]:
    """The answers, and what is usual for each that was not given, in order."""
    whole = dict(said)
    for question in asked:
        if question.key not in whole and question.usual:
            whole[question.key] = usual_of(question, whole)
    order = [question.key for question in asked]
    return {key: whole[key] for key in order if key in whole}


def as_file(answers: Answers) -> str:
    """The answers as a file that can be read again."""
    whole = dict(answers.words)
    if answers.gaps:
        whole[QUESTIONS] = dict(answers.gaps)
    return str(yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=10_000))


def ask(data: SiteData, day: date, read: Callable[[str], str]) -> Answers:
    """Ask everything, one question after another. An empty answer leaves it open."""
    asked = list(words_asked())
    words: dict[str, Any] = {}
    for question in asked:
        said = ask_one(question, words, read)
        if said is not None:
            words[question.key] = said
    print("\nThe open questions. Press Enter where you do not know.")
    gaps: dict[str, str] = {}
    for question in gaps_asked(data, words):
        said = ask_one(question, words, read)
        if said is not None:
            gaps[question.key] = said
    return Answers(completed(asked, words), gaps, day)


def ask_one(
    question: Question, before: Mapping[str, Any], read: Callable[[str], str]
) -> Any:
    """Ask until the answer fits. Gives None where it is left open."""
    usual = usual_of(question, before)
    while True:
        print(f"\n{question.help}" + (f"\nEnter for: {usual}" if usual else ""))
        typed = read(f"{question.key}: ").strip()
        if not typed and not question.needed:
            return None
        problems: list[Problem] = []
        list_typed = re.fullmatch(r"\[(.*)\]", typed)
        value = (
            [word.strip() for word in list_typed[1].split(",")] if list_typed else typed
        )
        node = yaml.compose(yaml.safe_dump({question.key: value}), yaml.CBaseLoader)
        assert node is not None
        found = load_record(question.key, node, model_of([question]), problems)
        if found:
            return said_in(found)[question.key]
        print("\n".join(map(str, problems)))
