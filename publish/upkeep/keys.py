"""One key from a terminal, without Enter; or from what is piped in."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def keys() -> Iterator[Callable[[], str]]:
    """What gives the next key, or nothing when there are no more.

    The terminal gives single keys from here to the end, so none that is pressed early
    is lost, and it is as it was afterwards. Ctrl-C goes on to interrupt.
    """
    if not sys.stdin.isatty():
        yield lambda: sys.stdin.read(1)
        return
    try:
        import termios
        import tty
    except ImportError:
        import msvcrt  # Windows

        yield msvcrt.getwch  # type: ignore[attr-defined]
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        yield lambda: sys.stdin.read(1)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
