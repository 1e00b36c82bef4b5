"""All kinds of record, found by themselves: a module of `kinds/` is enough."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pydantic import BaseModel

from ..schema import kinds
from .kind import Kind
from .layers import LAYERS, LOCAL


def _found() -> dict[str, Kind]:
    """Every kind that a module of `kinds/` defines, by name, parts in their order."""
    modules = sorted(module.name for module in iter_modules(kinds.__path__))
    defined = [
        value
        for name in modules
        for value in vars(import_module(f"{kinds.__name__}.{name}")).values()
        if isinstance(value, Kind)
    ]
    return {kind.name: kind for kind in defined}


ALL: Mapping[str, Kind] = _found()
SITE = ALL["site"]  # one record, and no list
KINDS: Mapping[str, Kind] = {name: kind for name, kind in ALL.items() if kind != SITE}


@cache
def files() -> Mapping[str, tuple[Kind, ...]]:
    """The kinds of each file of lists, by the file's name: most have one."""
    found: dict[str, tuple[Kind, ...]] = {}
    for kind in KINDS.values():
        found[kind.file] = (*found.get(kind.file, ()), kind)
    return found


def file_of(name: str) -> str:
    """The name of a kind's files, as said to editors: `audit.themes`, `audit.yml`."""
    return f"{name.partition('.')[0]}.yml"


def files_of(name: str) -> tuple[str, ...]:
    """The files that may hold a kind, one in each layer, from the project's folder."""
    kind = ALL[name] if name in ALL else files()[name][0]
    layers = (LOCAL,) if name == SITE.name or kind.local else LAYERS
    return tuple(f"{layer}/{file_of(name)}" for layer in layers)


@cache
def name_of(model: type[BaseModel]) -> str:
    """The name of the kind whose records are of this model. Raises KeyError."""
    return {kind.model: kind.name for kind in ALL.values()}[model]
