"""One Markdown parser for all pages of a build, emptied between two of them.

The engine makes a new one for each page: that takes a tenth of a build, and leaves
behind rings of objects that only a look at all of them would clear up.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident
from types import ModuleType, SimpleNamespace
from typing import Any

import markdown


@contextmanager
def one_parser(engine: ModuleType) -> Iterator[None]:
    """Meanwhile, whenever a module of the engine asks for a parser, it gets the same.

    `engine` is the module that knows Markdown by the name `markdown`. Other threads,
    such as those of a preview, get a new parser each time, as without this.
    """
    made: list[markdown.Markdown] = []
    here = get_ident()

    def parser(**options: Any) -> markdown.Markdown:
        if get_ident() != here:
            return markdown.Markdown(**options)
        if not made:
            made.append(markdown.Markdown(**options))
        return made[0].reset()

    known = {**vars(markdown), "Markdown": parser}
    vars(engine)["markdown"] = SimpleNamespace(**known)
    try:
        yield
    finally:
        vars(engine)["markdown"] = markdown
