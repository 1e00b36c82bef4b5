"""A person who follows a recipe of EDITING.md: does what it says, and nothing else.

A recipe is a list of numbered steps that are worded alike, such as "Open ..." or
"Change ... to ...". A step in other words is not understood, and its test fails.
"""

import contextlib
import functools
import io
import os
import re
import shlex
import shutil
import subprocess
import textwrap

from copying import ROOT

from publish.__main__ import main
from publish.ten import SECTION, recipes

STEP = re.compile(r"^\d+\. (.+?)$\n?((?:^ +.*\n|^\n(?= ))*)", re.M)
BLOCK = re.compile(r"```\w+\n(.*?)```", re.S)
NAMED = re.compile(r"^(\w+)=(.*)", re.S)
GUIDE = (ROOT / "EDITING.md").read_text(encoding="utf-8")


@functools.cache
def steps_of(title):
    """The steps of a recipe: the words of each, and the lines to type below them."""
    text = textwrap.dedent(recipes(GUIDE)[title])
    return [(words, block_of(rest)) for words, rest in STEP.findall(text)]


def block_of(text):
    found = BLOCK.search(textwrap.dedent(text))
    return found[1] if found else ""


def counted(title):
    """How many steps a person takes: a line to type is one, as a box is at a desk."""
    return sum(
        (len([line for line in block.split("\n") if line.strip()]) or 1)
        + (1 if words.startswith("Make the file") else 0)
        + (9 if "the ten questions" in words else 0)
        for words, block in steps_of(title)
    )


def table():
    """The table of the section: steps in files and at the desk, by task."""
    section = GUIDE.partition(f"## {SECTION}\n")[2].partition("\n### ")[0]
    rows = re.findall(r"^\| \[(.+?)\]\(#(.+?)\) \| (\d+) \| (.+?) \|$", section, re.M)
    return {title: (link, int(here), desk) for title, link, here, desk in rows}


def commands(line):
    """What a line such as `make site` runs: the words after `publish` of each."""
    clean = {name: held for name, held in os.environ.items() if "MAKE" not in name}
    typed = shlex.split(line)
    assert typed[0] == "make", line
    wanted = ["make", "--dry-run", "--no-print-directory", *typed[1:]]
    done = subprocess.run(
        wanted, cwd=ROOT, env=clean, capture_output=True, text=True, check=True
    )
    given = dict(m.groups() for m in map(NAMED.match, typed) if m)
    for ran in done.stdout.replace("\\\n", "").split("\n"):
        _, found, words = ran.partition("-m publish ")
        if found:
            yield [re.sub(r"\$(\w+)", lambda m: given.get(m[1], ""), word)
                   for word in shlex.split(words)]  # fmt: skip


class Follower:
    """Whoever follows recipes in a project, with `files` that they have at hand."""

    def __init__(self, project, files=(), answers=None):
        self.project, self.files = project, dict(files)
        self._answers = answers
        self._open = None
        self._began = None
        self.said = ""
        self.sites = []  # what each `make site` made, by address

    def follow(self, title):
        """Do every step of the recipe of this title."""
        for words, block in steps_of(title):
            self._do(words, block)

    def _do(self, words, block):
        for pattern, deed in DEEDS.items():
            if found := re.match(pattern, words):
                deed(self, *found.groups(), *([block] if block else []))
                return
        raise AssertionError(f"how is this done? {words}")

    def open(self, name):
        self._open = self.project / name
        assert self._open.is_file(), f"{name} is not there"

    def change(self, old, new):
        text = self._open.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times"
        self._write(text.replace(old, new))

    def below(self, there, block):
        lines = self._open.read_text(encoding="utf-8").split("\n")
        [at] = [n for n, line in enumerate(lines) if line.strip() == there]
        indent = lines[at][: -len(there)]
        typed = textwrap.indent(block.rstrip("\n"), indent)
        if self._open.suffix == ".md":
            typed = f"\n{typed}"
        lines.insert(at + 1, typed)
        self._write("\n".join(lines))

    def at_end(self, block):
        self._write(f"{self._open.read_text(encoding='utf-8')}\n{block}")

    def put(self, file, folder):
        there = self.project / folder
        there.mkdir(exist_ok=True)
        (there / file).write_bytes(self.files[file])

    def make(self, name, block):
        self._open = self.project / name
        assert not self._open.exists(), name
        self._write(block)

    def answer(self):
        assert len(self._answers) == 10
        text = self._open.read_text(encoding="utf-8")
        for key, typed in self._answers.items():
            text, found = re.subn(rf"^({key}:)$", rf"\1 {typed}", text, flags=re.M)
            assert found == 1, key
        self._write(text)

    def run(self, line, where=None):
        """A command, as the Makefile has it, in this process."""
        root = self._began if where else self.project
        line, _, into = line.partition(" > ")
        for words in commands(line):
            words = [self._place(word, words) for word in words]
            out, err = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = main(["--root", str(root), *words])
            assert code == 0, f"{line}: {out.getvalue()}{err.getvalue()}"
            self.said = out.getvalue()
        if into:
            (self.project / into).write_text(self.said, encoding="utf-8")
        if line == "make site":
            pages = sorted((root / "site").rglob("*.html"))
            names = [p.relative_to(root / "site").as_posix() for p in pages]
            texts = [p.read_text(encoding="utf-8") for p in pages]
            self.sites.append(dict(zip(names, texts, strict=True)))

    def copy(self, folder):
        """Whoever looks after the server has it then."""
        shutil.copytree(self.project / folder, self.project.parent / "server")

    def _place(self, word, words):
        """Paths are from the project's folder, where a person types them."""
        if words[0] != "new" or word.startswith("-") or word == "new":
            return word
        there = (self.project / word).resolve()
        if word.startswith("../"):
            self._began = there
        return str(there)

    def _write(self, text):
        self._open.write_text(text, encoding="utf-8", newline="\n")


DEEDS = {
    r"Open `([^`]+)`\.$": Follower.open,
    r"Change `([^`]+)` to `([^`]+)`\.$": Follower.change,
    r"Below `([^`]+)`, type:$": Follower.below,
    r"At its end, below an empty line, type:$": Follower.at_end,
    r"Put the file `([^`]+)` into `([^`]+)`\.$": Follower.put,
    r"Make the file `([^`]+)`, and type:$": Follower.make,
    r"Copy the folder `([^`]+)` to where the site lives\.$": Follower.copy,
    r"Answer the ten questions that have to be answered\.$": Follower.answer,
    r"Type `([^`]+)`(?=[.,])()": Follower.run,
    r"Type `([^`]+)`( in the new folder)\.$": Follower.run,
}
