"""Why a question matters, and who is likely to know: said by what it is about."""

ANSWERS = "answers-"  # how the id of a source of answers starts: nobody is asked of it

# By what a question is about: why a reader needs it, and who mostly knows.
ABOUT = {
    "panel": (
        "Professionals decide by this whether and how to bring a case.",
        "whoever runs the panel",
    ),
    "front door": (
        "Whoever has a worry about a child acts on this first.",
        "manager of the front door",
    ),
    "audit": (
        "Readers want to know what came of what was learned.",
        "lead for audits and learning",
    ),
    "training": ("Teams cannot plan their learning without it.", "lead for training"),
    "services": (
        "Families and professionals may miss help that there is.",
        "business manager of the partnership",
    ),
    "site": ("The site cannot be launched without it.", "owner of this site"),
}
CRITICAL = "Critical to safety."
RINGS = "A wrong number leads a worried person to nobody."
HEDGED = "The page has only careful words until then."
SHOWN_FIRST = "Search shows it first to somebody who needs help now."
RESTS = "Facts on this site that rest on it: {count}."
