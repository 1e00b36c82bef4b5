"""What the site is built with, as a list that machines compare with known faults."""

import json
import tomllib
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from .dependencies import LOCK, Dependency, dependencies, vendored


def sbom(root: Path) -> str:
    """A bill of materials, CycloneDX 1.6. The same lock file gives the same text."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    lock = (root / LOCK).read_text(encoding="utf-8")
    direct = project["name"]
    parts = [component(d, "pypi") for d in dependencies(root)]
    parts += [component(d, "npm") for d in vendored(root)]
    main = {
        "type": "application",
        "bom-ref": direct,
        "name": direct,
        "version": project["version"],
        "licenses": [{"license": {"id": "MIT"}}],
    }
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, lock)}",
        "version": 1,
        "metadata": {"component": main},
        "components": parts,
        "dependencies": [
            {"ref": direct, "dependsOn": [part["bom-ref"] for part in parts]}
        ],
    }
    return json.dumps(bom, indent=2) + "\n"


def component(part: Dependency, kind: str) -> dict[str, object]:
    """One package. The hashes are of the files that an index may give for it."""
    name = part.name.lower().replace("_", "-")
    ref = f"pkg:{kind}/{name}@{part.version}"
    made: dict[str, object] = {
        "type": "library",
        "bom-ref": ref,
        "name": name,
        "version": part.version,
        "purl": ref,
        "licenses": [{"license": {"name": part.licence}}],
    }
    if part.hashes:
        files = [{"alg": "SHA-256", "content": digest} for digest in part.hashes]
        home = f"https://pypi.org/project/{name}/{part.version}/"
        made["externalReferences"] = [
            {"type": "distribution", "url": home, "hashes": files}
        ]
    if part.where:
        made["properties"] = [{"name": "python:marker", "value": part.where}]
    return made
