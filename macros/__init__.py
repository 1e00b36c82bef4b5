"""The edge to mkdocs-macros: gives its pages our macros. No other module here knows it.

The imports are absolute and late because another engine runs this file by itself, once
for each page, without making it a package.
"""

import os
from collections.abc import Set
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Called by the engine with its environment, before any page is made."""
    from macros.checks.examination import check_site
    from macros.library.all_macros import MACROS
    from macros.library.page import Page
    from macros.library.render import renderer_of
    from macros.problems import DataError
    from macros.reading.pages import address_of
    from macros.reading.rooms import at

    root = Path(env.project_dir, os.environ.get("PLACE", ""))
    try:
        data = check_site(root).data
    except DataError as error:
        raise stop(str(error)) from None
    renderer = renderer_of(at(root, "templates"))
    env.name_the_page = lambda page: name_the_page(page, data.pages)
    now: list[Any] = [None, None]  # the engine's page, and ours

    def page_now() -> Page:
        """The page being made. A new one starts its citations afresh."""
        if env.page is not now[0]:
            source = data.pages[address_of(path_of(env.page))]
            now[:] = [env.page, Page(source, data, renderer)]
        page: Page = now[1]
        return page

    def bound(macro: Any) -> Any:
        @wraps(macro)
        def call(*args: str, **kwargs: str) -> Any:
            return macro(page_now(), *args, **kwargs)

        return call

    for name, macro in MACROS.items():
        env.macro(bound(macro), name)
    name_the_site(env.conf, data, renderer)
    leave_out(env.conf, data)
    env.made = data.pages
    wall_in()


def path_of(page: Any) -> Any:
    """The path of an engine's page, from docs/."""
    return page.file.src_uri if hasattr(page, "file") else page.path


def wall_in() -> None:
    """Have the engine fill pages in our sandbox. It makes its environment later."""
    from macros.library.sandbox import PageEnvironment

    try:
        engine = import_module("mkdocs_macros.plugin")
    except ImportError:
        return  # another engine: there `check_site` is the wall
    engine.Environment = PageEnvironment  # type: ignore[attr-defined]


def on_pre_page_macros(env: Any) -> None:
    """Called by the engine before it fills a page: take away all but our macros."""
    from macros.library.sandbox import ours
    from macros.reading.pages import address_of

    env.name_the_page(env.page)
    env.markdown = env.made[address_of(path_of(env.page))].body
    env.env.offer(ours(env.macros))
    for name in list(env.variables):
        del env.variables[name]
    env.variables["extra"] = {}  # without any variable, the engine fills no page


def name_the_site(config: Any, data: Any, renderer: Any) -> None:
    """Tell an engine whose site it is: that stands in site.yml, not twice.

    Takes the engine's settings, all facts and the templates.
    """
    from macros.library.all_macros import MACROS
    from macros.library.page import Page

    site = data.site
    config["site_name"] = site.name
    config["site_author"] = site.partnership
    config["site_description"] = site.strapline
    # Without the last slash, engines make relative links of a wrong address's page.
    config["site_url"] = f"{site.address.rstrip('/')}/" if site.address else ""
    config["repo_url"] = site.forge
    strip = MACROS["emergency"](Page(data.pages["/"], data, renderer))
    config["extra"]["emergency"] = strip  # above every page
    config["extra"]["status"] = site.status
    words = site.draft or "Not yet confirmed"
    config["extra"]["draft"] = words if site.stage == "draft" else None
    config["theme"]["language"] = site.lang
    config["nav"] = filled_menu(config.get("nav"), data.given)


def filled_menu(part: Any, given: Any) -> Any:
    """A part of the menu, its names with the words of the place that they ask for."""
    if isinstance(part, list):
        return [filled_menu(entry, given) for entry in part]
    if isinstance(part, dict):
        return {given.put(str(k)): filled_menu(v, given) for k, v in part.items()}
    return part


def name_the_page(page: Any, sources: Any) -> None:
    """Tell an engine a page's title and so on, with the words that they ask for.

    Takes the engine's page, and ours by address.
    """
    from macros.reading.pages import address_of

    source = sources.get(address_of(path_of(page)))
    for name, value in (getattr(page, "meta", None) or {}).items():
        if source and isinstance(value, str) and "[[" in value:
            page.meta[name] = getattr(source.meta, name)


def leave_out(config: Any, data: Any) -> None:
    """Have an engine make no page that needs what this place has no record of.

    Takes the engine's settings and all facts.
    """
    left = absent(data)
    if not left:
        return
    from pathspec.gitignore import GitIgnoreSpec

    before = getattr(config["exclude_docs"], "patterns", ())
    more = GitIgnoreSpec.from_lines(f"/{path}" for path in sorted(left)).patterns
    config["exclude_docs"] = GitIgnoreSpec([*before, *more])
    config["nav"] = without(config["nav"], left)


def absent(data: Any) -> set[str]:
    """The pages that are not made, as written from docs/."""
    return {d.path for address, d in data.drafts.items() if address not in data.pages}


def without(menu: Any, absent: Set[str]) -> Any:
    """A menu without some pages, and without the parts that have no other."""
    if isinstance(menu, list):
        return [kept for entry in menu if (kept := without(entry, absent))]
    if isinstance(menu, dict):
        return {
            n: kept for n, below in menu.items() if (kept := without(below, absent))
        }
    return None if menu in absent else menu


def stop(message: str) -> Exception:
    """The engine's own error, which it prints as words and not as a traceback."""
    try:
        from mkdocs.exceptions import BuildError
    except ImportError:
        return SystemExit(message)  # type: ignore[return-value]
    return BuildError(f"there are faults in facts or pages:\n{message}")
