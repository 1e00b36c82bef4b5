"""An Office file made anew so that the same words give the same bytes."""

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

CORE = "docProps/core.xml"  # who made it and when
TIME = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def write_same(made: bytes, file: Path, day: date) -> None:
    """Write an Office file as if it had been made on `day`, its parts in one order."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}")
    draft.write_bytes(same_bytes(made, day))
    draft.replace(file)


def same_bytes(made: bytes, day: date) -> bytes:
    """An Office file as if it had been made on `day`, its parts in one order."""
    out = BytesIO()
    time = f"{day}T00:00:00Z".encode()
    with (
        zipfile.ZipFile(BytesIO(made)) as parts,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed,
    ):
        # What a program reads first has to stand first.
        for name in sorted(parts.namelist(), key=lambda n: (n[0] != "[", n)):
            body = parts.read(name)
            if name == CORE:
                body = TIME.sub(rb"\g<1>" + time, body)
            entry = zipfile.ZipInfo(name, (*day.timetuple()[:3], 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, body)
    return out.getvalue()
