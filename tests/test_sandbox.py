"""Two walls: each must hold by itself against every escape on the list."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import CASES
from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from macros import on_pre_page_macros
from macros.checks.examination import examine
from macros.library.all_macros import MACROS
from macros.library.sandbox import PageEnvironment, ours

ESCAPES = (CASES / "escapes.txt").read_text(encoding="utf-8").splitlines()
# What the list tries that is no escape: it only gives its own words, and escaped.
HARMLESS = {
    '{{ "<script>alert(1)</script>" }}': "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ [1, 2] }}": "[1, 2]",
    "{{ 'a' if true else 'b' }}": "a",
    "{{ 'a' ~ 'b' }}": "ab",
    "{{ not true }}": "False",
    "{{ term(*['hsb']) }}": "words",
    "{{ term(**{'id': 'hsb'}) }}": "words",
    "{% raw %}{{ x }}{% endraw %}{{ self }}": "{{ x }}&lt;TemplateReference None&gt;",
}


@pytest.fixture
def environment():
    def term(id):
        return "words" if str(id) == "hsb" else None

    made = PageEnvironment(loader=None, undefined=None)
    made.globals.update(now=print, term=print)
    made.filters["safe"] = str
    made.offer(ours({"term": term, "now": print, "macros_info": print}))
    return made


@pytest.mark.parametrize("escape", ESCAPES)
def test_the_second_wall_holds_alone(environment, escape, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    try:
        made = environment.from_string(escape).render()
    except TemplateError:
        made = None

    assert made == HARMLESS.get(escape)
    assert not Path("RAN").exists()


def test_a_call_of_ours_passes_both(environment):
    assert environment.from_string('A {{ term("hsb") }}.').render() == "A words."


@pytest.mark.parametrize(
    ("harmless", "says"),
    [
        # A call that Jinja's own sandbox allows.
        ("{{ 'words'.upper() }}", "Undefined is not safely callable"),
        ("{{ 'words'.upper }}", "access to attribute 'upper' of 'str' object"),
        ("{{ 'words'[0] }}", "access to attribute '0' of 'str' object"),
        ("{{ term('hsb').title }}", "access to attribute 'title' of 'str' object"),
        ("{{ term('hsb')[0] }}", "access to attribute '0' of 'str' object"),
        ("{{ {'a': 'b'}['a'] }}", "access to attribute 'a' of 'dict' object"),
        ("{{ {'a': 'b'}.a }}", "access to attribute 'a' of 'dict' object"),
        ("{{ print('words') }}", "<built-in function print> is not safely callable"),
        ("{{ 1 + 1 }}", "^a page cannot calculate$"),
        ("{{ 2 ** 9 }}", "^a page cannot calculate$"),
        ("{{ 7 // 2 }}", "^a page cannot calculate$"),
        ("{{ 7 % 2 }}", "^a page cannot calculate$"),
        ("{{ 7 / 2 }}", "^a page cannot calculate$"),
        ("{{ 7 - 2 }}", "^a page cannot calculate$"),
        ("{{ 'a' * 9 }}", "^a page cannot calculate$"),
        ("{{ +1 }}", "^a page cannot calculate$"),
        ("{{ -1 }}", "^a page cannot calculate$"),
        ("{% set a = 'words' %}{{ a }}", "^a page has no statements$"),
        ("{{ nothing }}", "^'nothing' is undefined$"),
    ],
)
def test_what_other_sandboxes_allow_is_refused_too(environment, harmless, says):
    with pytest.raises(TemplateError, match=says):
        environment.from_string(harmless).render(print=print)


def test_a_fault_names_its_template(environment):
    for source, line in (("a\n{% if %}", 2), ("{{ term( }}", 1)):
        with pytest.raises(TemplateSyntaxError) as error:
            environment.parse(source, "a page", "docs/a.md")

        assert (error.value.name, error.value.filename) == ("a page", "docs/a.md")
        assert error.value.lineno == line


def test_what_was_offered_before_is_taken_back(environment):
    environment.offer({"other": len})

    with pytest.raises(SecurityError, match="Undefined is not safely callable"):
        environment.from_string("{{ term('hsb') }}").render()
    assert environment.globals == {"other": len}
    assert environment.filters == environment.tests == {}
    assert environment.from_string("{{ other('hsb') }}").render() == "3"


def test_a_function_is_ours_by_what_it_is_and_not_by_its_name(environment):
    def term(id):
        return "another"

    assert not environment.is_safe_callable(term)
    assert environment.is_safe_callable(environment.globals["term"])


def test_nothing_but_our_macros_is_left_to_a_page_of_the_engine():
    offered = {}

    engine = SimpleNamespace(
        variables={"config": "a", "environment": "b", "git": "c"},
        macros=dict(MACROS, now=print),
        env=SimpleNamespace(offer=offered.update),
        page=SimpleNamespace(path="index.md"),
        name_the_page=lambda page: None,
        made={"/": SimpleNamespace(body="as it is filled")},
    )

    on_pre_page_macros(engine)

    assert engine.markdown == "as it is filled"
    assert engine.variables == {"extra": {}}
    assert offered == MACROS


def escape_from(project, command):
    """Put every escape into a page and a title, and have the engine build."""
    page = project / "docs" / "route.md"
    text = page.read_text(encoding="utf-8")
    body = text.replace(
        "{{ page_foot() }}", "\n\n".join([*ESCAPES, "{{ page_foot() }}"])
    )
    body = body.replace("title: ", f'title: "{ESCAPES[0]}" # ', 1)
    page.write_text(body, encoding="utf-8")
    return body, subprocess.run(
        [sys.executable, *command],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_plain_mkdocs_refuses_every_escape_at_its_line(project):
    body, done = escape_from(project, ["-m", "mkdocs", "build", "--strict"])

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    faults = {(p.file, p.line) for p in examine(project).faults}
    for number, line in enumerate(body.splitlines(), 1):
        if line in ESCAPES:
            assert ("docs/route.md", number) in faults, line
    assert "docs/route.md:" in done.stderr
    assert not (project / "RAN").exists()
    assert not list((project / "site").glob("**/*.html"))


# The first wall taken down, as if it had let a page through.
WITHOUT_THE_FIRST = """
from macros.checks import examination
examination.check_site = examination.examine
from mkdocs.__main__ import cli
cli(["build", "--strict"])
"""


def test_plain_mkdocs_runs_nothing_even_without_the_first_wall(project):
    page = project / "docs" / "route.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("{{ page_foot() }}", ESCAPES[0]), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_THE_FIRST],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode != 0
    assert not (project / "RAN").exists()
    assert "route" in done.stderr


def test_every_macro_is_offered():
    assert ours(dict(MACROS, now=print)) == MACROS
