"""The desk's walls, attacked: only the browser with the key comes in."""

import socket

import pytest
from desks import FRAME, PORT, Browser, desk_of
from small import make_small
from starlette.testclient import TestClient

from desk.__main__ import listening, port_of
from desk.app import PAGES, desk_app
from desk.desk import Desk
from desk.door import Door, Key
from desk.reach import text_of

CONTACT = "/facts/contacts/example-helpline/"
HOME = f"http://127.0.0.1:{PORT}"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """One for all: whatever gets in would show in the next test as well."""
    return make_small(tmp_path_factory.mktemp("door"))


@pytest.fixture(scope="module")
def opened(project):
    with desk_of(project) as browser:
        yield browser


def stranger(opened):
    """Another browser on this machine, which has no key."""
    app = Door(desk_app(opened.desk), opened.desk.key, PORT, frame=FRAME)
    return TestClient(app, base_url=HOME, follow_redirects=False)


def addresses():
    """Every address of the desk, filled in."""
    for path, _, methods in PAGES:
        path = path.replace("{path:path}", "index.md").replace("{number:int}", "1")
        for name, value in {"kind": "contacts", "id": "x", "draft": "0" * 12}.items():
            path = path.replace(f"{{{name}}}", value)
        for method in methods:
            yield pytest.param(method, path.replace("{name}", "desk.css"))


@pytest.mark.parametrize(("method", "path"), list(addresses()))
def test_no_address_answers_without_the_key(opened, method, path):
    answer = stranger(opened).request(method, path, headers={"Origin": HOME})

    assert answer.status_code in (403, 411)
    assert "HSB" not in answer.text


@pytest.mark.parametrize(
    "key", ["", "?key=", "?key=wrong", "?key=%00", "?other=1", "?key=%C3%A9"]
)
def test_a_wrong_key_opens_nothing(opened, key):
    answer = stranger(opened).get(f"/open/{key}")

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_key_becomes_a_cookie_that_no_script_and_no_other_site_has(opened):
    answer = stranger(opened).get(f"/open/?key={opened.desk.key.word}")

    cookie = answer.headers["set-cookie"]
    assert answer.headers["location"] == "/"  # the key is in the address no more
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert opened.desk.key.word not in cookie


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", f"evil.example:{PORT}", "127.0.0.1", "localhost:8123", ""),
        *("127.1:8123", f"127.0.0.1:{PORT}.evil.example", f"[::1]:{PORT}"),
        "127.0.0.1:80",
    ],
)
def test_another_name_for_this_machine_is_refused_with_the_key_as_well(opened, host):
    assert opened.get("/", headers={"Host": host}).status_code == 403
    opening = f"/open/?key={opened.desk.key.word}"
    assert opened.get(opening, headers={"Host": host}).status_code == 403


@pytest.mark.parametrize(
    "origin",
    [
        *("http://evil.example", "null", f"https://127.0.0.1:{PORT}", ""),
        *("http://127.0.0.1", f"http://127.0.0.1:{FRAME}", f"http://localhost:{PORT}"),
    ],
)
def test_a_form_of_another_site_writes_nothing(opened, project, origin):
    before = (project / "data/local/contacts.yml").read_bytes()
    form = {**opened.form(CONTACT), "name": "Taken over", "_do": "save"}

    answer = opened.post(CONTACT, data=form, headers={"Origin": origin})

    assert answer.status_code == 403
    assert opened.post(CONTACT, data=form).status_code == 403  # without any
    assert (project / "data/local/contacts.yml").read_bytes() == before


@pytest.mark.parametrize("site", ["cross-site", "same-site", "nonsense"])
def test_another_site_cannot_read_or_lead_here(opened, site):
    assert opened.get("/", headers={"Sec-Fetch-Site": site}).status_code == 403


def test_the_preview_may_be_framed_by_the_desk_alone(project):
    key = Key(PORT)
    desk = Desk(project, key)
    door = Door(desk.lens.app(), key, FRAME, inner=True)
    origin = f"http://127.0.0.1:{FRAME}"
    try:
        with TestClient(door, base_url=origin, cookies={key.cookie: key.held}) as known:
            framed = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate"}
            answer = known.get("/", headers=framed)
            policy = answer.headers["content-security-policy"]
            script = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}
            assert answer.status_code == 200
            assert policy == f"frame-ancestors {HOME}"
            assert known.get("/", headers=script).status_code == 403
            assert "set-cookie" not in known.get("/open/", headers=framed).headers
        unknown = TestClient(door, base_url=origin, follow_redirects=False)
        assert unknown.get("/").status_code == 403
        opening = unknown.get(f"/open/?key={key.word}")  # the desk alone gives cookies
        assert opening.status_code == 403
        assert "set-cookie" not in opening.headers
    finally:
        desk.saver.shadow.close()


def test_a_cookie_given_twice_or_for_another_desk_is_none(opened):
    key = opened.desk.key
    other = stranger(opened)
    for cookie in (
        f"{key.cookie}=x; {key.cookie}={key.held}",
        f"desk-9999={key.held}",
        f"{key.cookie}={key.word}",
    ):
        assert other.get("/", headers={"Cookie": cookie}).status_code == 403


def test_every_answer_forbids_what_the_desk_does_not_do(opened):
    for path in ("/", CONTACT, "/looks/desk.js", "/nothing"):
        answer = opened.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "<script>" not in answer.text
        assert " style=" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/pages/..%2f..%2fdata/local/contacts.yml/",
        "/pages/../../etc/passwd/",
        "/pages/%2e%2e/mkdocs.yml/",
        "/pages//etc/passwd/",
        "/pages/index.md%00.txt/",
        "/facts/..%2f..%2fmkdocs/x/",
        "/facts/contacts/..%2fsite/",
        "/facts/nothing/",
        "/looks/..%2f__main__.py",
        "/looks/base.html",
        "/drafts/..%2f..%2fjournal%2f000001/drop/",
    ],
)
def test_no_path_leads_out_of_what_the_desk_knows(opened, path):
    for answer in (opened.get(path), opened.press(path, {"_do": "save"})):
        assert answer.status_code in (404, 405)
        assert "root:" not in answer.text
        assert "nav:" not in answer.text


@pytest.mark.parametrize("name", ["../../docs/x", "/tmp/x", "", "a" * 13, "0" * 11])
def test_no_draft_has_a_name_that_leads_elsewhere(opened, project, name):
    before = {f for f in project.rglob("*.json") if f.is_file()}
    form = {**opened.form(CONTACT), "who": "x", "_draft": name, "_do": "keep"}

    assert opened.press(CONTACT, form).status_code == 404
    assert {f for f in project.rglob("*.json") if f.is_file()} == before


def test_a_link_out_of_the_project_is_neither_read_nor_written(
    opened, project, tmp_path
):
    secret = tmp_path.parent / f"{tmp_path.name}-secret.md"
    secret.write_text("---\ntitle: Secret\n---\n\n# Secret\n", encoding="utf-8")
    (project / "docs/linked.md").symlink_to(secret)

    answer = opened.get("/pages/linked.md/")

    assert answer.status_code == 404
    assert "link to elsewhere" in answer.text
    with pytest.raises(ValueError, match="link to elsewhere"):
        text_of(project, "docs/linked.md")


def test_a_folder_that_is_a_link_out_is_left_alone(project, tmp_path):
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (outside / "page.md").write_text("# Out\n", encoding="utf-8")
    (project / "docs/out").symlink_to(outside, target_is_directory=True)

    with pytest.raises(ValueError, match="link to elsewhere"):
        text_of(project, "docs/out/page.md")


def test_words_of_a_record_are_shown_as_words(opened, project):
    file = project / "data/local/contacts.yml"
    text = file.read_text(encoding="utf-8")
    bad = "'\"><script>alert(1)</script>'"
    file.write_text(text.replace("The line is not real.", bad), encoding="utf-8")

    html = opened.get(CONTACT).text
    file.write_text(text, encoding="utf-8")

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_a_question_that_says_no_length_or_too_much_is_refused(opened):
    origin = {"Origin": HOME}
    huge = {**origin, "Content-Length": "999999999"}

    assert opened.post("/", content=iter([b"x"]), headers=origin).status_code == 411
    assert opened.post("/", content=b"x", headers=huge).status_code == 413


def test_it_listens_on_this_machine_alone_and_says_if_the_port_is_taken():
    first = listening(0)
    try:
        assert first.getsockname()[0] == "127.0.0.1"
        with pytest.raises(OSError, match="in use"):
            listening(port_of(first))
        with socket.create_connection(("127.0.0.1", port_of(first)), 2):
            pass
    finally:
        first.close()


def test_a_browser_with_the_key_comes_in(opened):
    assert isinstance(opened, Browser)
    assert "What to change" in opened.get("/").text
