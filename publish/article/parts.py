"""What the engine made of folds, tabs, lists to tick and notes, made fit to use."""

import re
from string import ascii_lowercase

from macros.library.filled import CLOSE, OPEN

from .boxes import with_looks
from .icons import with_icons
from .labels import with_labels

TICK = re.compile(r'<input type="checkbox" disabled( checked)?/>')
TABS = re.compile(r'<div class="tabbed-set" data-tabs="[\d:]+"')
NOTES = re.compile(r'\n?<div class="footnote">\n<hr />\n(.*?)</div>\s*$', re.S)
REFERENCE = re.compile(r'(<a class="footnote-ref" href="[^"]+")>(\d+)</a>')
FOOT = re.compile(f"<p>{OPEN}\\d+{CLOSE}</p>\\s*$")


def finished_parts(html: str) -> str:
    """A page's HTML before macros are put in, with its parts as visitors get them."""
    html = TICK.sub(_tick, html)
    html = TABS.sub(_group, html)
    html = with_looks(html)
    return with_icons(with_labels(with_notes(html)))


def _tick(box: re.Match[str]) -> str:
    """A box to tick on paper. A form's box that nobody can tick only misleads."""
    done = '<span class="unseen">Done: </span>' if box[1] else ""
    name = "tick done" if box[1] else "tick"
    return f'<span class="{name}" aria-hidden="true"></span>{done}'


def _group(tabs: re.Match[str]) -> str:
    return f'{tabs[0]} role="group" aria-label="Choose what to read"'


def with_notes(html: str) -> str:
    """Footnotes by letter, above the foot of the page.

    The sources of a page have numbers, and are its foot.
    """
    notes = NOTES.search(html)
    if notes is None:
        return html
    words = REFERENCE.sub(_lettered, html[: notes.start()].rstrip())
    foot = FOOT.search(words)
    end = foot.start() if foot else len(words)
    made = f'<div class="footnote">\n{notes[1]}</div>\n'
    return f"{words[:end]}{made}{words[end:]}"


def _lettered(reference: re.Match[str]) -> str:
    letter = letter_of(int(reference[2]))
    return f'{reference[1]} aria-label="Note {letter}">{letter}</a>'


def letter_of(number: int) -> str:
    """The letter of a note, as a list by letters counts: a, b, ... z, aa, ab."""
    before, last = divmod(number - 1, len(ascii_lowercase))
    return (letter_of(before) if before else "") + ascii_lowercase[last]
