"""Hand-outs: what each part shows is there, and each piece has a part."""

from collections.abc import Iterator
from dataclasses import replace

from ..facts.site_data import SiteData
from ..library.shown import shown
from ..problems import FollowsError, Problem, UnknownIdError
from ..reading.tree import line_of
from ..schema.all_kinds import name_of
from ..schema.kinds.handouts import Part, Piece
from ..schema.kinds.links import Embed
from ..schema.layers import NATIONAL

CODE = "handout-shows"
PARTS, PIECES = name_of(Part), name_of(Piece)


def handouts(data: SiteData) -> Iterator[Problem]:
    """What is named and cannot be shown, each at its line; and pieces without parts."""
    for part in data.of(Part).values():
        yield from shows(data, part, CODE)
    if data.whole(PARTS):
        yield from _without_parts(data)


def shows(data: SiteData, record: Part | Embed, code: str) -> Iterator[Problem]:
    """What a record says it shows and cannot, each at its line."""
    kind = name_of(type(record))
    for index, name in enumerate(record.show):
        file = data.file_of(kind, record.id)
        line = line_of(data.nodes[kind][record.id], "show", index)
        if file.startswith(NATIONAL):
            yield from _alone(data, name, file, line)
        try:
            shown(data, name)
        except FollowsError:
            continue  # said where its own fault stands
        except UnknownIdError as error:
            told = error.at(file, line)
            yield replace(told, code=code, kind=kind, id=record.id)
            continue
        except KeyError as error:
            wrong, _, mend = str(error.args[0]).partition(": ")
        else:
            continue
        yield Problem(file, line, wrong, "fault", code, kind, record.id, mend)


def _alone(data: SiteData, name: str, file: str, line: int) -> Iterator[Problem]:
    """A passage for which another place would have nothing to show, as on a page."""
    kind, _, which = name.partition("/")
    passage = kind == "passages" and which in data.lines["passages"]
    if passage and which not in data.lines["gaps"] and "gaps" not in data.unsure:
        message = f"a place without the passage '{which}' would show nothing here"
        mend = f"{NATIONAL}/gaps.yml has no question '{which}': write one"
        yield Problem(file, line, message, "fault", "passage-alone", mend=mend)


def _without_parts(data: SiteData) -> Iterator[Problem]:
    filled = {part.piece for part in data.of(Part).values()}
    for piece in data.of(Piece).values():
        if piece.id not in filled:
            yield Problem(
                data.file_of(PIECES, piece.id),
                piece.line,
                f"the hand-out '{piece.id}' has nothing in it",
                "fault",
                "handout-empty",
                PIECES,
                piece.id,
                "write a part below 'parts' with its id as 'piece'",
            )
