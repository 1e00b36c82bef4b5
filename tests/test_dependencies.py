"""What others made: every package of the lock file, with a licence."""

import json
import re

import pytest
from conftest import ROOT

from publish.__main__ import main
from publish.dependencies import LOCK, Dependency, dependencies, licences, vendored
from publish.sbom import sbom

ONE = """\
one==1.0 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
two==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:{a}
""".format(a="a" * 64, b="b" * 64)


def test_a_lock_file_is_read_whole(tmp_path):
    (tmp_path / LOCK).write_text(ONE)

    assert list(dependencies(tmp_path)) == [
        Dependency("one", "1.0", ("a" * 64, "b" * 64)),
        Dependency("two", "2.0", ("a" * 64,), "sys_platform == 'win32'"),
    ]


def test_a_line_that_is_not_understood_is_not_passed_over(tmp_path):
    (tmp_path / LOCK).write_text(ONE + "three @ https://elsewhere.example/three.whl\n")

    with pytest.raises(ValueError, match="make lock"):
        list(dependencies(tmp_path))


def test_what_the_theme_has_of_others_is_found(tmp_path):
    assets = tmp_path / "theme" / "assets"
    assets.mkdir(parents=True)
    (assets / "own.js").write_text("// Ours.\n")
    (assets / "tree.js").write_text("/*! Tree of Search 7.2.0, MIT: */\n")

    assert [(d.name, d.licence) for d in vendored(tmp_path)] == [("Search", "MIT")]
    assert list(vendored(ROOT)) == []


def test_a_package_without_a_licence_is_named(monkeypatch):
    monkeypatch.setattr("publish.dependencies.metadata", lambda name: Nothing())

    with pytest.raises(ValueError, match="one says no licence"):
        _ = Dependency("one", "1.0").licence


class Nothing(dict):
    def get_all(self, name):
        return None


def test_no_package_forbids_what_the_list_says_of_it():
    """Only codespell may be under the GPL alone: it is a tool, and HEAD says so."""
    rows = re.findall(r"^\| (\S+) \| (.+) \|$", licences(ROOT), re.M)

    assert len(rows) > 40
    strict = [
        name
        for name, licence in rows
        if re.search(r"\bA?GPL|GNU General|Affero", licence)
        and not re.search(r" or |MIT|MPL|LGPL", licence)
    ]
    assert strict == ["codespell"]


def test_the_bill_of_materials_has_each_package_once():
    made = json.loads(sbom(ROOT))

    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    refs = [part["bom-ref"] for part in made["components"]]
    assert len(refs) == len(set(refs))
    pinned = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / LOCK).read_text(), re.M)
    names = {f"pkg:pypi/{n.lower()}@{v}" for n, v in pinned}
    assert set(refs) == names
    assert made["dependencies"][0]["dependsOn"] == refs
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", made["serialNumber"])
    jinja = next(p for p in made["components"] if p["name"] == "jinja2")
    assert jinja["externalReferences"][0]["hashes"][0]["alg"] == "SHA-256"
    assert "BSD" in jinja["licenses"][0]["license"]["name"]


def test_the_command_prints_the_same_each_time(capsys):
    assert main(["sbom"]) == 0
    first = capsys.readouterr().out
    assert main(["sbom"]) == 0
    assert capsys.readouterr().out == first
