"""A swap that is stopped at one of its steps, in processes that really end.

    python tests/stopped.py each HOW MOVE FOLDER    a swap stopped at each of its steps
    python tests/stopped.py wait NAME MOVE LIVE     a swap that goes on when told to

A step is the moment before anything that touches a disk: whatever Python tells its
audit hooks of, whoever calls it, and the exchange. HOW it stops: the process dies
(`killed`, and again at each step of a recovery), or the disk has no room for that step
(`refused`), or for any from there on (`full`). MOVE is `exchange`, or `pair` for a
system without one.
"""

import ctypes  # noqa: F401 (so that no step is an import)
import errno
import itertools
import json
import os
import re
import shutil
import signal
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from macros.problems import DataError
from publish import swap

STEPS = ("fcntl.", "glob.", "open", "os.", "shutil.", "tempfile.")
ENDED, SAID, WENT_ON, KILLED = 0, 3, 4, -signal.SIGKILL
EXCHANGE = swap.exchange
SEEN = []  # states of folders from which every recovery has been tried


def site_of(name):
    """The files of a small site, which all say whose they are."""
    return {"index.html": name, "about/index.html": name}


def write_site(folder, name):
    for path, text in site_of(name).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def files_of(folder):
    """All files below a folder, with their text."""
    return {
        file.relative_to(folder).as_posix(): file.read_text()
        for file in folder.rglob("*")
        if file.is_file()
    }


def build(live, name):
    with swap.beside(live) as new:
        write_site(new, name)


class Stop:
    """Stops this process when its steps have been counted down."""

    def __init__(self, how, at):
        self.how, self.left = how, at

    def step(self, event="", _args=()):
        if not event.startswith(STEPS) or event == "os.kill":
            return
        self.left -= 1
        if self.left > 0 or (self.left < 0 and self.how == "refused"):
            return
        if self.how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(errno.ENOSPC, "No space left on device")

    def exchange(self, one, other):
        self.step("os.exchange")
        return EXCHANGE(one, other)


def stopped(work, how, move, at):
    """Do `work` in a process that stops at a step. Gives how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    stop = Stop(how, at)
    swap.exchange = stop.exchange if move == "exchange" else lambda *_: False
    sys.addaudithook(stop.step)
    try:
        work()
    except DataError as error:
        print(error, file=sys.stderr, flush=True)
        os._exit(SAID)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    os._exit(WENT_ON if stop.left <= 0 else ENDED)


def each(how, move, folder):
    """Folders `with-N`, and `first-N` where there was no site, stopped at step N.

    In `with-N-M` a recovery was stopped at step M. Prints how each ended; the last of
    each row was not stopped.
    """
    ends = {}
    for start in ("with", "first"):
        for at in itertools.count(1):
            place = folder / f"{start}-{at}"
            place.mkdir()
            if start == "with":
                write_site(place / "site", "old")
            work = partial(build, place / "site", "new")
            ends[place.name] = end = stopped(work, how, move, at)
            if end == ENDED:
                break
            if how == "killed" and start == "with":
                ends |= again(place, how, move)
    print(json.dumps(ends))


def again(place, how, move):
    """Copies of a folder, in each of which the recovery is stopped one step later."""
    ends = {}
    state = {
        re.sub(r"/\.site-\w{8}", "/work", file.as_posix().removeprefix(str(place)))
        + (file.read_text() if file.is_file() else "")
        for file in place.rglob("*")
    }
    if state in SEEN:
        return ends
    SEEN.append(state)
    for at in itertools.count(1):
        copy = place.with_name(f"{place.name}-{at}")
        shutil.copytree(place, copy)
        work = partial(swap.recover, copy / "site")
        ends[copy.name] = stopped(work, how, move, at)
        if ends[copy.name] == ENDED:
            return ends


def wait(name, move, live):
    """A build that says `in` when it has its turn, and ends after a line of input."""
    if move == "pair":
        swap.exchange = lambda *_: False
    with swap.beside(live) as new:
        print("in", flush=True)
        sys.stdin.readline()
        write_site(new, name)


if __name__ == "__main__":
    {"each": each, "wait": wait}[sys.argv[1]](*sys.argv[2:4], Path(sys.argv[4]))
