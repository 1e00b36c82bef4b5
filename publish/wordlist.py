"""Which words stand with which entries, packed small for the wire."""

from collections.abc import Iterable

FIRST = 35  # "#": from here on every sign is safe in a script's string, but for one
UNSAFE = 92  # the backslash
SIGNS = 88


def packed(texts: Iterable[Iterable[str]]) -> dict[str, str]:
    """The words of each text, numbered in order, turned round: word to texts.

    `words` has every word once, sorted, each as one digit (how many letters it shares
    with the word before it) and the rest. `at` has for each word the texts that hold
    it, as steps from one to the next; a space ends a word. A step is a sign of 88
    values; each "!" before it adds 88.
    """
    where: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        for word in text:
            where.setdefault(word, []).append(number)
    words, steps, last = [], [], ""
    for word in sorted(where):
        shared = 0
        while shared < min(len(word), len(last), 9) and word[shared] == last[shared]:
            shared += 1
        words.append(f"{shared}{word[shared:]}")
        last = word
        now = 0
        for number in where[word]:
            steps.append(sign(number - now))
            now = number
        steps.append(" ")
    return {"words": " ".join(words), "at": "".join(steps)}


def sign(step: int) -> str:
    """One step: "!" for each 88 in it, then a sign for what is left."""
    rounds, left = divmod(step, SIGNS)
    code = FIRST + left
    return "!" * rounds + chr(code + (code >= UNSAFE))
