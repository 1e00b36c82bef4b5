"""What a browser sent, and what the desk answers with."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from .desk import Desk

LOOKS = Path(__file__).parent / "looks"
MOST_FIELDS = 4000
MOST_TEXT = 4_000_000  # bytes of one box: what is pasted comes with its looks
ENVIRONMENT = Environment(
    loader=FileSystemLoader(LOOKS),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass
class Asked:
    """One question of a browser, with all of its form."""

    desk: Desk
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """A value of the form, or nothing."""
        return next(iter(self.form.get(name, ())), "")

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """An answer in HTML."""
        common = {"desk": self.desk, "site": self.desk.name(), "words": in_words}
        html = ENVIRONMENT.get_template(template).render(**common, **values)
        return HTMLResponse(html, status)


View = Callable[[Asked], Response]


def endpoint(desk: Desk, view: View) -> Callable[[Request], Awaitable[Response]]:
    """A view as the server calls it: in a thread, what is wrong said in words."""

    async def answer(request: Request) -> Response:
        asked = Asked(desk, request.path_params, request.query_params)
        if request.method == "POST":
            async with request.form(
                max_fields=MOST_FIELDS, max_files=1, max_part_size=MOST_TEXT
            ) as form:
                for name, value in form.multi_items():
                    if isinstance(value, UploadFile):
                        asked.files[name] = (value.filename or "", await value.read())
                    else:
                        asked.form.setdefault(name, []).append(value)
        return await run_in_threadpool(_answered, view, asked)

    return answer


def _answered(view: View, asked: Asked) -> Response:
    try:
        return view(asked)
    except ValueError as error:
        return asked.page("message.html", 404, title="Not found", said=str(error))
    except OSError as error:
        said = f"The disk refused it, and nothing was written: {error.strerror}"
        return asked.page("message.html", 500, title="Not written", said=said)


def go(address: str) -> Response:
    """Lead a browser on after something was done."""
    return RedirectResponse(address, 303)


def in_words(text: str) -> Markup:
    """Help as it stands in the models, its `names` set apart."""
    parts = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )


def as_hidden(text: str) -> str:
    """A text in a hidden box: its line ends must come back as they went."""
    return json.dumps(text)


def from_hidden(text: str) -> str:
    """That text again. Raises HTTPException for what the desk did not write."""
    try:
        held = json.loads(text)
    except ValueError:
        held = None
    if not isinstance(held, str):
        raise HTTPException(400, "this form is not one of the desk")
    return held


def typed_only(form: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """What a person typed: all but the boxes that the desk itself filled in."""
    own = {"_do", "_draft", "_was", "_partial"}
    return {name: list(held) for name, held in form.items() if name not in own}
