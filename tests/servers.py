"""Real servers, started with what `deploy` writes, on this machine alone."""

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from publish.hosting import caddy, container, nginx
from publish.hosting.all_hosts import make_ready

PATH = os.environ.get("PATH", "") + ":/usr/sbin"
APACHE_MODULES = Path("/usr/lib/apache2/modules")
APACHE = """\
ServerName localhost
ServerRoot {state}
Listen 127.0.0.1:{port}
DefaultRuntimeDir {state}
PidFile {state}/apache.pid
ErrorLog {state}/error.log
{user}
{modules}
TypesConfig /etc/mime.types
DocumentRoot {root}
<Directory {root}>
  AllowOverride All
  Require all granted
</Directory>
"""
# What Debian switches on, and the two that .htaccess says it needs.
MODULES = ["mpm_event", "authz_core", "authz_host", "dir", "mime", "filter", "deflate"]
MODULES += ["negotiation", "autoindex", "env", "setenvif", "headers", "rewrite"]


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def running(name, plan):
    """One of the three, serving the site of a plan. Gives its port."""
    # The servers give their rights away, so the folder must be open to others.
    state = Path(tempfile.mkdtemp(prefix="hsb-server-"))
    state.chmod(0o755)
    port = free_port()
    try:
        make_ready(name, state / "ready", plan)
        os.chmod(state / "ready" / "site", 0o755)
        with started(COMMANDS[name](state, state / "ready", plan, port), state, port):
            yield port
    finally:
        shutil.rmtree(state)


@contextmanager
def started(command, state, port):
    """A server in the foreground, ended whatever happens."""
    log = state / "server.log"
    env = {**os.environ, "PATH": PATH, "HOME": str(state), "XDG_DATA_HOME": str(state)}
    with log.open("wb") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out, env=env)
    try:
        while not answers(port):
            errors = [f.read_text() for f in (log, state / "error.log") if f.exists()]
            assert server.poll() is None, errors
            time.sleep(0.02)
        yield
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def answers(port):
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def start_nginx(state, ready, plan, port):
    made = nginx.files(plan, root=f"{ready}/site", beside=f"{state}/")
    for name, text in made.items():
        (state / name).write_text(text)
    conf = state / "nginx.conf"
    include = f"{state}/{nginx.NAME}"
    listen = f"127.0.0.1:{port}"
    conf.write_text(container.whole(include, listen, PurePosixPath(state)))
    return ["nginx", "-e", "stderr", "-p", str(state), "-c", str(conf)]


def start_caddy(state, ready, plan, port):
    made = caddy.files(plan, f"{ready}/site", f"http://127.0.0.1:{port}")
    conf = state / "Caddyfile"
    conf.write_text("{\n\tadmin off\n}\n" + made["Caddyfile"])
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(conf)]


def start_apache(state, ready, plan, port):
    inside = plan.folder.strip("/")
    root = ready / "site"
    if inside:  # the folder is the site's own, in a larger site
        whole = state / "whole" / inside
        whole.parent.mkdir(parents=True)
        root.rename(whole)
        root = state / "whole"
    modules = "\n".join(
        f"LoadModule {m}_module {APACHE_MODULES}/mod_{m}.so" for m in MODULES
    )
    user = "User www-data\nGroup www-data" if os.getuid() == 0 else ""
    conf = state / "apache.conf"
    conf.write_text(
        APACHE.format(state=state, port=port, user=user, modules=modules, root=root)
    )
    return ["apache2", "-DFOREGROUND", "-f", str(conf)]


COMMANDS = {"nginx": start_nginx, "caddy": start_caddy, "apache": start_apache}


def ask(port, path, **headers):
    """One answer, nothing followed: its status, headers by small name, its bytes."""
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        names = {k.replace("_", "-"): v for k, v in headers.items()}
        asked.request("GET", path, headers=names)
        answer = asked.getresponse()
        said = {}
        for name, value in answer.getheaders():
            said.setdefault(name.lower(), []).append(value)
        return answer.status, said, answer.read()
    finally:
        asked.close()
