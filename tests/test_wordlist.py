"""The packed words come out of the wire as they went in."""

from publish.wordlist import FIRST, SIGNS, packed, sign

TEXTS = [["apple", "apply"], [], ["apple", "pear"], *[[]] * 300, ["apply", "zebra"]]


def unpacked(words, at, many):
    """What search-rules.js does, in Python."""
    texts = [[] for _ in range(many)]
    last = ""
    for word, steps in zip(words.split(" "), at.split(" "), strict=False):
        last = last[: int(word[0])] + word[1:]
        now = rounds = 0
        for step in steps:
            if step == "!":
                rounds += SIGNS
                continue
            code = ord(step) - FIRST
            now += rounds + code - (code > 57)
            rounds = 0
            texts[now].append(last)
    return texts


def test_words_and_places_survive():
    made = packed(TEXTS)

    assert unpacked(made["words"], made["at"], len(TEXTS)) == TEXTS


def test_no_sign_needs_an_escape_in_a_script():
    for step in range(300):
        assert not set(sign(step)) & set('\\"\n '), step


def test_nothing_is_packed_as_nothing():
    assert packed([]) == {"words": "", "at": ""}


def test_a_word_is_what_it_shares_with_the_last_and_the_rest():
    words = ["abc", "abcd", "abd", "b", "bcdefghijklm", "bcdefghijkln"]

    assert packed([words])["words"] == "0abc 3d 2d 0b 1cdefghijklm 9kln"


def test_texts_are_told_by_the_steps_between_them():
    made = packed([["a"], [], ["a"], ["a"], *[[]] * 100, ["a"]])

    assert made["at"] == "".join([sign(0), sign(2), sign(1), sign(101), " "])
    assert made["at"] == "#%$!0 "
