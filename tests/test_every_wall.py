"""No check is left out: each says its word where it is decided what is published.

What a module takes of others and gives problems is a check. One that says something
has to be heard, whatever it is: so one that is no longer called is seen here, and one
that is new is looked at without anyone naming it.
"""

import inspect
from importlib import import_module
from typing import get_args, get_type_hints

import pytest
from small import make_small, make_small_site

from macros.checks.examination import check_site, examine
from macros.problems import DataError, Problem
from publish.build import make_site

WORD = Problem("docs/prepare.md", 7, "a word that has to be heard", code="word")
# Where checks are asked before anything is built, and when pages have been made.
BEFORE = ("examination", "house_rules", "trial")
AFTER = ("build", "judged")


def gives_problems(thing):
    """Whether something is a function that gives problems, by its own account."""
    if not inspect.isfunction(thing):
        return False
    given = get_type_hints(thing).get("return")
    return Problem in get_args(given)


def checks_of(module):
    """The checks that a module has of others, by name."""
    for name, thing in vars(import_module(module)).items():
        if gives_problems(thing) and thing.__module__ not in (
            module,
            Problem.__module__,
        ):
            yield pytest.param(module, name, id=f"{module.rpartition('.')[2]}.{name}")


ASKED_BEFORE = [p for name in BEFORE for p in checks_of(f"macros.checks.{name}")]
ASKED_AFTER = [p for name in AFTER for p in checks_of(f"publish.{name}")]


@pytest.fixture
def say(monkeypatch):
    """Have a check say one thing, and nothing else."""

    def say(module, name):
        given = get_type_hints(getattr(import_module(module), name))["return"]
        made = {list: list, tuple: tuple}.get(getattr(given, "__origin__", None), iter)
        monkeypatch.setattr(f"{module}.{name}", lambda *_, **__: made([WORD]))

    return say


def test_there_are_checks_to_look_at():
    assert len(ASKED_BEFORE) > 20
    assert len(ASKED_AFTER) > 2


@pytest.mark.parametrize(("module", "name"), ASKED_BEFORE)
def test_every_check_of_what_is_typed_is_heard(tmp_path, say, module, name):
    small = make_small(tmp_path)
    say(module, name)

    assert WORD in examine(small, advice=True).problems


@pytest.mark.parametrize(("module", "name"), ASKED_AFTER)
def test_every_check_of_what_was_made_is_heard(tmp_path, say, module, name):
    small = make_small_site(tmp_path)
    examined = check_site(small)
    say(module, name)

    with pytest.raises(DataError) as error:
        make_site(small, examined, small / "site")
    assert WORD in error.value.problems
