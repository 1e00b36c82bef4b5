"""nginx: a file for its server block, and one with the headers."""

from ..headers import ASSETS_KEPT, CHARSET, LOST, PAGES_KEPT, TYPES
from .plan import Plan

NAME = "hsb-panel.conf"
HEADERS_NAME = "hsb-panel-headers.conf"
STEPS = f"""\
Copy site/ to /srv/hsb-panel/site, and both .conf files to /etc/nginx/snippets/.
In the server block of the site, which has its name and certificate, write:
    include snippets/{NAME};
Where libnginx-mod-http-brotli-static is installed, add there: brotli_static on;
Then: nginx -t && systemctl reload nginx
At each release put up what says the headers first, and the pages after it: the policy
names the styles inside the pages by their hashes.
"""
# nginx 1.22 knows JavaScript by the old name, 1.26 by the new one.
PACKED = [*TYPES.values(), "application/javascript", "application/xml"]
# nginx packs pages unasked.
TYPES_LINE = " ".join(sorted(set(PACKED) - {"text/html"}))


def files(
    plan: Plan, root: str = "/srv/hsb-panel/site", beside: str = "snippets/"
) -> dict[str, str]:
    """The files; `root` is where the site stands, `beside` where these stand."""
    include = f"include {beside}{HEADERS_NAME};"
    moved = "".join(
        f"location = {old} {{\n"
        f'    add_header Cache-Control "{PAGES_KEPT}" always;\n'
        f"    {include}\n    return 301 {new};\n}}\n"
        for old, new in plan.leads()
    )
    others = "".join(
        f"location {folder} {{\n"
        f'    add_header Cache-Control "{PAGES_KEPT}" always;\n'
        f"{lines({**plan.headers, **said})}}}\n"
        for folder, said in plan.differing.items()
    )
    main = f"""\
# For the server block of nginx.
root {root};
index index.html;
error_page 403 404 =404 {plan.at(LOST)};
charset {CHARSET};
charset_types {TYPES_LINE};
server_tokens off;
absolute_redirect off; # behind a proxy, nginx does not know its own address
gzip on;
gzip_static on; # a .gz beside a file was packed better than on the way
gzip_comp_level 6;
gzip_vary on;
gzip_proxied any;
gzip_types {TYPES_LINE};

location / {{
    add_header Cache-Control "{PAGES_KEPT}" always;
    {include}
}}
location {plan.at("assets/")} {{
    add_header Cache-Control "{ASSETS_KEPT}"; # not with an error
    {include}
}}
{others}location ~ \\.(gz|br)$ {{ # packed files stand in for others, and have no name
    internal;
}}
{moved}"""
    note = "# nginx forgets the headers of a block above: each location has this.\n"
    return {NAME: main, HEADERS_NAME: note + lines(plan.headers, "")}


def lines(said: dict[str, str], indent: str = "    ") -> str:
    """Headers as nginx is told of them."""
    return "".join(f'{indent}add_header {n} "{v}" always;\n' for n, v in said.items())
