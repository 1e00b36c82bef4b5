"""The desk's forms: what a model makes of a field, and which lines a save writes."""

import random

import pytest
import yaml
from conftest import ROOT, cases_of

from desk.fields import changes, fields_of, shown_in, typed_in
from desk.page_target import PageTarget
from desk.record_target import RecordTarget
from desk.targets import values
from macros.reading.tree import last_line
from macros.schema.all_kinds import ALL, KINDS
from macros.schema.records import FrontMatter
from publish.questions.splices import record_in, taken, with_fields

MODELS = {**{name: kind.model for name, kind in ALL.items()}, "page": FrontMatter}


@pytest.mark.parametrize("name", MODELS)
def test_every_field_of_every_kind_has_a_box_and_help(name):
    told = {
        field.alias or n
        for n, field in MODELS[name].model_fields.items()
        if n not in ("line", "replaces", "stands")
    }
    fields = fields_of(MODELS[name])

    assert told <= {field.name for field in fields}
    for field in fields:
        assert field.help, field.name
        if field.sort in ("choice", "some") and not field.of:
            assert field.choices, field.name


def test_no_field_has_the_name_of_a_box_of_the_desk_s_own():
    for model in MODELS.values():
        assert not [f.name for f in fields_of(model) if f.name.startswith("_")]


def everything():
    """Every record of every data file of the project."""
    for kind in KINDS.values():
        for file in sorted((ROOT / "data").rglob(f"{kind.file}.yml")):
            text = file.read_text(encoding="utf-8")
            tree, lines = yaml.compose(text, yaml.CBaseLoader), text.splitlines(True)
            if kind.part:
                tree = next((v for k, v in tree.value if k.value == kind.part), None)
            for node in getattr(tree, "value", ()):
                record_id = next(v.value for k, v in node.value if k.value == "id")
                was = lines[node.start_mark.line : last_line(*node.value[-1])]
                name = file.relative_to(ROOT).as_posix()
                yield RecordTarget(kind, record_id, name), "".join(was), text


def test_a_form_sent_back_as_it_came_changes_nothing_in_any_record():
    seen = 0
    for target, was, text in everything():
        form = dict(shown_in(target.fields, values(was)))
        sent = {n: [v.replace("\n", "\r\n") for v in held] for n, held in form.items()}

        assert target.applied(text, was, sent) == text, target.name
        seen += 1
    assert seen > 300


def test_a_page_sent_back_as_it_came_is_the_same_page():
    from desk.views.pages import filled

    for file in sorted((ROOT / "docs").rglob("*.md")):
        target = PageTarget(file.relative_to(ROOT / "docs").as_posix())
        text = file.read_bytes().decode("utf-8")
        form = filled(target.fields, text, target.file)
        sent = {n: [v.replace("\n", "\r\n") for v in held] for n, held in form.items()}

        assert target.applied(text, text, sent) == text, file


@pytest.mark.parametrize("case", cases_of("desk/lines"))
def test_a_save_writes_the_lines_of_the_field_and_no_other(case):
    fields = fields_of(ALL[case["kind"]].model)
    was = taken(case["before"], case["id"])
    form = dict(shown_in(fields, values(was)))
    form |= {name: [held] for name, held in case["type"].items()}
    new = changes(fields, typed_in(fields, form), values(was))

    order = [field.name for field in fields]
    made = with_fields(
        case["before"], lambda text: record_in(text, case["id"]), new, order
    )

    assert made == case["after"]


SEED = 20261124
# What people type, and what YAML would take for something else.
TYPED = [
    "plain words", "no", "yes", "null", "~", "2026-11-24", "0345", "1e3", "12:30", "#x",
    "a: b", "a #b", "- a", "? a", "[a", "{a}", "&a", "*a", "!a", "|", ">", "%a", "@a",
    "'", '"', "it's", 'she said "no"', "back\\slash", "caf\u00e9 \u201cx", "a\nb",
    "a\n\nb", "- one\n- two", "x" * 300, "word " * 60, "trailing:", ": x", "a,b", "...",
    "---", "\u00a3 100", "\U0001f600", "[[panel_short]] and more", "tab\there",
]  # fmt: skip


def test_what_is_typed_is_what_is_read_again_and_all_else_stays():
    pick = random.Random(SEED)
    every = list(everything())
    seen = 0
    for target, was, text in pick.sample(every, 60):
        named = [f for f in target.fields if f.sort in ("text", "lines")]
        for field in pick.sample(named, min(3, len(named))):
            words = pick.choice(TYPED)
            form = dict(shown_in(target.fields, values(was)))
            form[field.name] = [words.replace("\n", "\r\n")]

            made = target.applied(text, was, form)

            node = record_in(made, target.id, target.kind.part)
            lines = made.splitlines(True)
            now = lines[node.start_mark.line : last_line(*node.value[-1])]
            expected = typed_in(target.fields, form)
            assert again(values("".join(now)), field) == expected[field.name]
            above, _, below = text.partition(was)
            assert made.startswith(above)
            assert made.endswith(below)
            for name, value in values(was).items():
                if name != field.name:
                    assert values("".join(now))[name] == value
            seen += 1
    assert seen > 100


def again(held, field):
    """A value as a form would send it."""
    form = dict(shown_in([field], held))
    return typed_in([field], form)[field.name]
