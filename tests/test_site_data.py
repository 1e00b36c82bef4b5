"""The real facts: they load, and a fault in any file is reported at its line."""

import re

import pytest
from conftest import ROOT

from macros.facts.site_data import load_site
from macros.problems import DataError
from macros.schema.all_kinds import KINDS, files, files_of
from macros.schema.fields import Standing
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.sources import Source
from macros.schema.kinds.terms import Term

# Those that this place has: a file may be left out until there is something to say.
FILES = [
    name
    for name in ("site", *files())
    if any((ROOT / path).is_file() for path in files_of(name))
]
SPARE = {kind.file for kind in KINDS.values() if kind.local or kind.spare}
WITHOUT = {
    "handouts",
    "links",
    "sources",
    "synonyms",
    "unsafe",
}  # they rest on no source
AT_LEAST = {"terms": 40, "resources": 45, "words": 20, "questions": 15}


def problems_of(project):
    with pytest.raises(DataError) as error:
        load_site(project)
    return [str(problem) for problem in error.value.problems]


def break_line(project, name, pattern, typed):
    """Type something else over the first line that matches; gives its place."""
    for path in files_of(name):
        file = project / path
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        lines = text.splitlines()
        found = (n for n, line in enumerate(lines) if re.search(pattern, line))
        number = next(found, None)
        if number is not None:
            lines[number] = re.sub(pattern, typed, lines[number])
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
            return f"{path}:{number + 1}"
    raise AssertionError(f"{name} has no {pattern}")


@pytest.mark.parametrize("kind", AT_LEAST)
def test_there_is_enough_to_be_of_use(data, kind):
    assert len(data.kinds[kind]) >= AT_LEAST[kind]


def test_the_continuum_has_hacketts_five_steps(data):
    steps = ["normal", "inappropriate", "problematic", "abusive", "violent"]
    assert list(data.kinds["continuum.steps"]) == steps


def test_what_the_partnership_must_settle_is_listed(data):
    waiting = data.to_confirm()

    assert "gaps" in {kind for kind, _ in waiting}
    assert all(fact.standing == Standing.TO_CONFIRM for _, fact in waiting)


def test_only_a_contact_that_is_published_has_a_number(data):
    for contact in data.of(Contact).values():
        if contact.standing == Standing.TO_CONFIRM:
            assert not contact.phone, contact.id


@pytest.mark.parametrize("name", FILES)
def test_a_misspelt_field_in_any_file_is_reported_at_its_line(project, name):
    pattern = r"^( *)(read|standing|since|form|what|(?<=  )words):"
    line = break_line(project, name, pattern, r"\1standig:")

    said = problems_of(project)

    told = f"{line}: 'standig' is not a field"
    assert any(s.startswith(told) for s in said), said


@pytest.mark.parametrize("name", [n for n in FILES if n not in WITHOUT])
def test_an_unknown_source_in_any_file_is_reported_at_its_line(project, name):
    line = break_line(project, name, r"sources: .*", "sources: [kcsie-2062]")

    said = problems_of(project)

    wrong = f"{line}: 'kcsie-2062' is not in sources.yml"
    assert any(s == f"{wrong}: did you mean 'kcsie-2026'?" for s in said), said


@pytest.mark.parametrize("name", FILES)
def test_malformed_yaml_in_any_file_is_reported_at_its_line(project, name):
    path = next(path for path in files_of(name) if (project / path).is_file())
    file = project / path
    text = file.read_text(encoding="utf-8")
    file.write_text(text + '\nbroken: "no end\n', encoding="utf-8")

    said = problems_of(project)

    ours = [s for s in said if s.startswith(f"{path}:")]
    lines = text.count("\n")
    assert any(int(s.split(":")[1]) >= lines for s in ours), said


@pytest.mark.parametrize("name", [n for n in FILES if n not in SPARE])
def test_a_missing_file_is_named(project, name):
    for path in files_of(name):
        (project / path).unlink(missing_ok=True)

    said = problems_of(project)

    assert f"{files_of(name)[0]}:1: this file is missing: put it back" in said


@pytest.mark.parametrize(
    ("name", "pattern", "typed", "says"),
    [
        ("resources", r"^  for: .*", "  for: [schols]", "is not one of the audiences"),
        ("resources", r"^  needs: .*", "  needs: [reffer]", "is not one of the needs"),
        ("questions", r"^  topic: .*", "  topic: reffer", "is not one of the needs"),
        ("gaps", r"^  ask: .*", "  ask: childlin", "did you mean 'childline'"),
        ("terms", r"^  pages: .*", "  pages: [/pannel/]", "did you mean '/panel/'"),
        ("sources", r"^  read: .*", "  read: 22/11/2026", "year-month-day"),
        ("sources", r"^  url: .*", "  url: farshire.example", "full web address"),
        ("contacts", r"^  phone: .*", "  phone: ring us", "UK number in digits"),
        ("contacts", r"^  email: .*", "  email: help", "must be an e-mail address"),
        ("site", r"^front_door: .*", "front_door: childlin", "'childline'"),
    ],
)
def test_each_kind_of_slip_is_explained_at_its_line(
    project, name, pattern, typed, says
):
    line = break_line(project, name, pattern, typed)

    said = problems_of(project)

    assert len(said) == 1
    assert said[0].startswith(f"{line}: ")
    assert says in said[0]


def test_faults_in_several_files_are_reported_at_once(project):
    broken = [
        break_line(project, "terms", r"^  standing: .*", "  standing: maybe"),
        break_line(project, "contacts", r"^  phone: .*", "  phone: none"),
    ]
    (project / "docs" / "route.md").write_text("No front matter\n", encoding="utf-8")

    places = [line.partition(": ")[0] for line in problems_of(project)]

    assert places == [*sorted(broken), "docs/route.md:1"]


def test_an_edit_is_seen_although_facts_are_cached(project):
    before = load_site(project)
    assert load_site(project) is before

    break_line(project, "terms", r"^  name: .*", "  name: Another name")

    assert "Another name" in {t.name for t in load_site(project).of(Term).values()}


def test_an_unknown_id_is_answered_with_the_nearest(data):
    with pytest.raises(KeyError, match="did you mean 'kcsie-2026'"):
        data.get(Source, "kcsie-2062")
