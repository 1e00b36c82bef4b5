"""Campaign: a text is as long as it says, a post has a picture, no day is made up."""

import re
from collections.abc import Iterator

from ..facts.site_data import SiteData
from ..library.campaign import words_in
from ..problems import Problem
from ..reading.tree import line_of
from ..schema.all_kinds import name_of
from ..schema.fields import Standing
from ..schema.kinds.campaign import Message, Moment

MARGIN = 10  # of how many words one may be too many or too few
DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b|\b(?:19|20)\d\d\b"
)
READ = (Standing.PUBLISHED, Standing.CONFIRMED)


def campaign(data: SiteData) -> Iterator[Problem]:
    """What is wrong with a text or a moment, each at its line."""
    for message in data.of(Message).values():
        yield from _length(data, message)
        yield from _picture(data, message)
    for moment in data.of(Moment).values():
        if DATED.search(moment.when) and moment.standing not in READ:
            dated = "'when' names a month or a year, and nobody has read that it is so"
            mend = "say by which rule the day is found, or name the source that says it"
            yield _at(data, moment, "when", dated, "campaign-date", mend)


def _length(data: SiteData, message: Message) -> Iterator[Problem]:
    """A text that has not as many words as it says."""
    if message.words is None:
        return
    found, most = words_in(message), message.words + message.words // MARGIN
    least = message.words - message.words // MARGIN
    if not least <= found <= most:
        told = f"'text' has {found} words, and not {least} to {most}"
        mend = f"make it {'shorter' if found > most else 'longer'}, or change 'words'"
        yield _at(data, message, "text", told, "campaign-words", mend)


def _picture(data: SiteData, message: Message) -> Iterator[Problem]:
    """A post without the words of its picture, or these on anything else."""
    if message.use == "post" and message.picture is None:
        mend = "add 'picture' with the few words that are to stand on it"
        told = "a post has a picture, and this one says nothing of it"
        yield _at(data, message, "use", told, "campaign-picture", mend)
    if message.use != "post" and message.picture is not None:
        told = f"a {message.use} has no picture"
        mend = "delete 'picture', or make it a post"
        yield _at(data, message, "picture", told, "campaign-picture", mend)


def _at(
    data: SiteData,
    record: Message | Moment,
    field: str,
    message: str,
    code: str,
    mend: str,
) -> Problem:
    kind = name_of(type(record))
    line = line_of(data.nodes[kind][record.id], field) or record.line
    file = data.file_of(kind, record.id)
    return Problem(file, line, message, "fault", code, kind, record.id, mend)
