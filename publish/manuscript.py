"""What an engine is given of the pages, and what is made of what it gave back.

An engine makes HTML of Markdown in which a mark stands for each macro call. What the
macros gave is put in afterwards, so no engine sees their links, and none can turn them.
"""

from pathlib import Path

from macros.checks.examination import Examined
from macros.library.render import renderer_of
from macros.problems import Problem
from macros.reading.rooms import at

from .article.parts import finished_parts
from .article.raw_marks import raw_marks
from .former import make_former, with_former_names


class Manuscript:
    """The checked pages of a site, and those that stand in place of former ones.

    `former` has the latter by address. What only shows when a page is made is added to
    `problems`.
    """

    def __init__(self, root: Path, examined: Examined, problems: list[Problem]) -> None:
        self.data = examined.data
        self.renderer = renderer_of(at(root, "templates"))
        self.former = make_former(self.data, self.renderer)
        filled = {address: page.filled for address, page in self.former.items()}
        self._pages = {**examined.pages, **filled}
        self._problems = problems

    def markdown(self, address: str) -> str:
        """The words of a page, a mark in place of each macro call."""
        return self._pages[address].markdown

    def finished(self, address: str, html: str) -> str:
        """A page's HTML as visitors get it, of what the engine made of its words.

        Marks that nobody understood are looked for before anything is put in.
        """
        html = finished_parts(html)
        if address not in self.former:
            self._problems += raw_marks(self.data.pages[address], html)
        done = self._pages[address].finished(html)
        return with_former_names(done, self.data, address)
