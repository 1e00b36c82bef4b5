"""JSON schemas of the data files, so that an editor's program helps while typing."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from macros.facts.site_data import SiteData
from macros.schema.all_kinds import SITE, files
from macros.schema.place import roles_of
from macros.schema.records import FrontMatter

FOLDER = "schemas"
IDS_FILE = "ids.json"
IDS = ("sources", "contacts", "audiences", "needs")  # kinds that fields name
ABOUT = "Made from macros/schema/ by `make generated`: change it there."


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each file of data/, and of a page's front matter, by name."""
    made = {"site": of_model(SITE.model), "page": of_model(FrontMatter)}
    for file, kinds in files().items():
        if not kinds[0].part:
            made[file] = {"type": "array", "items": of_model(kinds[0].model)}
            continue
        made[file] = {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,  # the others may stand in the other layer
            "properties": {
                kind.part: {"type": "array", "items": of_model(kind.model)}
                for kind in kinds
            },
        }
    return {name: {"$comment": ABOUT, **schema} for name, schema in made.items()}


def of_model(model: type[BaseModel]) -> dict[str, Any]:
    """A model's schema as an editor's program reads YAML, which is typed loosely."""
    schema = model.model_json_schema(by_alias=True)
    defined = schema.pop("$defs", {})
    named = {"title": model.__name__, **schema}
    return as_typed(named, defined)  # type: ignore[no-any-return]


def as_typed(node: Any, defined: dict[str, Any]) -> Any:
    """A part of a schema without references and our own `line`, with help.

    A list may be typed as one value, and text as a number or a yes: we read both.
    """
    if isinstance(node, list):
        return [as_typed(value, defined) for value in node]
    if not isinstance(node, dict):
        return node
    if node.get("ids") in IDS:
        return offered(node, defined)
    if "$ref" in node:
        there = defined[node["$ref"].rpartition("/")[2]]
        return as_typed({**there, **without(node, "$ref")}, defined)
    if "properties" in node:
        return fields_of(node, defined)
    made = {key: as_typed(value, defined) for key, value in without(node).items()}
    if made.get("type") == "array" and "properties" not in made["items"]:
        if made.pop("minLength", 0):
            made["minItems"] = 1
        return {"anyOf": [made, made["items"]]}
    if made.get("type") == "string" and not {"enum", "const", "pattern"} & made.keys():
        made["type"] = ["string", "number", "boolean"]
        made.pop("format", None)
    return made


def fields_of(node: dict[str, Any], defined: dict[str, Any]) -> dict[str, Any]:
    """The schema of a record: its fields, each with what it is for."""
    fields = {}
    for name, value in node["properties"].items():
        if name != "line":
            about = " ".join(value.get("description", "").split())
            fields[name] = {**as_typed(value, defined), "description": about}
    required = [name for name in node["required"] if name != "line"]
    return {
        "type": "object",
        "description": node.get("description", ""),
        "additionalProperties": False,
        "required": required,
        "properties": fields,
    }


def offered(node: dict[str, Any], defined: dict[str, Any]) -> dict[str, Any]:
    """A field that names records: their ids are offered, and no other is right.

    The ids stand in a file of their own, since they change with the facts.
    """
    named = {"$ref": f"{IDS_FILE}#/{node['ids']}"}
    made: dict[str, Any] = as_typed(without(node, "ids"), defined)
    if "anyOf" in made and made["anyOf"][0].get("type") == "array":
        return {"anyOf": [{**made["anyOf"][0], "items": named}, named]}
    return named


def without(node: dict[str, Any], key: str = "title") -> dict[str, Any]:
    """A schema without one of its words."""
    return {name: value for name, value in node.items() if name != key}


def text_of(schema: dict[str, Any]) -> str:
    """A schema as its file has it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def ids_of(data: SiteData) -> dict[str, Any]:
    """The ids that fields may name, as a schema for each kind. Empty ones take any."""
    found: dict[str, list[str]] = {
        kind: [*data.lines[kind], *roles_of(kind)]
        for kind in IDS
        if data.lines.get(kind)
    }
    if data.settings:
        found["audiences"] = [label.id for label in data.site.audiences]
        found["needs"] = [label.id for label in data.site.needs]
    return {
        "$comment": "Made from data/ by each build and preview: change nothing here.",
        **{kind: {"enum": sorted(ids)} if ids else {} for kind, ids in found.items()},
    }


def write_ids(root: Path, data: SiteData) -> None:
    """Write the ids anew if they have changed. A project without schemas gets none."""
    file = root / FOLDER / IDS_FILE
    text = text_of(ids_of(data))
    if file.parent.is_dir() and not (
        file.is_file() and file.read_text(encoding="utf-8") == text
    ):
        file.write_text(text, encoding="utf-8", newline="\n")
