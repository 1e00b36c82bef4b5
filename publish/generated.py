"""What stands in files and is made from the definitions of kinds, so it stays true.

The comment at the head of each data file, the schemas, two chapters of EDITING.md and
what Visual Studio Code knows. `make generated` writes them; a test asks whether they
are current.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from macros.facts.site_data import read_site
from macros.library.all_macros import MACROS
from macros.library.registry import INLINE, example_of
from macros.schema.all_kinds import ALL, files, files_of
from macros.schema.layers import SITE_FILE

from .data_heads import head_of
from .dependencies import LICENCES, LOCK, licences
from .schemas import FOLDER, IDS_FILE, ids_of, schemas, text_of

EDITING = "EDITING.md"
SETTINGS = ".vscode/settings.json"
TABLE = "| macro | stands | example | gives |\n|---|---|---|---|\n"


def generated(root: Path) -> Iterator[tuple[str, str]]:
    """Each file that is made, or a part of it, with the text that it must have."""
    data, _ = read_site(root)
    yield f"{FOLDER}/{IDS_FILE}", text_of(ids_of(data))
    for name, schema in schemas().items():
        yield f"{FOLDER}/{name}.json", text_of(schema)
    for file, kinds in {"site": (ALL["site"],), **files()}.items():
        for layered in files_of(file):
            layer = layered.rpartition("/")[0]
            for found in (root / layered, *sorted(root.glob(f"examples/*/{layered}"))):
                if found.is_file():
                    body = without_head(found.read_text(encoding="utf-8"))
                    path = found.relative_to(root).as_posix()
                    yield path, head_of(kinds, layer) + body
    guide = (root / EDITING).read_text(encoding="utf-8")
    yield EDITING, with_examples(with_table(guide))
    if (root / LOCK).is_file():
        yield LICENCES, licences(root)
    settings = (root / SETTINGS).read_text(encoding="utf-8")
    yield SETTINGS, with_schemas(settings)


def write_generated(root: Path) -> list[str]:
    """Write what is not current, and give the names of those files."""
    written = []
    for name, text in generated(root):
        file = root / name
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            written.append(name)
    return written


def without_head(text: str) -> str:
    """A data file without the comment that it opens with."""
    lines = text.splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines) if not line.startswith("#")), 0)
    return "".join(lines[end:])


def with_table(guide: str) -> str:
    """The guide with its table of macros as they are."""
    rows = "".join(row_of(name) for name in MACROS)
    found = re.compile(re.escape(TABLE) + r"(?:\|.*\n)*")
    return found.sub(lambda _: TABLE + rows, guide, count=1)


def row_of(name: str) -> str:
    """A macro as a row: its name, where it stands, an example, what it gives."""
    stands = "in a sentence" if name in INLINE else "alone"
    call = example_of(name).removeprefix("type it like ")
    first = (MACROS[name].__doc__ or "").split("\n")[0]
    gives = re.sub(r":? ?`\{\{.*", "", first).rstrip(".")
    return f"| `{name}` | {stands} | `{call}` | {gives} |\n"


def with_examples(guide: str) -> str:
    """The guide with one example of each record, in the order of the files' names."""
    start = guide.index(f"### `{SITE_FILE}`")
    end = guide.index("### A page: ")
    made = []
    for file, kinds in {"site": (ALL["site"],), **files()}.items():
        example = "\n".join(kind.example for kind in kinds)
        made.append(f"### `{files_of(file)[-1]}`\n\n```yaml\n{example}```\n\n")
    return guide[:start] + "".join(made) + guide[end:]


def with_schemas(settings: str) -> str:
    """The settings with a schema for each data file, in either layer."""
    read = json.loads(settings)
    names = sorted(["site", *files()])
    read["yaml.schemas"] = {f"{FOLDER}/{n}.json": f"data/*/{n}.yml" for n in names}
    return json.dumps(read, indent=2) + "\n"
