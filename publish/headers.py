"""What a server must say with every page: the one place, for every host.

`publish/hosting/` writes it as each host wants it, and the tests ask real servers.
"""

from pathlib import Path

from .inlined import hashes_of

# Nothing from elsewhere, nothing inline but what the build put there itself, in
# nobody's frame: pages need no more.
RULES = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
]
FRAMES = "frame-ancestors 'none'"  # browsers take no word on it from inside a page
# Below `EMBEDS` stands all that others may show inside their pages. It has no script,
# so it may do less than a page.
EMBEDS = "/embed/"
EMBED_RULES = [
    "default-src 'none'",
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
]
FRAMED = "frame-ancestors *"
# Below `FACTS` stands what the programs of other sites may read.
FACTS = "/data/"
OPEN = "Access-Control-Allow-Origin"
POLICY = "Content-Security-Policy"  # differs from site to site: see `policy_of`
HEADERS = {
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
# It would bind the whole host, so a site in a folder of another's leaves it out.
OF_THE_HOST = "Strict-Transport-Security"
PAGES_KEPT = "public, max-age=300"
ASSETS_KEPT = "public, max-age=31536000, immutable"
CHARSET = "utf-8"
LOST = "404.html"
# What is text, by the end of its name, and so gets smaller when it is packed.
TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "text/xml",
    ".txt": "text/plain",
}


def policy_of(site: Path, in_page: bool = False) -> str:
    """What pages of a built site may do, with a hash for each part inside them.

    `in_page` gives it as it stands in a page, where a host says no headers.
    """
    hashes = hashes_of(site)
    rules = [" ".join([r, *hashes.get(r.partition(" ")[0], [])]) for r in RULES]
    return "; ".join(rules if in_page else [*rules, FRAMES])


def embed_policy(in_page: bool = False) -> str:
    """What an embed may do; `in_page` as above."""
    return "; ".join(EMBED_RULES if in_page else [*EMBED_RULES, FRAMED])


def differing() -> dict[str, dict[str, str]]:
    """The folders of a site whose files are said with other headers, and which.

    A header of these takes the place of the one that `headers_of` has, if it has it.
    """
    return {EMBEDS: {POLICY: embed_policy()}, FACTS: {OPEN: "*"}}


def headers_at(path: str, said: dict[str, str]) -> dict[str, str]:
    """The headers of one path of a site, from those that its pages have."""
    found = (more for folder, more in differing().items() if path.startswith(folder))
    return {**said, **next(found, {})}


def headers_of(site: Path, folder: str = "/") -> dict[str, str]:
    """The headers of a built site that lives at `/`, or in a folder of another's host.

    `site` is the folder with what was built.
    """
    said = {POLICY: policy_of(site), **HEADERS}
    return {n: v for n, v in said.items() if folder == "/" or n != OF_THE_HOST}
