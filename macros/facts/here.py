"""What this place says of what is true everywhere: answers, and additions."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..schema.all_kinds import name_of
from ..schema.kinds.gaps import Gap
from ..schema.kinds.passages import Passage
from ..schema.records import Fact, Record

Kinds = Mapping[str, Mapping[str, Record]]
QUESTIONS = name_of(Gap)


@dataclass(frozen=True)
class Here:
    """`answers` has what answers a question of gaps.yml, by the question's id;
    `additions` the passages that add to a record, by its kind and id: `terms/abusive`.
    """

    answers: Mapping[str, Fact]
    additions: Mapping[str, list[Passage]]

    @property
    def settled(self) -> set[tuple[str, str]]:
        """The questions that are answered here, each with its kind."""
        return {(QUESTIONS, question) for question in self.answers}


def said_here(kinds: Kinds) -> Here:
    """All answers and additions among the records of a place."""
    additions: dict[str, list[Passage]] = {}
    for passage in passages_in(kinds):
        if passage.after:
            additions.setdefault(passage.after, []).append(passage)
    return Here(answers_in(kinds), additions)


def answers_in(kinds: Kinds) -> dict[str, Fact]:
    """What answers each question, by the question's id.

    A passage answers the question of its own id. What a record says that it answers
    goes before that.
    """
    questions = kinds[QUESTIONS]
    found: dict[str, Fact] = {}
    for passage in passages_in(kinds):
        if passage.id in questions:
            found[passage.id] = passage
    for records in kinds.values():
        for record in records.values():
            if isinstance(record, Fact):
                found |= dict.fromkeys(record.answers, record)
    return found


def passages_in(kinds: Kinds) -> list[Passage]:
    """The passages among the records of a place."""
    records = kinds[name_of(Passage)].values()
    return [record for record in records if isinstance(record, Passage)]
