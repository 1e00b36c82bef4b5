"""What the server must say with every page, for the hosts that take it from a file."""

from pathlib import Path

# Nothing from elsewhere, nothing inline, in nobody's frame: pages need no more.
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
PAGES_KEPT = "public, max-age=300"
ASSETS_KEPT = "public, max-age=31536000, immutable"


def write_headers(site: Path) -> None:
    """`_headers`, as Cloudflare Pages and Netlify read it."""
    lines = ["/*"]
    lines += [f"  {name}: {value}" for name, value in HEADERS.items()]
    lines += [f"  Cache-Control: {PAGES_KEPT}", "/assets/*"]
    lines += ["  ! Cache-Control", f"  Cache-Control: {ASSETS_KEPT}"]
    (site / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8")
