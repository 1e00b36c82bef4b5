"""Calendars that other programs read: whole, escaped, folded and always the same."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from small import make_small

from macros.facts.site_data import load_site
from macros.style.upkeep import Due
from publish.__main__ import main
from publish.upkeep.calendar import calendar, escaped, file_names, folded

DAY = date(2027, 3, 1)
LAST = date(2026, 11, 22)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return load_site(make_small(tmp_path_factory.mktemp("small"))).site


def due(name="Help; and, support", day=DAY, last=LAST):
    file = "docs/support.md"
    return Due(day, "an owner", "pages", "/support/", name, last, file, 5)


def read(text):
    """The lines of a calendar as a program reads them: unfolded, name and value."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    return [tuple(line.split(":", 1)) for line in lines]


def test_an_event_has_what_a_program_asks_for(site):
    said = read(calendar(site, "an owner", [(due(), ["/support/"])]))

    assert said[0] == ("BEGIN", "VCALENDAR")
    assert said[-1] == ("END", "VCALENDAR")
    assert said[said.index(("BEGIN", "VEVENT")) : -1] == [
        ("BEGIN", "VEVENT"),
        ("UID", "pages:/support/@example"),
        ("DTSTAMP", "20261122T000000Z"),
        ("SEQUENCE", str(LAST.toordinal())),
        ("DTSTART;VALUE=DATE", "20270301"),
        ("DTEND;VALUE=DATE", "20270302"),
        ("SUMMARY", r"Review 'Help\; and\, support' (last reviewed 2026-11-22)"),
        ("DESCRIPTION", r"docs/support.md\, line 5\n/support/"),
        ("TRANSP", "TRANSPARENT"),
        ("END", "VEVENT"),
    ]


def test_a_source_is_opened_from_its_event(site):
    source = replace(due(), kind="sources", opens="https://www.example.org/guide")
    said = dict(read(calendar(site, "an owner", [(source, ["/support/"])])))

    assert said["DESCRIPTION"].startswith("https://www.example.org/guide\\ndocs/")
    assert "https" not in said["SUMMARY"]


def test_what_was_looked_at_moves_its_event_and_makes_no_second_one(site):
    later = due(day=date(2027, 9, 1), last=date(2027, 3, 2))
    first, second = (
        dict(read(calendar(site, "an owner", [(d, [])]))) for d in (due(), later)
    )

    assert first["UID"] == second["UID"]
    assert int(first["SEQUENCE"]) < int(second["SEQUENCE"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a;b,c", r"a\;b\,c"),
        ("a\\n", r"a\\n"),
        ("a\r\nb\rc\nd", r"a\nb\nc\nd"),
        ('"quoted": yes', '"quoted": yes'),
    ],
)
def test_what_has_a_meaning_is_escaped(text, said):
    assert escaped(text) == said


@pytest.mark.parametrize("text", ["x" * 75, "x" * 76, "é" * 200, "x" * 74 + "😀" * 40])
def test_a_line_has_75_octets_at_most_and_no_character_is_parted(text):
    made = folded(text)
    lines = made.encode("utf-8").split(b"\r\n")

    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert made.replace("\r\n ", "") == f"{text}\r\n"
    for before, line in pairwise(line.decode("utf-8") for line in lines):
        assert line[0] == " "
        assert len(before.encode()) > 75 - 4  # no line is parted before it is full


def test_each_owner_has_a_file_of_their_own():
    names = file_names(["The front door!", "the front door", "Ⅷ", "x" * 300])

    assert len(set(names.values())) == 4
    assert names["The front door!"] == "the-front-door.ics"
    assert names["the front door"] == "the-front-door-2.ics"
    assert all(len(name) < 80 and name.endswith(".ics") for name in names.values())


def test_the_command_writes_one_for_each_owner_and_the_same_bytes_again(tmp_path):
    root = make_small(tmp_path)
    folder = root / "ready" / "calendar"

    def made():
        assert main(["--root", str(root), "calendar"]) == 0
        return {file.name: file.read_bytes() for file in folder.iterdir()}

    first = made()
    (folder / "somebody-who-left.ics").write_text("x", encoding="utf-8")

    assert sorted(first) == [
        "the-example-partnership.ics",
        "the-manager-of-the-front-door.ics",
    ]
    assert b"https://hsb.example.org/prepare/" in first["the-example-partnership.ics"]
    assert made() == first
