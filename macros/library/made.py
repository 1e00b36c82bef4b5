"""What the macro calls of a page give, made as the engine will make them."""

import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound
from markupsafe import Markup

from ..problems import FollowsError, Problem, UnknownIdError
from .calls import Call
from .page import Page
from .registry import MACROS

# What a faulty template raises: Jinja's own, and what its values do.
BROKEN = (TemplateError, AttributeError, TypeError, ValueError, RecursionError)

# A call without its line: its name, its values, and those with names.
Words = tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]


@dataclass
class Made:
    """What the calls of a page gave. `whole` unless one of them could not be made."""

    html: list[str]
    whole: bool = True


def make_calls(page: Page, calls: list[Call], problems: list[Problem]) -> Made:
    """Make every call, as the engine will, adding to `problems` those that fail.

    Nothing is said of a call that fails because of a fault reported elsewhere.
    """
    made = Made([])
    known: dict[Words, Markup] = {}
    for call in calls:
        try:
            made.html.append(html_of(page, call, known))
            continue
        except FollowsError:
            pass
        except UnknownIdError as error:
            problems += unknown(page, call, error)
        except KeyError as error:
            problems.append(
                Problem(
                    page.source.file, call.line, str(error.args[0]), code="call-refused"
                )
            )
        except BROKEN as error:
            problems.append(in_template(error))
        made.whole = False
    return made


def html_of(page: Page, call: Call, known: dict[Words, Markup]) -> Markup:
    """What a call gives; what is `known` of a page is not made again for it.

    Known is each call that neither told the page something, such as a source that it
    is the first to cite, nor asked for what changes from call to call.
    """
    words = (call.name, call.args, tuple(call.kwargs.items()))
    if words in known:
        return known[words]
    before = page.counted
    html = MACROS[call.name](page, *call.args, **call.kwargs)
    if page.counted == before:
        known[words] = html
    return html


def unknown(page: Page, call: Call, error: UnknownIdError) -> Iterator[Problem]:
    """A call that asks for a record which is not there, said where its id is typed.

    Macros look up what a call names before they fill a template. So whatever a
    template misses is named by a record, and has been said there, or by itself.
    """
    if not frames_in_templates(error):
        yield error.at(page.source.file, call.line)
    elif (error.kind, error.id) not in {(use.kind, use.id) for use in page.data.named}:
        met = in_template(error)
        yield error.at(met.file, met.line)


def in_template(error: Exception) -> Problem:
    """A fault of a template, at the line of the template that met it."""
    if isinstance(error, TemplateNotFound):
        message = "this file is missing: put it back"
        return Problem(f"templates/{error.name}", 1, message, code="file-missing")
    met = frames_in_templates(error)
    if not met:
        line = getattr(error, "lineno", None) or 1
        return Problem(
            f"templates/{getattr(error, 'name', '')}", line, str(error), code="template"
        )
    file = f"templates/{Path(met[-1].filename).name}"
    return Problem(file, met[-1].lineno or 1, str(error), code="template")


def frames_in_templates(error: Exception) -> list[traceback.FrameSummary]:
    """The lines of templates that were being filled, outermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f for f in frames if Path(f.filename).parent.name == "templates"]
