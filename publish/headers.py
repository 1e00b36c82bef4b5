"""What a server must say with every page: the one place, for every host.

`publish/hosting/` writes it as each host wants it, and the tests ask real servers.
"""

# Nothing from elsewhere, nothing inline, in nobody's frame: pages need no more.
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
POLICY = "; ".join([*RULES, "frame-ancestors 'none'"])
# In a page, where a host says no headers. Browsers take no word on frames from there.
POLICY_IN_PAGE = "; ".join(RULES)
HEADERS = {
    "Content-Security-Policy": POLICY,
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


def headers_of(folder: str) -> dict[str, str]:
    """The headers of a site that lives at `/`, or in a folder of another's host."""
    return {n: v for n, v in HEADERS.items() if folder == "/" or n != OF_THE_HOST}
