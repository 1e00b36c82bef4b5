"""Caddy: a Caddyfile. Certificates are Caddy's own work."""

from ..headers import ASSETS_KEPT, LOST, PAGES_KEPT, POLICY
from .plan import Plan

STEPS = """\
Copy site/ to /srv/hsb-panel/site, and Caddyfile to /etc/caddy/.
Then: systemctl reload caddy
At each release put up what says the headers first, and the pages after it: the policy
names the styles inside the pages by their hashes.
"""


def files(
    plan: Plan, root: str = "/srv/hsb-panel/site", name: str | None = None
) -> dict[str, str]:
    """The Caddyfile; `root` is where the site stands, `name` the host's name."""
    moved = "".join(f"\tredir {old} {new} 301\n" for old, new in plan.leads())
    policy = plan.headers[POLICY]
    same = {n: v for n, v in plan.headers.items() if n != POLICY}
    said = "".join(f'\t\t{n} "{v}"\n' for n, v in same.items())
    framed = [f for f, other in plan.differing.items() if POLICY in other]
    others = "".join(
        f'\theader {folder}* {n} "{v}"\n'
        for folder, other in plan.differing.items()
        for n, v in other.items()
    )
    assets = plan.at("assets/*")
    return {
        "Caddyfile": f"""\
# For Caddy. The first line is the site's address.
{name or plan.origin or "https://hsb.example.org"} {{
	root * {root}
	encode zstd gzip
{moved}	@packed path *.gz *.br
	error @packed 404
	file_server {{
		precompressed br gzip
	}}
	handle_errors {{
		rewrite * {plan.at(LOST)}
		file_server {{
			status {{err.status_code}}
		}}
		header Cache-Control "{PAGES_KEPT}"
		header {POLICY} "{policy}"
	}}
	header {{
{said}		?Vary Accept-Encoding
	}}
	# Each file has its line: of two that fit, Caddy would take the wrong one.
	@unframed not path {" ".join(f"{folder}*" for folder in framed)}
	header @unframed {POLICY} "{policy}"
{others}	@pages not path {assets}
	header @pages Cache-Control "{PAGES_KEPT}"
	header {assets} Cache-Control "{ASSETS_KEPT}"
}}
"""
    }
