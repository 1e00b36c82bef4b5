"""One side of paper: the ten tasks that an editor does most, out of EDITING.md.

It is made of the recipes there, so that the two cannot say different things.
"""

import re
from html import escape

SECTION = "Twenty tasks, step by step"
PART = re.compile(r"^### ([^\n]+)\n(.*?)(?=^### |\Z)", re.M | re.S)
STEP = re.compile(r"^\d+\. (.+)$", re.M)
CODE = re.compile(r"`([^`]+)`")
SHOWN = r"<code>\1</code>"
MOST = 10
STYLE = """
@page { size: A4; margin: 12mm }
body { font: 9.5pt/1.35 sans-serif; max-width: 186mm; margin: 0 auto; color: #000 }
h1 { font-size: 16pt; margin: 0 0 2mm }
h2 { font-size: 10.5pt; margin: 0 0 .5mm }
p { margin: 0 0 2mm }
ol { margin: 0; padding-left: 1.4em }
main { columns: 2; column-gap: 8mm }
section { break-inside: avoid; margin-bottom: 3.5mm }
code { font-family: monospace; font-size: 9pt; overflow-wrap: anywhere }
"""


def recipes(guide: str) -> dict[str, str]:
    """The recipes of the section of EDITING.md, by title, in their order.

    Raises ValueError where the guide has no such section.
    """
    _, found, rest = guide.partition(f"\n## {SECTION}\n")
    if not found:
        raise ValueError(f"EDITING.md has no chapter '{SECTION}': give it its name")
    section = re.split(r"^## ", rest, maxsplit=1, flags=re.M)[0]
    return {part[1]: part[2] for part in PART.finditer(section)}


def as_side(guide: str, lang: str) -> str:
    """The page to print, of the first ten recipes. Raises ValueError as `recipes`."""
    parts = list(recipes(guide).items())[:MOST]
    tasks = "\n".join(
        f"<section>\n<h2>{n}. {escape(title)}</h2>\n"
        f"<ol>\n{_steps(text)}</ol>\n</section>"
        for n, (title, text) in enumerate(parts, 1)
    )
    return f"""<!doctype html>
<html lang="{escape(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ten things you will do</title>
<style>{STYLE}</style>
</head>
<body>
<h1>Ten things you will do</h1>
<p>The names are examples. EDITING.md has what to type in full, and ten more.
If you make a slip, the build stops and says where, and the site stays as it was.</p>
<main>
{tasks}
</main>
</body>
</html>
"""


def _steps(text: str) -> str:
    """The steps of a recipe as list items; what is typed in full stays in the guide."""
    items = (escape(step.removesuffix(":"), quote=False) for step in STEP.findall(text))
    return "".join(f"<li>{CODE.sub(SHOWN, item)}</li>\n" for item in items)
