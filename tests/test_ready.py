"""A site made ready for each host: what the files say, read as the host reads them."""

import gzip
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

import brotli
import pytest
from conftest import served

from publish.__main__ import main
from publish.headers import (
    ASSETS_KEPT,
    OF_THE_HOST,
    OPEN,
    PAGES_KEPT,
    POLICY,
    embed_policy,
    headers_of,
    policy_of,
)
from publish.hosting import iis, s3, underscore
from publish.hosting.all_hosts import HOSTS, NOTE, make_ready
from publish.hosting.pages import CHARSET_TAG, embed_tag, policy_tag, with_tag
from publish.hosting.plan import Plan, plan_of

MOVED = (("/old-help/", "/support/"), ("/a.pdf", "/panel/#who"))
NO_SITE = Path("no-site")
PLAN = Plan(NO_SITE, "/hsb/", MOVED)
HEADERS = headers_of(NO_SITE, "/hsb/")
PAGE = f"<!doctype html>{CHARSET_TAG}<title>x</title>{'words ' * 100}"


@pytest.fixture
def little(tmp_path):
    """The smallest site that there is."""
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    for name in ("index.html", "404.html"):
        (site / name).write_text(PAGE)
    (site / "assets" / "site.12345678.css").write_text("b { color: red }")
    return site


def ready(name, site, plan=PLAN):
    return make_ready(name, site.parent / "ready", replace(plan, site=site))


@pytest.mark.parametrize("name", HOSTS)
def test_each_host_gets_the_pages_and_is_told_what_to_do(little, name):
    root = ready(name, little)

    assert (root / "404.html").is_file()
    assert (little.parent / "ready" / NOTE).read_text() == HOSTS[name].steps
    made = "".join(
        f.read_text() for f in (little.parent / "ready").rglob("*") if is_text(f)
    )
    for header, value in headers_of(little, "/hsb/").items():
        if name == "pages":
            assert policy_of(little, in_page=True) in made
        elif name != "s3" or header in IN_FULL:
            assert value in made, header
    # On a host that says nothing, the page that the build made leads on by itself.
    assert name == "pages" or "/hsb/support/" in made


# CloudFront has a switch for the others: its own test reads them.
IN_FULL = ("Content-Security-Policy", "Referrer-Policy", "Permissions-Policy")


def is_text(file):
    return file.is_file() and file.suffix not in (".gz", ".br")


@pytest.mark.parametrize("name", HOSTS)
def test_a_host_is_made_ready_anew(little, name):
    stale = little.parent / "ready" / "site" / "stale.html"
    stale.parent.mkdir(parents=True)
    stale.touch()

    ready(name, little)

    assert not stale.exists()


def test_a_site_in_a_folder_stands_there_where_the_host_is_served_whole(little):
    assert ready("azure", little) == little.parent / "ready" / "site" / "hsb"
    assert ready("iis", little) == little.parent / "ready" / "site"


def test_packed_files_hold_the_same_and_are_the_same_each_time(little):
    root = ready("nginx", little)
    first = (root / "index.html.gz").read_bytes()
    root = ready("nginx", little)

    assert gzip.decompress(first) == PAGE.encode()
    assert (root / "index.html.gz").read_bytes() == first
    assert brotli.decompress((root / "index.html.br").read_bytes()) == PAGE.encode()
    assert not (root / "assets" / "site.12345678.css.gz").exists()  # too small to gain


def test_iis_reads_a_tree_with_each_header_once():
    tree = ET.fromstring(iis.files(PLAN)["site/web.config"].encode())
    server = tree.find("system.webServer")

    said = {a.get("name"): a.get("value") for a in server.iter("add")}
    assert {n: v for n, v in said.items() if n} == HEADERS
    kept = [c.attrib for c in tree.iter("clientCache")]
    assert [k["cacheControlMaxAge"] for k in kept] == ["0.00:05:00", "365.00:00:00"]
    assert kept[1]["cacheControlCustom"] == "public, immutable"
    rules = {m.get("url") for m in tree.iter("match")}
    assert rules == {"^old-help/$", "^old-help$", "^a\\.pdf$"}
    assert {a.get("url") for a in tree.iter("action")} == {
        "/hsb/support/",
        "/hsb/panel/#who",
    }


def test_iis_needs_no_module_where_nothing_has_moved():
    assert "<rewrite>" not in iis.files(Plan(NO_SITE))["site/web.config"]


def test_azure_reads_its_routes_in_order(little):
    ready("azure", little)
    file = little.parent / "ready" / "site" / "staticwebapp.config.json"
    said = json.loads(file.read_text())

    assert said["globalHeaders"] == {
        **headers_of(little, "/hsb/"),
        "Cache-Control": PAGES_KEPT,
    }
    assert {r["route"]: r["headers"] for r in said["routes"] if "headers" in r} == {
        "/hsb/assets/*": {"Cache-Control": ASSETS_KEPT},
        "/hsb/embed/*": {POLICY: embed_policy()},
        "/hsb/data/*": {OPEN: "*"},
    }
    leading = [route for route in said["routes"] if "redirect" in route]
    assert said["routes"][: len(leading)] == leading
    assert {route["route"]: route["redirect"] for route in leading} == {
        "/hsb/old-help": "/hsb/support/",
        "/hsb/old-help/": "/hsb/support/",
        "/hsb/a.pdf": "/hsb/panel/#who",
    }
    assert said["responseOverrides"]["404"]["rewrite"] == "/hsb/404.html"


def rules_of(text):
    """`_headers` as its hosts read it: the lines below each address."""
    rules = {}
    lines = []
    for line in text.splitlines():
        if line.startswith(" "):
            lines.append(line.strip())
        else:
            lines = rules[line] = []
    return rules


def test_cloudflare_takes_the_first_rule_off_before_the_second():
    rules = rules_of(underscore.cloudflare(PLAN)["site/_headers"])

    assert list(rules) == ["/*", "/hsb/assets/*", "/hsb/embed/*", "/hsb/data/*"]
    assert rules["/hsb/embed/*"] == [f"! {POLICY}", f"{POLICY}: {embed_policy()}"]
    assert rules["/hsb/data/*"] == [f"{OPEN}: *"]
    assert rules["/*"][:-1] == [f"{n}: {v}" for n, v in HEADERS.items()]
    assert rules["/hsb/assets/*"] == [
        "! Cache-Control",
        f"Cache-Control: {ASSETS_KEPT}",
    ]
    assert underscore.cloudflare(PLAN)["site/_redirects"].splitlines() == [
        "/hsb/old-help /hsb/support/ 301",
        "/hsb/old-help/ /hsb/support/ 301",
        "/hsb/a.pdf /hsb/panel/#who 301",
    ]


def test_netlify_is_told_of_no_header_twice_at_any_address(little):
    for name in ("embed", "panel"):
        (little / name).mkdir()
    plan = replace(PLAN, site=little)
    rules = rules_of(underscore.netlify(plan)["site/_headers"])

    def said(path):
        fits = [r for r in rules if fnmatchcase(path, r)]
        lines = [line for rule in fits for line in rules[rule]]
        names = [line.partition(":")[0] for line in lines]
        assert len(names) == len(set(names)), path
        return dict(line.split(": ", 1) for line in lines)

    wanted = headers_of(little, "/hsb/")
    for path in ("/hsb/", "/hsb/panel/", "/hsb/404.html", "/hsb/assets/site.css"):
        assert wanted.items() <= said(path).items(), path
    assert said("/hsb/embed/ring/")[POLICY] == embed_policy()
    assert said("/hsb/data/contacts.json")[OPEN] == "*"


def test_where_a_host_says_nothing_an_embed_says_its_own_policy(little):
    (little / "embed" / "ring").mkdir(parents=True)
    (little / "embed" / "ring" / "index.html").write_text(PAGE)

    made = (ready("pages", little) / "embed" / "ring" / "index.html").read_text()

    assert made.count(embed_tag()) == 1
    assert policy_tag(little) not in made


def test_where_a_host_says_nothing_each_page_says_the_policy(little):
    root = ready("pages", little)

    for page in ("index.html", "404.html"):
        assert (root / page).read_text().count(policy_tag(little)) == 1
    assert (root / ".nojekyll").is_file()
    assert "frame-ancestors" not in policy_tag(little)  # browsers warn of it in a page


def test_a_page_that_cannot_take_the_policy_is_refused():
    with pytest.raises(ValueError, match="must have one"):
        with_tag("<!doctype html><title>x</title>", "<meta>")


def test_a_page_that_leads_on_from_an_old_address_stays_as_the_build_made_it(little):
    (little / "old-help").mkdir()
    (little / "old-help" / "index.html").write_text(PAGE)

    root = ready("pages", little)

    assert "<title>" in (root / "old-help" / "index.html").read_text()


@pytest.mark.parametrize(
    "pair",
    [
        ("/a b/", "/c/"),
        ("/a;return 200;/", "/c/"),
        ("/a/", "https://elsewhere.example/"),
        ("/a/", "//elsewhere.example/"),
        ("/a/\n/b/", "/c/"),
        ('/a"/', "/c/"),
        ("/a/", "/a/"),
    ],
)
def test_a_path_that_a_host_could_misread_is_refused(pair):
    with pytest.raises(ValueError, match="'"):
        Plan(NO_SITE, moved=(pair,))


@pytest.mark.parametrize(
    ("address", "folder", "origin"),
    [
        (None, "/", ""),
        ("https://hsb.example.org", "/", "https://hsb.example.org"),
        ("https://council.example/hsb", "/hsb/", "https://council.example"),
        ("https://council.example/a/hsb/", "/a/hsb/", "https://council.example"),
    ],
)
def test_the_address_says_where_a_site_stands(address, folder, origin):
    assert plan_of(NO_SITE, address) == Plan(NO_SITE, folder, (), origin)


def test_cloudfront_has_each_header_in_its_place():
    policy = s3.policy(Plan(NO_SITE))

    security = policy["SecurityHeadersConfig"]
    assert security["ContentTypeOptions"] == {"Override": True}
    assert security["StrictTransportSecurity"]["AccessControlMaxAgeSec"] == 31536000
    assert policy["CustomHeadersConfig"]["Items"] == [
        {
            "Header": "Permissions-Policy",
            "Value": HEADERS["Permissions-Policy"],
            "Override": True,
        }
    ]


def test_cloudfront_has_a_policy_of_its_own_for_embeds_and_for_facts():
    made = s3.files(PLAN)
    embed, facts = (json.loads(made[f"headers-{n}.json"]) for n in ("embed", "data"))

    said = embed["SecurityHeadersConfig"]["ContentSecurityPolicy"]
    assert said["ContentSecurityPolicy"] == embed_policy()
    assert "CorsConfig" not in embed
    assert facts["CorsConfig"]["AccessControlAllowOrigins"]["Items"] == ["*"]
    names = {item["Header"] for item in facts["CustomHeadersConfig"]["Items"]}
    assert OPEN not in names  # CloudFront refuses it there


def test_iis_says_another_policy_of_embeds_and_opens_the_facts():
    tree = ET.fromstring(iis.files(PLAN)["site/web.config"])
    said = {
        place.get("path"): [
            (tag.tag, tag.get("name"), tag.get("value"))
            for tag in place.iter()
            if tag.tag in ("add", "remove")
        ]
        for place in tree.iter("location")
    }
    assert said["embed"] == [("remove", POLICY, None), ("add", POLICY, embed_policy())]
    assert said["data"] == [("remove", OPEN, None), ("add", OPEN, "*")]


def test_only_a_site_with_a_host_of_its_own_speaks_for_the_host():
    for name, host in HOSTS.items():
        at_home = "".join(host.files(Plan(NO_SITE)).values())
        told = OF_THE_HOST in at_home or "StrictTransportSecurity" in at_home

        assert told != host.silent, name
        in_folder = "".join(host.files(PLAN).values())
        assert OF_THE_HOST not in in_folder
        assert "StrictTransportSecurity" not in in_folder


def test_cloudfronts_function_finds_each_address(browser):
    page = browser.new_page()
    code = s3.files(PLAN)["addresses.js"]
    run = f"uri => {{ {code}; return handler({{ request: {{ uri }} }}) }}"

    def asked(path):
        said = page.evaluate(run, path)
        return said.get("uri") or said["headers"]["location"]["value"]

    assert asked("/hsb/panel/") == "/hsb/panel/index.html"
    assert asked("/hsb/panel") == "/hsb/panel/"
    assert asked("/hsb/old-help") == "/hsb/support/"
    assert asked("/hsb/a.pdf") == "/hsb/panel/#who"
    assert asked("/hsb/assets/a.css") == "/hsb/assets/a.css"
    page.close()


def test_the_policy_in_a_page_holds(browser, site, tmp_path):
    root = make_ready("pages", tmp_path / "ready", Plan(site))
    page = browser.new_page()
    said = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    for start in served(root, {}):
        page.goto(start + "/panel/")
        page.keyboard.press("/")
        page.fill("#search-box", "consent")
        page.locator("[role=option]").first.wait_for()
        assert said == []
        page.evaluate("document.body.append(document.createElement('style'))")
        page.evaluate("document.querySelector('style').textContent = 'b {}'")
        page.close()
    assert any("Content Security Policy" in line for line in said)


def test_the_command_writes_the_folder_and_says_what_to_do(project, little, capsys):
    words = ["--root", str(project), "deploy", "iis", "--site", str(little)]

    assert main(words) == 0
    assert (project / "ready" / "iis" / "site" / "web.config").is_file()
    assert "web.config" in capsys.readouterr().out


def test_the_command_wants_a_site_that_is_built(project, capsys):
    assert main(["--root", str(project), "deploy", "nginx"]) == 1
    assert "make site" in capsys.readouterr().err
