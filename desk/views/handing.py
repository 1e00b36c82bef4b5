"""Check and hand over: everything once more, and then a commit, or a zip."""

from starlette.responses import Response

from .. import handover
from ..forms import Asked, go

NOTHING = "Nothing waits: all that was saved here is handed over."


def hand_over(asked: Asked) -> Response:
    """Show what waits; with words, hand it over where nothing stops a build."""
    saver = asked.desk.saver
    bundle = handover.waiting(saver)
    git = handover.has_git(asked.desk.root)
    wrong: list[str] = []
    if asked.form:
        words = " ".join(asked.one("words").split())
        wrong = [] if words else [handover.NO_WORDS]
        wrong += [str(problem) for problem in saver.shadow.all_faults()]
        if not wrong and bundle.after:
            if asked.one("_do") == "zip":
                held = handover.as_zip(saver, bundle, words)
                handover.handed(saver, bundle)
                name = f'attachment; filename="changes-{bundle.last}.zip"'
                return Response(
                    held,
                    media_type="application/zip",
                    headers={"Content-Disposition": name},
                )
            try:
                named = handover.commit(saver, bundle, words)
            except ValueError as error:
                wrong = [str(error)]
            else:
                handover.handed(saver, bundle)
                return go(f"/hand-over/?done={named}")
    return asked.page(
        "hand-over.html",
        422 if wrong else 200,
        title="Check and hand over",
        bundle=bundle,
        git=git,
        wrong=wrong,
        done=asked.query.get("done", ""),
        said=asked.one("words") or "; ".join(bundle.words),
        nothing=NOTHING,
    )
