"""Begin the site of another partnership, from answers to the questions it must ask."""

import argparse
import sys
from datetime import date
from pathlib import Path

KEPT = Path("answers.yml")  # what was typed, should the project not be written


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", nargs="?", type=Path, help="where: ../my-site")
    parser.add_argument("--from", dest="file", type=Path, help="a file of answers")
    parser.add_argument("--blank", action="store_true", help="print an empty one")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())


def run(root: Path, options: argparse.Namespace) -> int:
    """Ask, or read the answers, and write the project. Gives 1 if it cannot."""
    from macros.facts.site_data import load_site
    from macros.problems import DataError

    from ..places.answers import as_file, ask, read_answers
    from ..places.begin import begin
    from ..places.questions import blank

    try:
        data = load_site(root)
        if options.blank:
            print(blank(data), end="")
            return 0
        if options.folder is None:
            raise ValueError("say where: make new PLACE=../my-site")
        if options.file:
            text = options.file.read_text(encoding="utf-8")
            answers = read_answers(options.file.name, text, data, options.today)
        else:
            answers = ask(data, options.today, input)
            KEPT.write_text(as_file(answers), encoding="utf-8")
            print(f"\nYour answers are kept in {KEPT}.")
        begin(options.folder, root, answers)
    except (DataError, ValueError, OSError, EOFError) as error:
        print(f"Nothing was begun: {error}", file=sys.stderr)
        return 1
    print(f"{options.folder} is ready. Type there: make site")
    return 0
