"""What turns pages into a site that can be put on a server."""

from pathlib import Path

from .places.landing import finish

finish(Path(__file__).parent.parent)  # an update that was killed half-way
