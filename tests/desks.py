"""A desk on a small project, spoken to as its browser does."""

import re
from contextlib import contextmanager

from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from desk.app import desk_app
from desk.desk import Desk
from desk.door import Door, Key

PORT, FRAME = 8123, 8124


class Browser(TestClient):
    """A browser that has the desk's key, and sends forms as a person fills them in."""

    def __init__(self, desk):
        self.desk = desk
        app = Door(desk_app(desk), desk.key, PORT, frame=FRAME)
        super().__init__(app, base_url=desk.key.origin, follow_redirects=True)
        self.get(f"/open/?key={desk.key.word}")

    def press(self, address, form=(), **more):
        """Post a form of the desk's own page."""
        headers = {"Origin": self.desk.key.origin, **more.pop("headers", {})}
        return self.post(address, data=dict(form), headers=headers, **more)

    def form(self, address):
        """The boxes of a form as they are filled in, by name."""
        page = self.get(address)
        assert page.status_code == 200, page.text
        return boxes(LexborHTMLParser(page.text).css_first("#sheet"))

    def change(self, address, do="save", **typed):
        """Open a form, type into some of its boxes, press a button."""
        form = self.form(address)
        form.update({name.replace("__", "."): held for name, held in typed.items()})
        return self.press(address, {**form, "_do": do})


@contextmanager
def desk_of(root):
    """A desk of a project without its preview, and its browser."""
    desk = Desk(root, Key(PORT))
    try:
        yield Browser(desk)
    finally:
        desk.saver.shadow.close()


def boxes(form):
    """What a browser would send of a form, as it was filled in."""
    found = {}
    for box in form.css("input, textarea, select"):
        name, kind = box.attributes.get("name"), box.attributes.get("type")
        if not name:
            continue
        if kind == "checkbox":
            found.setdefault(name, [])
            if "checked" in box.attributes:
                found[name].append(box.attributes["value"])
        elif box.tag == "select":
            options = box.css("option")
            chosen = [o for o in options if "selected" in o.attributes] or options[:1]
            found[name] = value_of(chosen[0]) if chosen else ""
        elif box.tag == "textarea":
            found[name] = re.sub(r"^\n", "", box.text())
        else:
            found[name] = box.attributes.get("value") or ""
    return found


def value_of(option):
    """What is sent when an option of a list is chosen: its value, or else its words."""
    return option.attributes.get("value", option.text(strip=True))
