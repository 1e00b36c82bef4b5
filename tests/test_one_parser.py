"""One parser for all pages makes of each page what a new one would."""

import ast
import inspect
from threading import Thread
from types import ModuleType

import markdown
import mkdocs.structure.pages
import pytest
import yaml
from article import ROOT, settings
from conftest import CASES

from publish.one_parser import one_parser

WORDS = [
    *(
        slip["page"] if isinstance(slip, dict) else slip
        for file in sorted((CASES / "article").glob("*.yml"))
        for slip in yaml.safe_load(file.read_text(encoding="utf-8"))
    ),
    *(file.read_text(encoding="utf-8") for file in sorted(ROOT.glob("docs/**/*.md"))),
]


@pytest.fixture
def engine():
    """A module that knows Markdown as the engine's does."""
    module = ModuleType("engine")
    module.markdown = markdown
    return module


def test_no_page_shows_what_an_earlier_one_left_behind(engine):
    alone = [markdown.Markdown(**settings()).convert(words) for words in WORDS]

    with one_parser(engine):
        # the other way round and twice, so that each follows every kind of page
        for words, html in [*zip(WORDS, alone, strict=True)][::-1] * 2:
            assert engine.markdown.Markdown(**settings()).convert(words) == html


def test_the_parser_is_made_once_and_afterwards_anew(engine):
    with one_parser(engine):
        first = engine.markdown.Markdown(extensions=[])
        assert engine.markdown.Markdown(extensions=[]) is first
        assert engine.markdown.util is markdown.util

    assert engine.markdown is markdown


def test_another_thread_gets_parsers_of_its_own(engine):
    made = []

    def ask():
        made.append(engine.markdown.Markdown(extensions=[]))

    with one_parser(engine):
        ask()
        for _ in range(2):
            thread = Thread(target=ask)
            thread.start()
            thread.join()

    assert len({id(parser) for parser in made}) == 3


def test_of_two_builds_at_once_the_last_leaves_no_parser_behind(engine):
    first, second = one_parser(engine), one_parser(engine)
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)

    assert engine.markdown is markdown


def test_a_build_that_fails_gives_the_parser_back(engine):
    with pytest.raises(ZeroDivisionError), one_parser(engine):
        raise ZeroDivisionError

    assert engine.markdown is markdown


def test_the_engine_asks_for_its_parser_by_the_name_that_we_replace():
    tree = ast.parse(inspect.getsource(mkdocs.structure.pages))
    (made,) = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "markdown.Markdown"
    ]

    assert not made.args
    assert {word.arg for word in made.keywords} == {"extensions", "extension_configs"}
