"""The hosts by name, and a site made ready for one of them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..headers import EMBEDS
from . import apache, azure, caddy, container, iis, nginx, pages, s3, underscore
from .packed import pack
from .plan import Plan

NOTE = "HOW.txt"


@dataclass(frozen=True)
class Host:
    """A way of serving files. `files` gives what it reads, for a plan."""

    files: Callable[[Plan], dict[str, str]]
    steps: str
    packed: bool = False  # gives packed files that stand beside the others
    whole: bool = True  # serves a host from its root, not one folder of it
    silent: bool = False  # says no headers of ours: the pages have to


HOSTS = {
    "nginx": Host(nginx.files, nginx.STEPS, packed=True),
    "caddy": Host(caddy.files, caddy.STEPS, packed=True),
    "apache": Host(apache.files, apache.STEPS, packed=True, whole=False),
    "iis": Host(iis.files, iis.STEPS, whole=False),
    "azure": Host(azure.files, azure.STEPS),
    "cloudflare": Host(underscore.cloudflare, underscore.STEPS),
    "netlify": Host(underscore.netlify, underscore.NETLIFY_STEPS),
    "pages": Host(pages.files, pages.STEPS, whole=False, silent=True),
    "s3": Host(s3.files, s3.STEPS),
    "container": Host(container.files, container.STEPS, packed=True),
}


def make_ready(name: str, target: Path, plan: Plan) -> Path:
    """Write the site of a plan, and what the host reads, into `target`, made anew.

    Gives the folder in which the pages stand: `target`/site, or the site's own folder
    below it where the host is served whole. Raises ValueError if a file that the host
    reads would take the place of one of the site's.
    """
    host = HOSTS[name]
    if target.exists():
        shutil.rmtree(target)
    inside = plan.folder.strip("/") if host.whole else ""
    root = target / "site" / inside
    shutil.copytree(plan.site, root)
    if host.silent:
        tag, small = pages.policy_tag(plan.site), pages.embed_tag()
        framed = root / EMBEDS.strip("/")
        for page in root.rglob("*.html"):
            said = small if framed in page.parents else tag
            html = pages.with_tag(page.read_text(encoding="utf-8"), said)
            page.write_text(html, encoding="utf-8", newline="\n")
    for file, text in host.files(plan).items():
        path = target / file
        if path.exists():
            raise ValueError(f"{file} is there already: an address that moved, is used")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    if host.packed:
        pack(root)
    (target / NOTE).write_text(host.steps, encoding="utf-8", newline="\n")
    return root
