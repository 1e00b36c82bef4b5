"""A project for another partnership: all that is shared, and a first local layer."""

import os
import shutil
from pathlib import Path

from macros.checks.examination import examine
from macros.problems import DataError

from ..generated import write_generated
from ..swap import beside
from .answers import Answers
from .kept import FILE, kept_of
from .local_layer import own_files
from .shared import shared_files


def begin(folder: Path, origin: Path, answers: Answers) -> None:
    """Write a project into a folder that is not there yet, or is empty.

    It is written beside it and moved there whole. Raises ValueError where there is
    something, and DataError where the new project would not build.
    """
    if folder.exists() and (not folder.is_dir() or os.listdir(folder)):
        raise ValueError(f"{folder} is there already, and is not empty")
    if folder.resolve().is_relative_to(origin.resolve()):
        raise ValueError(f"{folder} is inside this project: choose one beside it")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with beside(folder.resolve()) as new:
        for name in shared_files(origin):
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(origin / name, new / name)
        for name, text in own_files(origin, answers):
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_text(text, encoding="utf-8", newline="\n")
        write_generated(new)
        (new / FILE).write_text(kept_of(new).text(), encoding="utf-8", newline="\n")
        faults = examine(new).faults
        if faults:
            raise DataError(faults)
