"""A small container: Debian's nginx, the one that the tests run, as nobody special."""

from pathlib import PurePosixPath

from . import nginx
from .plan import Plan

PORT = 8080
STEPS = f"""\
podman build -t hsb-panel .    (or docker)
podman run --rm -p {PORT}:{PORT} --read-only --tmpfs /tmp hsb-panel
It speaks plain HTTP: whoever stands before it has the certificate.
"""
CONTAINERFILE = f"""\
FROM docker.io/library/debian:12-slim
RUN apt-get update \\
 && apt-get install --yes --no-install-recommends nginx-light \\
 && rm -rf /var/lib/apt/lists/*
COPY nginx.conf {nginx.NAME} {nginx.HEADERS_NAME} /etc/hsb-panel/
COPY site /srv/hsb-panel/site
USER www-data
EXPOSE {PORT}
CMD ["nginx", "-c", "/etc/hsb-panel/nginx.conf"]
"""


def files(plan: Plan) -> dict[str, str]:
    """The Containerfile, and all that nginx is told in it."""
    conf = "/etc/hsb-panel/"
    made = nginx.files(plan, beside=conf)
    made["nginx.conf"] = whole(f"{conf}{nginx.NAME}", str(PORT), PurePosixPath("/tmp"))
    return {"Containerfile": CONTAINERFILE, **made}


def whole(include: str, listen: str, state: PurePosixPath) -> str:
    """A whole nginx.conf for one site, which writes below `state` alone."""
    kept = "".join(
        f"    {kind}_temp_path {state}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"""\
daemon off;
worker_processes 1;
pid {state}/nginx.pid;
error_log stderr warn;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
{kept}    server {{
        listen {listen};
        include {include};
    }}
}}
"""
