"""How many steps a regular expression takes on a text, counted and not timed.

A small backtracking matcher over Python's own reading of a pattern. It knows none of
the shortcuts of the real one, so what is linear here is linear there.
"""

import re
from re import _constants as op
from re import _parser


class TooManyError(Exception):
    """The steps are beyond what is worth counting."""


class Counter:
    """Counts the steps of one pattern."""

    def __init__(self, pattern, flags=0, most=2_000_000):
        self._tree = list(_parser.parse(pattern, flags))
        self._flags = flags | _parser.parse(pattern, flags).state.flags
        self._most = most
        self.steps = 0

    def search(self, text, anchored=False):
        """The steps of looking for the pattern everywhere, as finditer does."""
        self.steps, self._text, self._groups = 0, text, {}
        start = 0
        while start <= len(text):
            end = self._match(self._tree, 0, start, lambda at: at)
            if anchored:
                break
            start = max(end, start + 1) if end is not None else start + 1
        return self.steps

    def _tick(self):
        self.steps += 1
        if self.steps > self._most:
            raise TooManyError

    def _match(self, nodes, index, at, then):
        self._tick()
        if index == len(nodes):
            return then(at)
        kind, value = nodes[index]

        def on(end):
            return self._match(nodes, index + 1, end, then)

        if kind in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
            return on(at + 1) if self._one(kind, value, at) else None
        if kind is op.AT:
            return on(at) if self._at(value, at) else None
        if kind is op.BRANCH:
            return self._first(self._match(list(b), 0, at, on) for b in value[1])
        if kind is op.SUBPATTERN:

            def closed(end):
                self._groups[value[0]] = (at, end)
                return on(end)

            return self._match(list(value[3]), 0, at, closed)
        if kind is op.ATOMIC_GROUP:
            end = self._match(list(value), 0, at, lambda e: e)
            return None if end is None else on(end)
        if kind in (op.ASSERT, op.ASSERT_NOT):
            return on(at) if self._assert(kind, value, at) else None
        if kind is op.GROUPREF:
            start, end = self._groups.get(value, (0, 0))
            word = self._text[start:end]
            return on(at + len(word)) if self._text.startswith(word, at) else None
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            return self._repeat(kind, value, at, on)
        raise NotImplementedError(kind)

    def _first(self, ends):
        return next((end for end in ends if end is not None), None)

    def _assert(self, kind, value, at):
        direction, nodes = value
        nodes = list(nodes)
        if direction < 0:
            at -= _parser.SubPattern(_parser.State(), nodes).getwidth()[0]
            if at < 0:
                return kind is op.ASSERT_NOT
        met = self._match(nodes, 0, at, lambda e: e) is not None
        return met is (kind is op.ASSERT)

    def _repeat(self, kind, value, at, on):
        low, high, body = value
        body = list(body)
        single = len(body) == 1 and body[0][0] in (
            op.LITERAL,
            op.NOT_LITERAL,
            op.ANY,
            op.IN,
        )
        if single:
            return self._run(kind, low, high, body[0], at, on)

        def more(count, here):
            def again(end):
                return None if end == here and count >= low else more(count + 1, end)

            if kind is op.MIN_REPEAT:
                done = on(here) if count >= low else None
                if done is None and count < high:
                    done = self._match(body, 0, here, again)
                return done
            done = self._match(body, 0, here, again) if count < high else None
            if done is None and count >= low:
                done = on(here)
            return done

        return more(0, at)

    def _run(self, kind, low, high, node, at, on):
        if kind is op.MIN_REPEAT:
            end = at
            while True:
                if end - at >= low:
                    done = on(end)
                    if done is not None:
                        return done
                if end - at >= high or not self._one(*node, end):
                    return None
                end += 1
        end = at
        while end - at < high and self._one(*node, end):
            end += 1
        if kind is op.POSSESSIVE_REPEAT:
            return on(end) if end - at >= low else None
        while end - at >= low:
            done = on(end)
            if done is not None:
                return done
            end -= 1
        return None

    def _one(self, kind, value, at):
        self._tick()
        if at >= len(self._text):
            return False
        char = self._text[at]
        if kind is op.ANY:
            return char != "\n" or bool(self._flags & re.DOTALL)
        if kind is op.IN:
            return self._in(value, char)
        same = self._low(chr(value)) == self._low(char)
        return same is (kind is op.LITERAL)

    def _low(self, char):
        return char.lower() if self._flags & re.IGNORECASE else char

    def _in(self, items, char):
        negate = items[0][0] is op.NEGATE
        low = self._low(char)
        met = any(
            (kind is op.LITERAL and self._low(chr(value)) == low)
            or (kind is op.RANGE and value[0] <= ord(char) <= value[1])
            or (kind is op.CATEGORY and CATEGORIES[value](char))
            for kind, value in items
        )
        return met is not negate

    def _at(self, where, at):
        text = self._text
        if where in (op.AT_BEGINNING, op.AT_BEGINNING_STRING):
            line = self._flags & re.MULTILINE and at and text[at - 1] == "\n"
            return at == 0 or bool(line)
        if where in (op.AT_END, op.AT_END_STRING):
            line = self._flags & re.MULTILINE and text[at : at + 1] == "\n"
            return at == len(text) or text[at:] == "\n" or bool(line)
        before = at > 0 and bool(re.match(r"\w", text[at - 1]))
        after = at < len(text) and bool(re.match(r"\w", text[at]))
        return (before != after) is (where is op.AT_BOUNDARY)


def is_word(char):
    return char.isalnum() or char == "_"


CATEGORIES = {
    op.CATEGORY_DIGIT: str.isdigit,
    op.CATEGORY_NOT_DIGIT: lambda c: not c.isdigit(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    op.CATEGORY_WORD: is_word,
    op.CATEGORY_NOT_WORD: lambda c: not is_word(c),
}
