"""A small project in two layers, as another partnership's project is begun from it."""

import shutil

from small import INDEX, ROOT, make_small

from macros.schema.all_kinds import ALL
from publish.generated import write_generated

OPEN = (
    'Ring {{ phone("front door") }}.\n\n{{ gap("example-question") }}\n\n{{ gaps() }}'
)
GIVEN = ("EDITING.md", "README.md", ".vscode/settings.json", "pyproject.toml")


def make_origin(folder, make=make_small):
    """Write it into an empty folder: what can be true everywhere is national."""
    make(folder)
    national = folder / "data" / "national"
    national.mkdir()
    for kind in ALL.values():
        file = folder / "data" / "local" / f"{kind.file}.yml"
        if kind.name != "site" and not kind.local and file.is_file():
            text = file.read_text(encoding="utf-8")
            text = text.replace("Example Safeguarding Children Partnership", "NSPCC")
            text = text.replace("[[example-count]]", "Twelve")
            (national / file.name).write_text(text, encoding="utf-8")
            file.unlink()
    site = folder / "data" / "local" / "site.yml"
    text = site.read_text(encoding="utf-8").replace("example.org", "origin.example")
    site.write_text(text, encoding="utf-8")
    start = folder / "docs" / "index.md"
    start.write_text(INDEX.replace("Read about", f"{OPEN}\n\nRead about"), "utf-8")
    for name in GIVEN:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    write_generated(folder)
    return folder
