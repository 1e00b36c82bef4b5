"""What can be typed after `python -m publish`."""

from importlib import import_module

import pytest
from conftest import ROOT

from publish import __main__ as line


@pytest.mark.parametrize("name", line.COMMANDS)
def test_each_command_is_a_module_that_says_what_it_does(name):
    module = import_module(f"publish.commands.{name}")

    assert module.__doc__
    assert callable(module.run)
    assert callable(module.add_options)


def test_every_module_of_commands_can_be_typed():
    files = (ROOT / "publish" / "commands").glob("[!_]*.py")

    assert {file.stem for file in files} == set(line.COMMANDS)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ([], "site"),
        (["--root", "X"], "site"),
        (["--root", "site", "check", "--format", "csv"], "check"),
        (["review", "--base", "check"], "review"),
    ],
)
def test_the_command_is_found_among_its_options(monkeypatch, words, name):
    ran = []
    for command in line.COMMANDS:
        module = import_module(f"publish.commands.{command}")
        run = lambda root, options, command=command: ran.append(command) or 0  # noqa: E731
        monkeypatch.setattr(module, "run", run)

    line.main(words)

    assert ran == [name]


def test_a_word_that_is_no_command_is_refused_with_the_choice(capsys):
    with pytest.raises(SystemExit):
        line.main(["biuld"])

    assert "choose from" in capsys.readouterr().err
