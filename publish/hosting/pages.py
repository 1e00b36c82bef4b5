"""GitHub Pages and GitLab Pages, which say no headers: the pages say what they can."""

from pathlib import Path

from ..headers import CHARSET, embed_policy, policy_of
from .plan import Plan

STEPS = """\
Deploy the folder site/ as it is: .github/workflows/publish.yml and .gitlab-ci.yml do.
These hosts say no headers of ours. The policy stands in each page instead, and leaves
out who may frame it; how long files are kept is the host's own choice. Both let other
sites read every file, those of data/ as well.
"""
CHARSET_TAG = f'<meta charset="{CHARSET}">'


def files(plan: Plan) -> dict[str, str]:
    """The sign that nothing is to be made anew.

    Where a page has moved, the build has put one that leads on, so no file of the
    host's has to.
    """
    return {"site/.nojekyll": ""}


def policy_tag(site: Path) -> str:
    """The policy of a built site, as it stands in a page."""
    return tag_of(policy_of(site, in_page=True))


def embed_tag() -> str:
    """The policy of what others may frame, as it stands in it."""
    return tag_of(embed_policy(in_page=True))


def tag_of(policy: str) -> str:
    """A policy as it stands in a page."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def with_tag(html: str, tag: str) -> str:
    """A page with the policy in its head, before anything that it could be about.

    Raises ValueError for a page without the tag that it is to stand behind.
    """
    if html.count(CHARSET_TAG) != 1:
        raise ValueError(f"the page must have one {CHARSET_TAG}")
    return html.replace(CHARSET_TAG, f"{CHARSET_TAG}\n{tag}")
