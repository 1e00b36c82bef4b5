"""What turns pages into a site that can be put on a server."""

from pathlib import Path

from .places.landing import finish

try:
    finish(Path(__file__).parent.parent)  # an update that was killed half-way
except OSError as error:
    raise SystemExit(
        f"An update of this project is not finished, because of {error.filename} "
        f"({error.strerror}): mend that, then type the same again."
    ) from None
