"""The edges to MkDocs: what they borrow of it, and that they leave nothing behind."""

import ast
import inspect
import os
from importlib.metadata import version

import mkdocs.commands.build
import mkdocs.theme
import mkdocs_macros.plugin
import pytest
from conftest import ROOT
from small import make_small

from macros.checks.examination import check_site
from macros.problems import DataError
from publish.engines.mkdocs import collected, epoch_of
from publish.engines.mkdocs_setup import LeanTheme

TOLD = ("SOURCE_DATE_EPOCH", "NO_MKDOCS_2_WARNING")
# The versions in which the private parts below were last read.
READ_IN = {"mkdocs": "1.6.1", "mkdocs-macros-plugin": "1.5.0"}
ASK = (
    "{part} of {package} was read in {read} and is {found} here. It is no promise of"
    " that package: read it again, mend {user}, and set the version in READ_IN."
)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The facts of the small project."""
    return check_site(make_small(tmp_path_factory.mktemp("small"))).data


@pytest.mark.parametrize("before", [None, "7"])
def test_the_environment_is_as_it_was_after_a_build(small, monkeypatch, before):
    for name in TOLD:
        if before is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, before)

    with collected(small, []):
        assert os.environ["SOURCE_DATE_EPOCH"] == str(epoch_of(small))
        assert os.environ["NO_MKDOCS_2_WARNING"] == "1"

    assert [os.environ.get(name) for name in TOLD] == [before, before]


def test_the_environment_is_as_it_was_after_a_failure(small, monkeypatch):
    for name in TOLD:
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(DataError, match="no more"), collected(small, []):
        raise SystemExit("no more")
    with pytest.raises(ZeroDivisionError), collected(small, []):
        raise ZeroDivisionError

    assert [os.environ.get(name) for name in TOLD] == [None, None]


@pytest.mark.parametrize(
    ("package", "part", "user"),
    [
        ("mkdocs", "commands.build._build_page", "publish/engines/mkdocs.py"),
        ("mkdocs", "commands.build._populate_page", "publish/engines/mkdocs.py"),
        ("mkdocs", "structure.pages.markdown", "publish/engines/mkdocs.py"),
        ("mkdocs", "theme.Theme.__dict__", "publish/engines/mkdocs_setup.py"),
        ("mkdocs-macros-plugin", "plugin.Environment", "macros/__init__.py"),
    ],
)
def test_private_parts_of_the_engine_are_those_that_were_read(package, part, user):
    found, read = version(package), READ_IN[package]

    assert found == read, ASK.format(
        part=part, package=package, read=read, found=found, user=user
    )


def test_pages_are_made_by_the_steps_that_were_read():
    build = mkdocs.commands.build
    populate = list(inspect.signature(build._populate_page).parameters)
    make = list(inspect.signature(build._build_page).parameters)

    assert populate[:3] == ["page", "config", "files"]
    assert make[:5] == ["page", "config", "doc_files", "nav", "env"]


def test_a_theme_is_the_same_when_its_files_are_listed_by_us():
    theme = mkdocs.theme.Theme("mkdocs")
    lean = LeanTheme(theme)

    assert vars(lean) == vars(theme)
    assert list(lean) == list(theme)
    assert lean.get_env().get_template("main.html").name == "main.html"


def test_the_macros_plugin_makes_its_environment_by_the_name_that_we_replace():
    source = inspect.getsource(mkdocs_macros.plugin)
    called = {
        node.func.id
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    assert "Environment" in vars(mkdocs_macros.plugin)
    assert "Environment" in called


def private_names(file):
    """The names that a module imports from MkDocs or its plugins and are private."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
            "mkdocs"
        ):
            yield from (a.name for a in node.names if a.name.startswith("_"))


def test_no_other_private_name_of_the_engine_is_imported():
    names = {
        name
        for room in ("macros", "publish")
        for file in (ROOT / room).rglob("*.py")
        for name in private_names(file)
    }

    assert names == {"_build_page", "_populate_page"}
