"""A communications officer at the desk: follows links, types into boxes, presses.

Only what the page has can be followed, typed into or pressed; so a task that passes can
be done by a person, and its steps are those that a person takes.
"""

from desks import boxes, value_of
from selectolax.lexbor import LexborHTMLParser


class Officer:
    """Whoever sits at a desk, and the page that is in front of them."""

    def __init__(self, browser, files=()):
        self._browser, self._files = browser, dict(files)
        self._show(browser.get("/"))

    def _show(self, answer):
        assert answer.status_code in (200, 404, 409, 422), answer.text
        self.status, self.text = answer.status_code, answer.text
        self.address = answer.url.path
        self._page = LexborHTMLParser(answer.text)
        self._typed, self._attached = {}, {}

    def step(self, what):
        """Do one step of a task, such as `follow: Facts`."""
        [(how, words)] = what.items()
        getattr(self, how)(words)

    def follow(self, words):
        """A link by its words, or the start of them."""
        links = {a.text(strip=True): a.attributes["href"] for a in self._page.css("a")}
        found = links.get(words) or next(
            (there for said, there in links.items() if said.startswith(words)), None
        )
        assert found, f"no link '{words}' on {self.address}: {list(links)}"
        self._show(self._browser.get(found))

    def type(self, what):
        """Words into a box by the name on its label; or a change of its words."""
        [(label, value)] = what.items()
        name = self._named(label)
        if isinstance(value, dict):
            [(old, new)] = value.items()
            held = self._boxes()[name]
            assert old in held, f"'{old}' is not in {label}"
            value = held.replace(old, new, 1)
        self._typed[name] = value

    def attach(self, what):
        """A file that is at hand, by the name on the label of its box."""
        [(label, file)] = what.items()
        self._attached[self._named(label)] = (file, self._files[file])

    def choose(self, what):
        """One of a list, or one more tick, by the words beside it."""
        [(label, words)] = what.items()
        for option in self._page.css("option"):
            box = option.parent
            if option.text(strip=True) == words and self._label(box) == label:
                self._typed[box.attributes["name"]] = value_of(option)
                return
        for tick in self._page.css("label.tick"):
            legend = tick.parent
            while legend is not None and legend.tag != "fieldset":
                legend = legend.parent
            named = legend.css_first("legend").text(strip=True) if legend else ""
            if tick.text(strip=True) == words and named.startswith(label):
                box = tick.css_first("input")
                name = box.attributes["name"]
                held = self._typed.get(name, self._boxes().get(name, []))
                self._typed[name] = [*held, box.attributes["value"]]
                return
        raise AssertionError(f"nothing says '{words}' under {label}")

    def press(self, words):
        """A button, with all that its form holds."""
        for button in self._page.css("button"):
            if button.text(strip=True) == words:
                form = button.parent
                while form.tag != "form":
                    form = form.parent
                sent = {**self._boxes(form), **self._typed}
                if name := button.attributes.get("name"):
                    sent[name] = button.attributes["value"]
                there = form.attributes.get("action") or self.address
                for box in self._attached:
                    sent.pop(box, None)
                more = {"files": self._attached} if self._attached else {}
                self._show(self._browser.press(there, sent, **more))
                return
        raise AssertionError(f"no button '{words}' on {self.address}")

    def _boxes(self, form=None):
        return boxes(
            form or self._page.css_first("#sheet") or self._page.css_first("form")
        )

    def _label(self, box):
        named = box.attributes.get("id", "")
        label = self._page.css_first(f'label[for="{named}"]')
        said = label.text(strip=True) if label else ""
        return said.removesuffix(" (may be left out)")

    def _named(self, label):
        for found in self._page.css("label[for]"):
            if found.text(strip=True).removesuffix(" (may be left out)") == label:
                box = self._page.css_first(
                    f"#{found.attributes['for']}".replace(".", "\\.")
                )
                return box.attributes["name"]
        raise AssertionError(f"no box '{label}' on {self.address}")
