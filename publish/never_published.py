"""The last look before a site goes out: nothing of unsafe.yml is in any file."""

from pathlib import Path

from macros.checks.unsafe import code_of, finder_of, said_of
from macros.facts.site_data import SiteData
from macros.problems import Problem

# What is not text: a number cannot be read out of it. Of slides and PDFs of ours the
# same words stand in a text beside them.
PICTURES = {
    ".png",
    ".jpg",
    ".jpeg",
    ".webp",
    ".avif",
    ".ico",
    ".woff2",
    ".woff",
    ".pdf",
    ".pptx",
    ".xlsx",
}


def never_published(target: Path, data: SiteData) -> list[Problem]:
    """Each unsafe number or address in the files of a made site, at its page."""
    find = finder_of(data)
    problems = []
    for file in sorted(target.rglob("*")):
        if not file.is_file() or file.suffix in PICTURES:
            continue
        path = file.relative_to(target).as_posix()
        for record in find(file.read_text(encoding="utf-8", errors="replace")):
            page = data.pages.get(f"/{path.removesuffix('index.html')}")
            message, mend = said_of(record, f"the file {path} of the made site has")
            name = page.file if page else f"site/{path}"
            code = f"built-{code_of(record)}"
            problems.append(Problem(name, 1, message, code=code, mend=mend))
    return problems
