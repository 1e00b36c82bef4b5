"""Macros for what is known: terms, the continuum, the panel, the audit, figures."""

from typing import get_args

from markupsafe import Markup

from .macro import block_macro, inline_macro
from .models import (
    Action,
    Caveat,
    ContinuumStep,
    Figure,
    Gap,
    PanelFact,
    Point,
    Term,
    Theme,
    Word,
)
from .page import Page
from .problems import did_you_mean


@inline_macro
def term(page: Page, id: str, words: str = "") -> Markup:
    """A word that opens its meaning: `{{ term("strategy-discussion") }}`.

    A second value is shown instead of the term's name: `{{ term("hsb", "HSB") }}`.
    """
    found = page.get("terms", Term, id)
    opens = page.next_id("meaning")
    return page.inline("term", term=found, words=words or found.name, opens=opens)


@block_macro
def terms(page: Page) -> Markup:
    """The whole glossary, A to Z: `{{ terms() }}`."""
    letters: dict[str, list[Term]] = {}
    everything = page.data.of("terms", Term).values()
    for found in sorted(everything, key=lambda t: t.name.casefold()):
        letters.setdefault(found.name[0].upper(), []).append(found)
    return page.block("terms", letters=letters)


@block_macro
def continuum(page: Page) -> Markup:
    """Hackett's five steps with the caveats that go with them: `{{ continuum() }}`."""
    return page.block(
        "continuum",
        steps=page.data.of("continuum.steps", ContinuumStep).values(),
        caveats=page.data.of("continuum.caveats", Caveat).values(),
    )


@block_macro
def panel(page: Page, part: str) -> Markup:
    """What is published of the panel, by part: `{{ panel("purpose") }}`.

    The parts are purpose, cases, first step, members and background.
    """
    everything = page.data.of("panel", PanelFact).values()
    found = [fact for fact in everything if fact.part == part]
    if not found:
        hint = did_you_mean(part, {fact.part for fact in everything})
        page.data.refuse("panel", f"'{part}' is not a part of data/panel.yml: {hint}")
    return page.block("panel", facts=found, part=part)


@block_macro
def gap(page: Page, id: str) -> Markup:
    """The sentence where a fact is not confirmed: `{{ gap("panel-form") }}`."""
    return page.block("gap", gap=page.get("gaps", Gap, id))


@block_macro
def gaps(page: Page, about: str = "") -> Markup:
    """All that is still to be confirmed, or one part: `{{ gaps("panel") }}`."""
    choices = set(get_args(Gap.model_fields["about"].annotation))
    if about and about not in choices:
        hint = did_you_mean(about, choices)
        raise KeyError(f"'{about}' is not a part of data/gaps.yml: {hint}")
    everything = page.data.of("gaps", Gap).values()
    found = [gap for gap in everything if about in ("", gap.about)]
    return page.block("gaps", gaps=found)


@block_macro
def audit(page: Page, part: str) -> Markup:
    """The October 2022 briefing: `{{ audit("points") }}`.

    The parts are points, table (the six themes at a glance), themes (each in full),
    actions and next steps.
    """
    themes = page.data.of("audit.themes", Theme).values()
    actions = page.data.of("audit.actions", Action).values()
    if part == "points":
        points = page.data.of("audit.points", Point).values()
        return page.block("audit_points", points=points)
    if part in {"table", "themes"}:
        return page.block(f"audit_{part}", themes=themes)
    found = [a for a in actions if part == f"{a.part}s"]
    if not found:
        choices = ["points", "table", "themes", "actions", "next steps"]
        hint = did_you_mean(part, choices)
        message = f"'{part}' is not a part of the audit: {hint}"
        page.data.refuse("audit.actions", message)
    return page.block("audit_actions", actions=found)


@block_macro
def theme(page: Page, id: str) -> Markup:
    """One theme of the audit in full: `{{ theme("joint-working") }}`."""
    return page.block("audit_themes", themes=[page.get("audit.themes", Theme, id)])


@block_macro
def picture(page: Page, name: str) -> Markup:
    """A picture drawn from the facts: `{{ picture("continuum") }}`.

    The pictures are continuum, journey (how a concern travels) and themes (of the
    audit).
    """
    pictures: dict[str, dict[str, object]] = {
        "continuum": {"steps": page.data.of("continuum.steps", ContinuumStep).values()},
        "journey": {"gap": page.get("gaps", Gap, "panel-route")},
        "themes": {"themes": page.data.of("audit.themes", Theme).values()},
    }
    if name not in pictures:
        hint = did_you_mean(name, pictures)
        raise KeyError(f"'{name}' is not a picture: {hint}")
    return page.block(f"picture_{name}", **pictures[name])


@block_macro
def word(page: Page, id: str) -> Markup:
    """One pair of words to avoid and to prefer: `{{ word("peer-on-peer") }}`."""
    return page.block("words", words=[page.get("words", Word, id)])


@block_macro
def words(page: Page) -> Markup:
    """The table of words to avoid and to prefer: `{{ words() }}`."""
    return page.block("words", words=page.data.of("words", Word).values())


@block_macro
def figure(page: Page, id: str) -> Markup:
    """One statistic with its basis: `{{ figure("five-cases") }}`."""
    return page.block("figures", figures=[page.get("figures", Figure, id)])


@block_macro
def figures(page: Page) -> Markup:
    """Every statistic, each with its basis: `{{ figures() }}`."""
    return page.block("figures", figures=page.data.of("figures", Figure).values())
