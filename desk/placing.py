"""A picture put on a page: the file and the line that shows it, as one change."""

from pathlib import PurePosixPath

from macros.checks.layout import HEADING

from . import reach
from .deeds import Deed, weighed
from .page_target import PageTarget, parted
from .pictures import fit, named, wrong_with_words
from .saving import Saver

FOLDER = "pictures"
THERE = "there is a picture called {name} already: choose another name"
NO_HEADING = "choose below which heading it stands"


def headings(saver: Saver, path: str) -> list[str]:
    """The headings of a page, as they are written."""
    target = PageTarget(path)
    words = parted(target.held(saver.root), target.file).words
    return [line.strip() for line in words.splitlines() if HEADING.match(line)]


def put(
    saver: Saver, path: str, content: bytes, name: str, words: str, below: str
) -> Deed:
    """What putting a picture on a page would do, or why it cannot be done."""
    said = f"Picture {name} on {path}"
    try:
        wrong = wrong_with_words(words)
        if wrong:
            raise ValueError(f"its words: {wrong}")
        name = named(name)
        picture = fit(content)
        file = f"docs/{FOLDER}/{name}{picture.ending}"
        for ending in reach.PICTURES:
            if reach.content_of(saver.root, f"docs/{FOLDER}/{name}{ending}"):
                raise ValueError(THERE.format(name=name))
        target = PageTarget(path)
        text = target.held(saver.root)
        line = f"![{' '.join(words.split())}]({way(path, file)})"
        after = {target.file: with_line(text, target.file, below, line)}
    except ValueError as error:
        return Deed(said, refused=str(error))
    return weighed(saver, said, {**after, file: picture.content})


def way(path: str, file: str) -> str:
    """The file as the page names it, from its own folder."""
    up = len(PurePosixPath(path).parts) - 1
    return "../" * up + file.removeprefix("docs/")


def with_line(text: str, file: str, below: str, line: str) -> str:
    """A page with a line of its own below one of its headings. Raises ValueError."""
    page = parted(text, file)
    lines = page.words.splitlines(keepends=True)
    at = next((n for n, one in enumerate(lines) if one.strip() == below), None)
    if at is None or not HEADING.match(lines[at]):
        raise ValueError(NO_HEADING)
    end = "\r\n" if lines[at].endswith("\r\n") else "\n"
    if not lines[at].endswith("\n"):
        lines[at] += end
    lines[at + 1 : at + 1] = [end, f"{line}{end}"]
    return f"{page.head}{page.front}{page.between}{''.join(lines)}"
