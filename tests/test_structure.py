"""The house: rooms in one straight line, and the engine known at its edge alone."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each room may import from itself and from those before it. README's map draws it.
ROOMS = [
    "macros.problems",
    "macros.schema",
    "macros.reading",
    "macros.facts",
    "macros.library",
    "macros.style",
    "macros.checks",
    "macros",  # the edge to mkdocs-macros
    "publish",
    "desk",  # the edge to an editor's browser: nothing imports it
]
VIEWS = (
    "paste",
    "questions",
    "changes",
    "deeds",
    "facts",
    "handing",
    "home",
    "pages",
    "pictures",
)
# Each engine is known to its edges alone. Zensical runs as a process of its own.
EDGES = {
    "mkdocs": {"macros", "publish.engines.mkdocs", "publish.engines.mkdocs_setup"},
    "properdocs": {"publish.engines.properdocs"},
    "zensical": set(),
    # What serves the desk is known to the desk alone, and not to what it is made of.
    "starlette": {"desk.app", "desk.door", "desk.editing", "desk.forms", "desk.lens"}
    | {f"desk.views.{name}" for name in VIEWS},
    "uvicorn": {"desk.__main__"},
}
LONGEST = 200  # lines of a module


def name_of(file):
    """A file's name as a module: `macros/schema/fields.py` is macros.schema.fields."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


FILES = {
    name_of(file): file
    for room in ("macros", "publish", "desk")
    for file in sorted((ROOT / room).rglob("*.py"))
}
MODULES = [pytest.param(name, id=name) for name in FILES]


def tree_of(name):
    return ast.parse(FILES[name].read_text(encoding="utf-8"))


def imports_of(name):
    """The full names of the modules that a module imports, wherever it does so."""
    package = name.split(".")
    if FILES[name].name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            whole = ".".join([*above, *filter(None, [node.module])])
            for alias in node.names:
                inside = f"{whole}.{alias.name}"
                yield inside if inside in FILES else whole


def room_of(name):
    """The room in which a module stands."""
    if name == "macros":
        return name
    return max((r for r in ROOMS if f"{name}.".startswith(f"{r}.")), key=len)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_only_from_its_room_and_those_before_it(name):
    here = ROOMS.index(room_of(name))

    for imported in filter(FILES.__contains__, imports_of(name)):
        assert ROOMS.index(room_of(imported)) <= here, imported


@pytest.mark.parametrize("name", MODULES)
def test_every_folder_of_code_is_a_room_of_the_line(name):
    assert name == "macros" or room_of(name) != "macros", f"give {name} its room"


def test_no_module_imports_itself_by_way_of_others():
    line = TopologicalSorter({name: set(imports_of(name)) - {name} for name in FILES})

    try:
        line.prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("name", MODULES)
def test_only_the_edges_know_the_engine(name):
    for package in {i.partition(".")[0] for i in imports_of(name)} & EDGES.keys():
        assert name in EDGES[package], package


@pytest.mark.parametrize("name", MODULES)
def test_a_module_fits_a_sitting(name):
    lines = FILES[name].read_text(encoding="utf-8").splitlines()

    assert len(lines) <= LONGEST


@pytest.mark.parametrize("name", MODULES)
def test_everything_public_says_what_it_is(name):
    tree = tree_of(name)
    kinds = (ast.FunctionDef, ast.ClassDef)
    public = [n for n in tree.body if isinstance(n, kinds) and n.name[0] != "_"]

    assert ast.get_docstring(tree), "the module says nothing of itself"
    silent = [n.name for n in public if not ast.get_docstring(n)]
    assert not silent


def test_the_map_shows_every_room_and_module():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    drawn = readme.partition("Inside `macros/`")[2].partition("\n## ")[0]

    found = (
        "publish.commands.",
        "publish.hosting.",
        "macros.schema.kinds.",
    )  # each by its folder
    for name in (n for n in FILES if not n.startswith(found)):
        assert name.rpartition(".")[2] in drawn, f"draw {name} in README's map"
