"""The macro for the questions that lead to whom to contact first."""

from markupsafe import Markup

from ..schema.kinds.routes import RouteAnswer, RouteQuestion
from .gaps import gap
from .page import Page
from .registry import block_macro
from .ways import Ways, ways_of


@block_macro
def route(page: Page) -> Markup:
    """The questions and answers of routes.yml, one at a time: `{{ route() }}`."""
    ways = ways_of(page.data)
    return page.block(
        "route",
        ways=ways,
        ordered=in_order(ways),
        gap=lambda question: gap(page, question),
    )


def in_order(ways: Ways) -> list[RouteQuestion | RouteAnswer]:
    """Questions and answers as a reader meets them, each once, from the start.

    What no way leads to comes last: it is a fault, and told by itself.
    """
    found: dict[int, RouteQuestion | RouteAnswer] = {}
    if ways.start:
        found[id(ways.start)] = ways.start
    for taps in ways.walks():
        for tap in taps:
            to = ways.next_to(tap)
            if to:
                found[id(to)] = to
    every: list[RouteQuestion | RouteAnswer] = [*ways.questions.values()]
    every += ways.answers.values()
    for rest in every:
        found.setdefault(id(rest), rest)
    return list(found.values())
