"""GitHub Pages and GitLab Pages, which say no headers: the pages say what they can."""

from html import escape

from ..headers import CHARSET, POLICY_IN_PAGE
from .plan import Plan

STEPS = """\
Deploy the folder site/ as it is: .github/workflows/publish.yml and .gitlab-ci.yml do.
These hosts say no headers of ours. The policy stands in each page instead, and leaves
out who may frame it; how long files are kept is the host's own choice.
"""
CHARSET_TAG = f'<meta charset="{CHARSET}">'
POLICY_TAG = f'<meta http-equiv="Content-Security-Policy" content="{POLICY_IN_PAGE}">'


def files(plan: Plan) -> dict[str, str]:
    """A page at each old address, and the sign that nothing is to be made anew."""
    made = {"site/.nojekyll": ""}
    for old, new in plan.moved:
        path = old.strip("/")
        name = f"{path}/index.html" if old.endswith("/") else path
        made[f"site/{name}"] = signpost(plan.at(new))
    return made


def with_policy(html: str) -> str:
    """A page with the policy in its head, before anything that it could be about.

    Raises ValueError for a page without the tag that it is to stand behind.
    """
    if html.count(CHARSET_TAG) != 1:
        raise ValueError(f"the page must have one {CHARSET_TAG}")
    return html.replace(CHARSET_TAG, f"{CHARSET_TAG}\n{POLICY_TAG}")


def signpost(leads: str) -> str:
    """A page that leads on to another, with scripts or without."""
    to = escape(leads)
    return f"""\
<!doctype html>
<html lang="en-GB">
<head>
{CHARSET_TAG}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={to}">
<link rel="canonical" href="{to}">
<title>This page has moved</title>
</head>
<body>
<h1>This page has moved</h1>
<p><a href="{to}">Go to where it is now</a></p>
</body>
</html>
"""
