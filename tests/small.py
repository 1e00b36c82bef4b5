"""A whole project of a few records: the examples of EDITING.md, so they hold true."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = re.compile(
    r"^### (?:A page: )?`(?P<file>\S+)`\n\n```\w+\n(?P<text>.*?)^```", re.M | re.S
)

INDEX = """\
---
title: Start
description: Where to start.
for: [everyone]
reviewed: 2026-11-22
---

# Start here

{{ page_top() }}

Ring {{ phone("example-helpline") }}, or [prepare](prepare.md#what-to-have-ready).

- One thing
- Another thing

## Who to ring

{{ contact("example-helpline") }}

Read about the {{ term("example-plan", "plan") }}.

{{ page_foot() }}
"""
# The least of the example of safety.yml: whole, it names so much of the project that
# hardly anything could be taken away from it. tests/test_safety.py reads it whole.
SAFETY = """\
- id: danger-now
  what: The number for danger now
  contacts: [emergency]
  must_have: [phone]
"""
MENU = "site_name: Example\nnav:\n  - index.md\n  - prepare.md\n"


def examples():
    """Each example of the guide by the file that it is for."""
    guide = (ROOT / "EDITING.md").read_text(encoding="utf-8")
    return {found["file"]: found["text"] for found in EXAMPLE.finditer(guide)}


def make_small(folder):
    """Write the small project into an empty folder."""
    files = examples() | {"docs/index.md": INDEX, "mkdocs.yml": MENU}
    files["data/local/safety.yml"] = SAFETY
    # Nothing in it is wrong: its source has not been found changed.
    found = "  found:\n    now: changed\n    on: 2026-11-24\n"
    assert found in files["data/local/sources.yml"]
    whole = files["data/local/sources.yml"]
    files["data/local/sources.yml"] = whole.replace(found, "")
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "templates", folder / "templates")
    return folder


# The pages that the theme leads to.
LED_TO = ["about/index", "about/accessibility", "about/privacy", "about/sources"]
LED_TO += ["contacts", "glossary", "site-map", "respond"]


def with_all_of_safety(folder):
    """The small project, made already, with the whole example of safety.yml."""
    file = folder / "data" / "local" / "safety.yml"
    file.write_text(examples()["data/local/safety.yml"], encoding="utf-8")
    return folder


def make_small_site(folder):
    """Write the small project with all that a whole build asks for."""
    make_small(folder)
    shutil.copytree(ROOT / "theme", folder / "theme")
    (folder / "macros").mkdir()  # which mkdocs.yml names
    words = "## Example plan { #example-plan }\n\nWords."
    for name in LED_TO:
        file = folder / "docs" / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        title = name.replace("/", " ").capitalize()
        head = f"title: {title}\ndescription: On {title.lower()}.\nfor: [everyone]"
        parts = ["{{ page_top() }}", words, "{{ page_foot() }}\n"]
        text = f"---\n{head}\nreviewed: 2026-11-22\n---\n\n# {title}\n\n"
        file.write_text(text + "\n\n".join(parts), encoding="utf-8")
    engine = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
    menu = [f"  - {name}.md\n" for name in ("index", "prepare", *LED_TO)]
    text = f"{engine}\nnav:\n{''.join(menu)}"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    settings = folder / "data" / "local" / "site.yml"
    whole = settings.read_text(encoding="utf-8")
    lines = [line for line in whole.splitlines(True) if not line.startswith("address:")]
    settings.write_text("".join(lines), encoding="utf-8")
    promise(folder, "/prepare/\n")
    return folder


def nationalised(project, name):
    """Move a file of the small project into the national layer."""
    national = project / "data" / "national"
    national.mkdir(exist_ok=True)
    file = project / "data" / "local" / f"{name}.yml"
    return file.rename(national / file.name)


def change(project, case):
    """Change a small project as a case says.

    Files of `national` move to that layer, and those of `deletes` go. Of each `change`,
    what to `find` in a file becomes what to `type`, which is the whole file without.
    """
    for name in case.get("national", ()):
        nationalised(project, name)
    for name in case.get("deletes", ()):
        (project / name).unlink()
    for typing in case.get("change", ()):
        file = project / typing["in"]
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        find = typing.get("find")
        assert not find or find in text
        text = text.replace(find, typing["type"], 1) if find else typing["type"]
        file.write_text(text, encoding="utf-8")


def saved_as(file, how):
    """Save a file as other programs do, or lose it."""
    text = file.read_text(encoding="utf-8")
    if how == "deleted":
        file.unlink()
    elif how == "empty":
        file.write_bytes(b"")
    elif how == "comments":
        file.write_text("# Nothing yet\n", encoding="utf-8")
    elif how == "crlf":
        file.write_bytes(text.replace("\n", "\r\n").encode())
    elif how == "windows":
        file.write_bytes(text.replace(" ", " caf\u00e9 ", 1).encode("cp1252"))
    else:
        file.write_bytes(text.encode(how))


def promise(folder, lines):
    """Write the list of published addresses, these lines first, with its count."""
    count = sum(1 for line in lines.splitlines() if line.strip())
    if lines.strip() and "# There are" not in lines:
        lines = f"{lines}# There are {count} addresses.\n"
    (folder / "addresses.txt").write_text(lines, encoding="utf-8")
