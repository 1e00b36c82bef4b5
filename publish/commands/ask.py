"""Write what the partnership is to be asked, as a spreadsheet and as a Word form."""

import argparse
import sys
from datetime import date
from pathlib import Path

from macros.reading.rooms import project_of


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())


def run(root: Path, options: argparse.Namespace) -> int:
    """Write both into ready/. Gives 1 if the facts cannot be read."""
    from macros.facts.site_data import load_site
    from macros.problems import DataError

    from ..questions.asked import asked
    from ..questions.form import write_form
    from ..questions.sheet import write_sheet

    try:
        data = load_site(root)
        questions = asked(root, data, options.today)
        day = max(page.meta.reviewed for page in data.pages.values())
        project = project_of(root)
        name = "questions" if root == project else f"questions-{root.name}"
        for ending, write in ((".xlsx", write_sheet), (".docx", write_form)):
            write(questions, data.site, project / "ready" / f"{name}{ending}", day)
    except (DataError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    critical = sum(question.critical for question in questions)
    sources = sum(question.sort == "source" for question in questions)
    print(f"ready/{name}.xlsx and ready/{name}.docx are ready: send either.")
    print(f"{len(questions) - sources} questions, {critical} of them critical to")
    print(f"safety and asked first, and {sources} sources to check.")
    print(f"What comes back: make answers FILE={name}.xlsx")
    return 0
