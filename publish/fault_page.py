"""What a browser shows while something is to be mended: every problem, readable."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from macros.problems import MORE, Problem, shortened

PAGE = Markup("""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<noscript><meta http-equiv="refresh" content="2"></noscript>
<style>
body {{ font: 1.1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem;
  padding: 0 1rem; color: #1b1b1b; background: #fff }}
h2 {{ font-size: 1.1rem; margin: 2rem 0 0 }}
ol {{ list-style: none; padding: 0 }}
li {{ border-left: .3rem solid #b00020; margin: 1rem 0; padding: .2rem 1rem }}
pre {{ background: #f2f2f2; margin: .3rem 0 0; padding: .3rem .6rem;
  white-space: pre-wrap; overflow-wrap: anywhere }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{lead}</p>
{files}
</main>
</body>
</html>
""")
FILE = Markup("<h2>{}</h2>\n<ol>\n{}\n</ol>")
ITEM = Markup("<li>Line {}: {}{}</li>")
REST = Markup("<li>{}</li>")
TYPED = Markup("<pre>{}</pre>")
LEAD = "Mend it and save: this page goes away by itself. The site has not changed."


def fault_page(root: Path, problems: Sequence[Problem]) -> str:
    """A page with all `problems`, each with the line as it is typed."""
    count = len(problems)
    title = "1 thing to mend" if count == 1 else f"{count} things to mend"
    files = []
    told = shortened(sorted(problems))
    for file, of_file in groupby(told, key=lambda found: found[0].file):
        lines = lines_of(root / file)
        items = []
        for p, more in of_file:
            items.append(ITEM.format(p.line, p.said, typed(lines, p.line)))
            items += [REST.format(MORE.format(more))] if more else []
        files.append(FILE.format(file, Markup("\n").join(items)))
    return str(PAGE.format(title=title, lead=LEAD, files=Markup("\n").join(files)))


def wait_page() -> str:
    """A page for whoever comes before the first build is done."""
    lead = "It takes a few seconds, and then it shows here by itself."
    return str(PAGE.format(title="The preview is being made", lead=lead, files=""))


def lines_of(file: Path) -> list[str]:
    """The lines of a file as far as they can be read."""
    if not file.is_file():
        return []
    return file.read_text(encoding="utf-8", errors="replace").splitlines()


def typed(lines: list[str], number: int) -> Markup:
    """The line as it stands in the file, or nothing."""
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    return TYPED.format(line.strip()) if line.strip() else Markup("")
