"""Macros of kinds that need none of their own: one record, and all of them.

A kind that says `one="event"` gets `{{ event("id") }}` and `{{ events() }}`, both from
`templates/event.html`, which is given `events`. All of a kind may be narrowed by any
field that holds one text: `{{ events(part="soon") }}`.
"""

from markupsafe import Markup

from ..problems import did_you_mean
from ..reading.kind_files import model_of
from ..schema.all_kinds import KINDS, file_of
from ..schema.kind import Kind
from .page import Page
from .registry import MACROS, block_macro


def add_macros(kind: Kind) -> None:
    """Give a kind its two macros. Raises ValueError if a name is taken."""
    model = model_of(kind)

    def one(page: Page, id: str) -> Markup:
        return page.block(kind.one, **{kind.name: [page.get(model, id)]})

    def every(page: Page, **wanted: str) -> Markup:
        records = list(page.data.of(model).values())
        for field, value in wanted.items():
            choices = {str(getattr(record, field, "")) for record in records}
            if field not in model.model_fields:
                hint = did_you_mean(field, model.model_fields)
                raise KeyError(f"'{field}' is not a field of {kind.name}: {hint}")
            if value not in choices:
                wrong = f"the {field} of any record of {kind.name}"
                page.data.refuse(kind.name, wrong, value, choices)
            records = [r for r in records if str(getattr(r, field)) == value]
        return page.block(kind.one, **{kind.name: records})

    about = (model.__doc__ or "").partition(".")[0]
    example = kind.example.partition("id: ")[2].partition("\n")[0]
    one.__name__, every.__name__ = kind.one, kind.name
    one.__doc__ = f'{about}: `{{{{ {kind.one}("{example}") }}}}`.'
    every.__doc__ = f"All of {file_of(kind.name)}: `{{{{ {kind.name}() }}}}`."
    for macro in (one, every):
        if macro.__name__ in MACROS:
            raise ValueError(f"two macros are called '{macro.__name__}': rename a kind")
        block_macro(macro)


for found in KINDS.values():
    if found.one:
        add_macros(found)
