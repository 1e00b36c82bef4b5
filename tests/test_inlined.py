"""What stands in a page: put there by the build alone, and named by the policy."""

import re

import pytest

from macros.problems import DataError
from publish.assets import name_by_content
from publish.headers import headers_of, policy_of
from publish.inlined import finished, hash_of, inline
from publish.releases import keep_earlier

HEAD = '<link rel="stylesheet" href="{}assets/site.css">\n'
HEAD += '<link rel="stylesheet" href="{}assets/face.css">\n'
HEAD += '<link rel="stylesheet" href="{}assets/own.css">\n'
BODY = '<script src="{}assets/menu.js" defer></script>\n<p>words</p>\n'
DEEP = "a/index.html"
PARTS = re.compile(r"<(style|script)([^>]*)>(.*?)</(?:style|script)>", re.DOTALL)


def page(up):
    return f"<head>{HEAD}</head><body>{BODY}</body>".replace("{}", up)


def made(folder, style="b { color: red }", script="let a = 1;"):
    (folder / "assets").mkdir(parents=True)
    texts = {"site.css": style, "own.css": "i{}", "menu.js": script, "exit.js": "go()"}
    texts |= {"face.css": '@font-face { src: url("f.woff2") }', "f.woff2": "f"}
    for name, text in texts.items():
        (folder / "assets" / name).write_text(text)
    for name, up in (("index.html", ""), (DEEP, "../"), ("404.html", "/")):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(page(up))
    inline(folder, name_by_content(folder))
    return folder


def parts_of(html):
    """The styles and scripts that stand in a page, with their attributes."""
    return [(name, given, text) for name, given, text in PARTS.findall(html) if text]


def test_a_style_stands_where_its_link_stood_and_a_script_at_the_end(tmp_path):
    html = (made(tmp_path / "site") / "index.html").read_text()

    assert "<head><style>b{color:red}</style>\n<style>@font-face{" in html
    assert 'href="assets/own.' in html  # not one of those that are put in
    assert html.index("<p>words</p>") < html.index("<script>let a=1;</script>")
    assert html.endswith("</script>\n</body>")
    assert "menu." not in html


def test_each_page_has_the_same_parts_but_for_where_the_face_is(tmp_path):
    site = made(tmp_path / "site")
    start, below = (parts_of((site / p).read_text()) for p in ("index.html", DEEP))

    assert 'url("assets/f.' in start[1][2]
    assert below[1][2] == start[1][2].replace('url("', 'url("../')
    assert [start[0], *start[2:]] == [below[0], *below[2:]]


def test_the_page_of_a_wrong_address_may_stand_anywhere_so_it_asks_for_the_face(
    tmp_path,
):
    html = (made(tmp_path / "site") / "404.html").read_text()

    assert 'href="/assets/face.' in html
    assert "<style>b{color:red}</style>" in html


def test_the_policy_names_each_part_and_allows_no_other(tmp_path):
    site = made(tmp_path / "site")
    policy = headers_of(site)["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    for kind in ("style", "script"):
        pages = [(site / name).read_text() for name in ("index.html", DEEP)]
        texts = [t for html in pages for name, _, t in parts_of(html) if name == kind]
        hashes = dict.fromkeys(hash_of(text.encode()) for text in texts)
        assert rules[f"{kind}-src"].split(" ") == ["'self'", *hashes]


def test_the_policy_allows_nothing_from_elsewhere_and_no_frame(tmp_path):
    policy = policy_of(made(tmp_path / "site"))

    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    others = re.sub(r" 'sha256-[\w+/]+='", "", policy)
    assert set(re.findall(r"-src ([^;]+)", others)) == {"'none'", "'self'"}
    assert policy.endswith("; frame-ancestors 'none'")
    assert "frame-ancestors" not in policy_of(tmp_path / "site", in_page=True)


def test_a_page_of_the_release_before_keeps_its_style_under_the_new_policy(tmp_path):
    live = made(tmp_path / "live", style="b { color: blue }")
    new = made(tmp_path / "new")

    keep_earlier(live, new)

    assert hash_of(b"b{color:blue}") in policy_of(new)
    assert hash_of(b"b{color:red}") in policy_of(new)
    assert hash_of(b"b{color:blue}") not in policy_of(made(tmp_path / "other"))


def test_a_part_that_would_end_its_page_stops_the_build(tmp_path):
    for number, text in enumerate(("let a = '</script>';", "let a = '<!--';")):
        with pytest.raises(DataError, match=r"theme/assets/menu\.js:1: .* would end"):
            made(tmp_path / str(number), script=text)
    with pytest.raises(DataError, match=r"theme/assets/site\.css:1: '</style'"):
        made(tmp_path / "style", style='b { content: "</STYLE>" }'.lower())


def test_a_page_made_anew_gets_the_parts_of_the_site_that_is_there(tmp_path):
    site = made(tmp_path / "site")

    assert finished(site, page("../")) == (site / "a" / "index.html").read_text()


@pytest.mark.everywhere
def test_no_page_has_a_style_or_a_script_that_the_policy_does_not_name(site):
    policy = policy_of(site)
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        tags = " ".join(re.findall(r"<[^<>]*>", html))  # others may copy a style
        assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:", tags), file
        found = parts_of(html)
        small = file.relative_to(site).parts[0] in ("embed", "go")
        assert bool(found) is not small, file
        for name, _, text in found:
            assert hash_of(text.encode()) in policy, (file, name, text[:80])
        for given in re.findall(r"<script([^>]*)></script>", html):
            assert "src=" in given, (file, given)
