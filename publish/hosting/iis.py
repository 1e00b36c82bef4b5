"""IIS, which many councils run: one web.config."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from ..headers import ASSETS_KEPT, CHARSET, LOST, PAGES_KEPT, TYPES
from .plan import Plan

STEPS = """\
Copy what is in site/ to the folder of the site, with web.config. Static compression is
a feature of IIS: switch it on. Where addresses have moved, web.config needs the module
URL Rewrite, which Microsoft gives.
"""


def files(plan: Plan) -> dict[str, str]:
    """The web.config, in the site's own folder."""
    said = "".join(add("name", n, "value", v, 8) for n, v in plan.headers.items())
    kinds = "".join(
        f'      <remove fileExtension="{end}" />\n'
        f'      <mimeMap fileExtension="{end}" mimeType="{t}; charset={CHARSET}" />\n'
        for end, t in TYPES.items()
    )
    return {
        "site/web.config": f"""\
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom" existingResponse="Replace">
      <remove statusCode="403" />
      <error statusCode="403" path="{LOST}" responseMode="File" />
      <remove statusCode="404" />
      <error statusCode="404" path="{LOST}" responseMode="File" />
    </httpErrors>
    <urlCompression doStaticCompression="true" doDynamicCompression="false" />
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{said}      </customHeaders>
    </httpProtocol>
    <staticContent>
{kinds}{kept(PAGES_KEPT)}    </staticContent>
{moved(plan)}  </system.webServer>
  <location path="assets">
    <system.webServer>
      <staticContent>
{kept(ASSETS_KEPT)}      </staticContent>
    </system.webServer>
  </location>
{"".join(others(plan))}</configuration>
"""
    }


def others(plan: Plan) -> Iterator[str]:
    """Folders of which something else is said. IIS knows them without the site's."""
    for folder, said in plan.differing.items():
        lines = "".join(
            f'        <remove name="{n}" />\n{add("name", n, "value", v, 8)}'
            for n, v in said.items()
        )
        path = folder.removeprefix(plan.folder).strip("/")
        yield f"""\
  <location path="{path}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
{lines}        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
"""


def add(key: str, name: str, other: str, value: str, indent: int) -> str:
    """One `add` of a list."""
    pair = f"{key}={quoteattr(name)} {other}={quoteattr(value)}"
    return f"{' ' * indent}<add {pair} />\n"


def kept(rule: str) -> str:
    """How long a browser keeps a file. IIS puts the seconds to the rest by itself."""
    words = [w for w in rule.split(", ") if not w.startswith("max-age=")]
    seconds = int(rule.partition("max-age=")[2].partition(",")[0])
    days, rest = divmod(seconds, 24 * 60 * 60)
    age = f"{days}.{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    return (
        f'      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{age}"'
        f' cacheControlCustom="{", ".join(words)}" />\n'
    )


def moved(plan: Plan) -> str:
    """The rules for addresses that have moved, if any: they need a module."""
    rules = "".join(
        f'        <rule name="moved {n}" stopProcessing="true">\n'
        f'          <match url="^{path_in(plan, old)}$" ignoreCase="false" />\n'
        f'          <action type="Redirect" url="{new}" redirectType="Permanent" />\n'
        "        </rule>\n"
        for n, (old, new) in enumerate(plan.leads(), 1)
    )
    if not rules:
        return ""
    return f"    <rewrite>\n      <rules>\n{rules}      </rules>\n    </rewrite>\n"


def path_in(plan: Plan, path: str) -> str:
    """A path in a rule, which IIS compares without the folder of the site."""
    return path.removeprefix(plan.folder).replace(".", "\\.")
