"""Files that came back, taken in whole or not at all."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import unified_diff
from pathlib import Path

from macros.facts.site_data import SiteData, load_site
from macros.problems import Problem, did_you_mean
from macros.reading.rooms import project_of

from ..changes import Change
from ..places.landing import finish, prepare
from .answered import Answer, Note, understood
from .answered_before import answered_before
from .asked import Question, asked
from .cells import Slip
from .local_records import LocalRecords
from .reached import Reached
from .returned import Row, returned
from .roles_typed import Words, words_known
from .taken_up import take_up

MANY = 3  # rows that are not questions of ours, and cannot be a slip each
FOREIGN = (
    "most of its rows are no questions of '{site}': if it is the sheet of another "
    "place add --place; if it is an old one, write a new one with make ask"
)
LATER = "{file} has changed since it was read: type the same again"


@dataclass
class TakenIn:
    """What came back: the change that it makes, what is wrong, what is to be known."""

    change: Change
    slips: list[Slip] = field(default_factory=list)
    notes: list[Note | Slip] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    before: dict[str, str] = field(default_factory=dict)  # the files that change

    def shown(self) -> Iterator[str]:
        """Each line of a file that goes or comes."""
        for file, text in sorted(self.change.texts.items()):
            was, then = self.before[file].splitlines(), (text or "").splitlines()
            lines = unified_diff(was, then, n=0, lineterm="")
            kept = [line for line in lines if line[:3] not in ("---", "+++")]
            yield f"{file}:" if was else f"{file}, which is new:"
            for line in kept:
                if not line.startswith("@@") and (was or line[:2] not in ("+#", "+")):
                    yield f"  {line}"

    def write(self) -> None:
        """Write every file, or none. Raises ValueError or OSError if it cannot."""
        root, project = self.change.root, project_of(self.change.root)
        for file, was in self.before.items():
            if Change(root).text(file) != was:
                raise ValueError(LATER.format(file=file))
        with tempfile.TemporaryDirectory() as name:
            made = {}
            for number, (file, text) in enumerate(self.change.texts.items()):
                ready = Path(name) / str(number)
                ready.write_bytes((text or "").encode("utf-8"))
                made[(root / file).relative_to(project).as_posix()] = ready
            prepare(project, made, ())
        finish(project)


def take_in(root: Path, files: Sequence[Path], today: date) -> TakenIn:
    """Everything that the files say, made a change that is not written yet.

    Raises ValueError where a file cannot be read, and DataError where the facts have
    faults of their own.
    """
    data = load_site(root)
    questions = {question.id: question for question in asked(root, data, today)}
    taken, words = TakenIn(Change(root)), words_known(data)
    given: dict[str, Answer] = {}
    for file in files:
        slips: list[Slip] = []
        for row in returned(file, slips):
            answer = _answer(row, data, questions, today, words, slips)
            if isinstance(answer, Note):
                taken.notes.append(answer)
            elif answer and _is_first(answer, given, slips):
                given[answer.question.id] = answer
        others = sum(slip.stale for slip in slips)
        if others >= MANY and others * 2 > len(slips):
            taken.slips.append(Slip(file.name, FOREIGN.format(site=data.site.name)))
        taken.slips += slips
    taken.answers = list(given.values())
    if taken.slips:
        return taken
    records = LocalRecords(data, taken.change, today)
    reached = Reached(records)
    for answer in taken.answers:
        take_up(answer, records, reached)
    now = Change(root)
    taken.before = {file: now.text(file) for file in taken.change.texts}
    taken.slips += reached.slips
    taken.notes += reached.notes
    if not taken.slips and taken.change.texts:
        taken.slips += _faults(taken.change, records)
    return taken


def _answer(
    row: Row,
    data: SiteData,
    questions: dict[str, Question],
    today: date,
    words: Words,
    slips: list[Slip],
) -> Answer | Note | None:
    """What one row says, if somebody filled it in."""
    if not row.filled_in:
        return None
    cell = row.cells["id"]
    question = questions.get(cell.words)
    if question:
        return understood(row, question, today, words, slips)
    kind, _, record_id = cell.words.partition("/")
    if record_id in data.lines.get(kind, {}):
        return answered_before(row, data, kind, record_id)
    if cell.words:
        hint = did_you_mean(cell.words, questions)
        wrong = f"'{cell.words}' is no question of ours: {hint}"
        slips.append(Slip(cell.place, wrong, stale=True))
    else:
        wrong = (
            "is empty: put the id of the row back. A new question goes to the editor"
        )
        slips.append(Slip(cell.place, wrong))
    return None


def _is_first(answer: Answer, given: dict[str, Answer], slips: list[Slip]) -> bool:
    """Whether this is the first answer to a question. Another one must be the same."""
    earlier = given.get(answer.question.id)
    if earlier is None:
        return True
    if (earlier.words, earlier.ways) != (answer.words, answer.ways):
        wrong = f"another answer to {answer.question.id} stands in {earlier.place}"
        slips.append(Slip(answer.place, f"{wrong}: leave one of them"))
    return False


def _faults(change: Change, records: LocalRecords) -> Iterable[Slip]:
    """What the build would refuse, each at the cell that it comes from."""
    for problem in change.faults_after():
        place = records.touched.get((problem.file, _record_at(change, problem)), "")
        if not place:
            named = (
                p for (_, i), p in records.touched.items() if f"'{i}'" in str(problem)
            )
            place = next(named, f"{problem.file}:{problem.line}")
        yield Slip(place, f"the build refuses it: {problem.said}")


def _record_at(change: Change, problem: Problem) -> str:
    """The id of the record that a line of a file belongs to, as it will be."""
    lines = change.text(problem.file).splitlines()[: problem.line]
    start = "- id: "
    opened = (line.strip() for line in reversed(lines) if line.strip()[:6] == start)
    return next(opened, start).removeprefix(start).strip()
