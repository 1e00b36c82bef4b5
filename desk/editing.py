"""The page of a form: filled in, checked, saved; the same for every target."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import JSONResponse, Response

from .desk import Desk
from .drafts import Draft, new_id
from .fields import Field, shown_in
from .forms import Asked, as_hidden, from_hidden, go, typed_only
from .page_target import as_typed
from .saving import Checked, Clash
from .targets import Target, values

KEEP, CHECK, SAVE, OVER, ANYWAY, DROP = (
    "keep",
    "check",
    "save",
    "over",
    "anyway",
    "drop",
)
MISSING = "This has to be filled in."


@dataclass
class Sheet:
    """What a form is of: its fields, how it is filled in, what stands beside it."""

    target: Target
    fields: list[Field]
    title: str
    filled: Callable[[str], dict[str, list[str]]]  # from the lines that are held
    more: Mapping[str, Any]  # for the template
    saved_at: Callable[[Draft], str]  # where to go on after it was saved


def from_lines(fields: list[Field]) -> Callable[[str], dict[str, list[str]]]:
    """How a form is filled in from the lines of a record."""
    return lambda lines: dict(shown_in(fields, values(lines))) if lines else {}


def edit(asked: Asked, sheet: Sheet) -> Response:
    """Show a form, or do what one of its buttons says."""
    desk = asked.desk
    if not asked.form:
        return _opened(asked, sheet)
    draft = Draft(
        asked.one("_draft"),
        sheet.target.name,
        from_hidden(asked.one("_was")),
        typed_only(asked.form),
    )
    do = asked.one("_do")
    if do == DROP:
        desk.saver.drafts.drop(draft.id)
        return go(sheet.target.address)
    _keep(desk, sheet, draft)
    clash = desk.saver.clash(sheet.target, draft)
    if do == KEEP:
        return JSONResponse({"kept": draft.when[-8:], "clash": bool(clash)})
    checked = desk.saver.check(sheet.target, draft)
    desk.lens.look()
    if do == CHECK and asked.one("_partial"):
        return JSONResponse(said_of(checked, clash))
    if clash and do in (SAVE, ANYWAY):
        return _form(asked, sheet, draft, checked, clash, 409)
    may = checked.sound or (do == ANYWAY and not (checked.refused or checked.beside))
    if do not in (SAVE, ANYWAY, OVER) or not may:
        status = 200 if do == CHECK else 422
        return _form(asked, sheet, draft, checked, clash, status)
    entry = desk.saver.save(sheet.target, draft, sheet.title)
    there = sheet.saved_at(draft)
    return go(f"{there}?saved={entry.number if entry else 0}")


def said_of(checked: Checked, clash: Clash | None) -> dict[str, Any]:
    """What was found, for the script of the page."""
    beside = {name: worded(said) for name, said in checked.beside.items()}
    return {
        "beside": beside,
        "elsewhere": checked.elsewhere,
        "refused": checked.refused,
        "changed": sum(1 for sign, _ in checked.lines if sign in "+-"),
        "clash": bool(clash),
        "sound": checked.sound,
    }


def worded(said: list[str]) -> list[str]:
    """Faults of a field for whoever fills it in: there are no lines in a form."""
    return [MISSING if one.startswith("add '") else one for one in said]


def stands_first(field: Field, form: Mapping[str, list[str]]) -> bool:
    """Whether a field is needed, or holds something: it is seen without a click."""
    return field.sort != "fixed" and (field.needed or holds(field, form))


def waits(field: Field, form: Mapping[str, list[str]]) -> bool:
    """Whether a field stands with those that may be left out."""
    return field.sort != "fixed" and not stands_first(field, form)


def holds(field: Field, form: Mapping[str, list[str]]) -> bool:
    """Whether something was filled in; the usual choice is as good as nothing."""
    names = [f"{field.name}.{part.name}" for part in field.parts] or [field.name]
    held = [value for name in names for value in form.get(name, ())]
    return any(value and value != field.usual for value in held)


def _keep(desk: Desk, sheet: Sheet, draft: Draft) -> None:
    """Keep what was typed, unless it is what the file holds anyway."""
    if bare(draft.form) != bare(sheet.filled(draft.was)):
        desk.saver.drafts.keep(draft)


def bare(form: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """A form without its empty boxes, its line ends as they are here."""
    held = {n: [as_typed(v) for v in values if v] for n, values in form.items()}
    return {name: values for name, values in held.items() if values}


def _opened(asked: Asked, sheet: Sheet) -> Response:
    drafts = asked.desk.saver.drafts
    wanted = drafts.get(asked.query.get("draft", ""))
    if wanted and wanted.target == sheet.target.name:
        checked = asked.desk.saver.check(sheet.target, wanted)
        clash = asked.desk.saver.clash(sheet.target, wanted)
        asked.desk.lens.look()
        return _form(asked, sheet, wanted, checked, clash, 200)
    asked.desk.lens.look({})  # and not what another form left there
    was = sheet.target.held(asked.desk.root)
    draft = Draft(new_id(), sheet.target.name, was, sheet.filled(was))
    return _form(asked, sheet, draft, None, None, 200)


def _form(
    asked: Asked,
    sheet: Sheet,
    draft: Draft,
    checked: Checked | None,
    clash: Clash | None,
    status: int,
) -> Response:
    desk = asked.desk
    others = [d for d in desk.saver.drafts.of(draft.target) if d.id != draft.id]
    number = asked.query.get("saved", "")
    return asked.page(
        "form.html",
        status,
        title=sheet.title,
        sheet=sheet,
        target=sheet.target,
        first=[f for f in sheet.fields if stands_first(f, draft.form)],
        rest=[f for f in sheet.fields if waits(f, draft.form)],
        fixed=[f for f in sheet.fields if f.sort == "fixed"],
        draft=draft,
        form=draft.form,
        was=as_hidden(draft.was),
        checked=checked,
        faults={n: worded(said) for n, said in checked.beside.items()}
        if checked
        else {},
        clash=clash,
        others=others,
        saved=desk.saver.journal.get(int(number)) if number.isdigit() else None,
        nothing=number == "0",
        frame=f"http://127.0.0.1:{desk.lens.port}" if desk.lens.port else "",
        **sheet.more,
    )
