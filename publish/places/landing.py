"""Many files changed as one: until the plan is written nothing, and after it all.

What is to come is made ready in `.update/`, with a plan of what goes where. Killed
before the plan is written, the project is as it was; killed later, whatever runs next
in it finishes the plan first. So this module uses nothing else of the project: what
stands around it may be old or new.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

WORK = ".update"
PLAN = "plan.json"
READY = "ready"  # the files to come, under their own names


def prepare(root: Path, files: Mapping[str, Path], gone: Iterable[str]) -> None:
    """Make a plan: these files will have the content of those, and others go.

    Raises OSError where the disk refuses; then nothing has changed.
    """
    work = root / WORK
    shutil.rmtree(work, ignore_errors=True)
    for name, path in files.items():
        to_come = work / READY / name
        to_come.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, to_come)
    work.mkdir(exist_ok=True)
    plan = {"files": sorted(files), "gone": sorted(gone)}
    draft = work / f"{PLAN}-draft"
    draft.write_text(json.dumps(plan), encoding="utf-8")
    os.replace(draft, work / PLAN)


def finish(root: Path) -> bool:
    """Do what is left of a plan. Gives whether there was one.

    Raises OSError where the disk refuses; the plan stays, for the next time.
    """
    work = root / WORK
    try:
        plan = json.loads((work / PLAN).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return False
    for name in plan["files"]:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):  # it is there already
            os.replace(work / READY / name, root / name)
    for name in plan["gone"]:
        (root / name).unlink(missing_ok=True)
        with suppress(OSError):  # others are in it
            (root / name).parent.rmdir()
    (work / PLAN).unlink(missing_ok=True)
    shutil.rmtree(work, ignore_errors=True)
    return True
