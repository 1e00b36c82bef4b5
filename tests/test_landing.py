"""Many files changed as one: killed at any step, it is all or nothing."""

import os
import shutil

import pytest

from publish.places.landing import WORK, finish, prepare

OLD = {"a.txt": "old", "room/b.txt": "old", "room/gone.txt": "old", "own.txt": "own"}
NEW = {"a.txt": "new", "room/b.txt": "new", "other/c.txt": "new", "own.txt": "own"}
COME = {name: text for name, text in NEW.items() if name != "own.txt"}


class KilledError(BaseException):
    """Stands for a process that ends at once: nobody catches it."""


def write(folder, texts):
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def texts_of(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    found = {p.relative_to(folder).as_posix(): p.read_text() for p in files}
    return {n: t for n, t in found.items() if not n.startswith(f"{WORK}/")}


def change(root, come):
    prepare(root, {name: come / name for name in COME}, ["room/gone.txt"])
    finish(root)


@pytest.fixture
def killed_at(monkeypatch):
    """Kill what runs at the step of this number; gives whether it came so far."""

    def run(number, work):
        left = [number]

        def counted(step):
            def stopped(*args, **named):
                if left[0] == 0:
                    raise KilledError
                left[0] -= 1
                return step(*args, **named)

            return stopped

        steps = [(os, "replace"), (os, "unlink"), (shutil, "copy"), (os, "mkdir")]
        with monkeypatch.context() as patch:
            for module, name in [*steps, (os, "rmdir"), (shutil, "rmtree")]:
                patch.setattr(module, name, counted(getattr(module, name)))
            try:
                work()
            except KilledError:
                return True
        return False

    return run


def test_killed_at_any_step_a_change_is_whole_or_was_never_begun(tmp_path, killed_at):
    come = write(tmp_path / "come", COME)
    seen = []
    for number in range(100):
        root = write(tmp_path / str(number), OLD)
        killed = killed_at(number, lambda root=root: change(root, come))
        again = killed_at(number % 4, lambda root=root: finish(root))
        finish(root)
        assert texts_of(root) in (OLD, NEW), (number, again)
        seen.append(texts_of(root))
        if not killed:
            break
    assert seen[0] == OLD
    assert seen[-1] == NEW
    assert not (root / WORK).exists()


def test_a_plan_that_was_never_written_leaves_room_for_the_next(tmp_path, killed_at):
    come = write(tmp_path / "come", COME)
    root = write(tmp_path / "root", OLD)
    assert killed_at(6, lambda: change(root, come))
    assert (root / WORK).exists()

    change(root, come)

    assert texts_of(root) == NEW


def test_whatever_runs_next_in_the_project_finishes_a_plan(tmp_path):
    """The hook stands where every command passes, and uses nothing but Python's own."""
    import ast
    from pathlib import Path

    import publish
    from publish.places import landing

    assert publish.finish is landing.finish
    tree = ast.parse(Path(landing.__file__).read_text(encoding="utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {node.module for node in found} == {
        "collections.abc",
        "contextlib",
        "pathlib",
    }
