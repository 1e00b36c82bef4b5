"""What stands between a draft and a live site: listed, refused, waived, and printed."""

from datetime import date

import pytest
import yaml
from conftest import CASES
from small import change, make_small, make_small_site, with_all_of_safety

from macros.checks.examination import check_site, examine
from macros.checks.launching import launch_items, launching
from macros.facts.site_data import load_site
from macros.problems import DataError
from publish.__main__ import main
from publish.build import build_site
from publish.launch import as_html, as_markdown, as_text

EACH = yaml.safe_load((CASES / "launch.yml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 24)
LIVE = {"in": "data/local/site.yml", "find": "stage: draft", "type": "stage: live"}
ANSWER = EACH[1]["change"]


@pytest.mark.parametrize("case", EACH, ids=[case["name"] for case in EACH])
def test_what_stands_between_is_listed_and_refused_of_a_live_site_alone(tmp_path, case):
    root, day = with_all_of_safety(make_small(tmp_path)), case.get("day", TODAY)
    change(root, case)
    data = load_site(root)

    items = launch_items(data, day)
    assert [item.name for item in items if item.stands_between] == case["opens"]
    assert list(launching(data, day)) == []

    change(root, {"change": [LIVE]})
    refused = list(launching(load_site(root), day))
    assert {p.code for p in refused} <= {"not-settled"}
    assert [p.mend.split("'")[1] for p in refused] == case["opens"]


def test_the_build_of_a_live_site_stops_where_it_is_to_be_mended(tmp_path):
    root = with_all_of_safety(make_small(tmp_path))
    change(root, {"change": [LIVE]})

    with pytest.raises(DataError) as stopped:
        check_site(root, TODAY)

    (said,) = stopped.value.problems
    assert (said.file, said.line) == ("data/local/gaps.yml", 1)
    assert "When does the panel meet?" in said.message
    assert "waive 'safety/danger-now' in waivers.yml" in said.mend


def test_a_live_site_that_is_settled_is_granted(tmp_path):
    root = with_all_of_safety(make_small(tmp_path))
    change(root, {"change": [LIVE, *ANSWER]})

    assert examine(root, today=TODAY).faults == []


def test_a_live_site_falls_back_to_refused_when_a_number_grows_old(tmp_path):
    root = with_all_of_safety(make_small(tmp_path))
    change(root, {"change": [LIVE, *ANSWER]})

    late = examine(root, today=date(2027, 2, 21)).faults

    assert [p.code for p in late] == ["not-settled"]
    assert "was due on 2027-02-20" in late[0].message


@pytest.mark.whole
def test_a_draft_asks_not_to_be_found_and_a_live_site_drops_that(tmp_path):
    root = with_all_of_safety(make_small_site(tmp_path / "project"))
    build_site(root, tmp_path / "draft", TODAY)
    waived = {
        "in": "data/local/waivers.yml",
        "find": "item: licence",
        "type": "item: address",
    }
    change(root, {"change": [LIVE, waived, *ANSWER]})
    build_site(root, tmp_path / "live", TODAY)

    draft, live = (
        (tmp_path / name / "prepare" / "index.html").read_text(encoding="utf-8")
        for name in ("draft", "live")
    )
    for mark in ("name=robots content=noindex", "class=draft"):
        assert mark in draft.replace('"', "")
        assert mark not in live.replace('"', "")


def test_the_sheet_for_the_meeting_has_a_box_for_each_line_and_hides_no_words(tmp_path):
    root = with_all_of_safety(make_small(tmp_path))
    waiver = "reason: The lawyers have it, and nobody reuses our words meanwhile."
    licence = "licence: Open Government Licence v3.0\n"
    change(
        root,
        {
            "change": [
                {"in": "data/local/site.yml", "find": licence, "type": ""},
                {
                    "in": "data/local/waivers.yml",
                    "find": waiver,
                    "type": "reason: Lawyers & others.",
                },
            ]
        },
    )
    data = load_site(root)
    items = launch_items(data, TODAY)

    html, text = as_html(data, items, TODAY), as_text(data, items, TODAY)
    marked = as_markdown(data, items, TODAY)

    assert html.count('<tr><td class="box">') == len(items)
    assert "Lawyers &amp; others." in html
    assert "until 2027-01-31: Lawyers & others." in text
    assert "data/local/gaps.yml:1: When does the panel meet?" in text
    assert marked.count("- [ ]") == 1
    assert marked.count("- [x]") == len(items) - 1
    assert "1 thing stands between: it cannot go out yet." in text


def test_the_command_writes_the_sheet_beside_the_site_and_says_no_or_yes(
    tmp_path, capsys
):
    root = with_all_of_safety(make_small(tmp_path))
    words = ["--root", str(root), "launch", "--today", str(TODAY)]

    assert main(words) == 1
    assert "1 thing stands between" in capsys.readouterr().out
    change(root, {"change": ANSWER})
    assert main(words) == 0

    assert "type 'stage: live'" in capsys.readouterr().out
    assert (root / "ready" / "launch.html").is_file()
    assert (root / "ready" / "launch.md").is_file()
    assert not (root / "site").exists()


@pytest.mark.everywhere
def test_each_place_is_a_draft_until_somebody_signs(data):
    open_now = {i.name for i in launch_items(data, TODAY) if i.stands_between}

    assert data.site.stage == "draft" or not open_now
    assert data.site.signed_off or "sign-off" in open_now
