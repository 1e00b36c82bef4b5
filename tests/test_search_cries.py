"""How search reads a cry for help, and how it weighs it: small tables.

None of it needs the site: `make mutants` puts faults into search-crisis.js, and calls
these tests.
"""

import pytest
from ranking import card, crisis_read, crisis_traits

# Words with all their endings, and words as they stand: their letters are A to E.
GROUPS = {
    "he": ("", "he|she"),
    "touch": ("touch|grab|make|bully", "dotyka"),
    "me": ("", "me"),
    "want": ("want", "to"),
    "die": ("die", "i"),
}
READ = [
    ("Zgwałcił, \u00e9\u00e9 e'e\u2019e`e مارّ", ["zgwalcil", "e", "e", "مار"]),
    ("heeelp killl", ["help", "kil"]),
    ("999 2 u", ["999", "to", "you"]),
    ("hetouchedme", ["he", "touched", "me"]),
    ("iwanttodie", ["i", "want", "to", "die"]),
    ("please hetouchedme", ["please", "hetouchedme"]),
    ("hetouchedmex", ["hetouchedmex"]),
    ("hegrab", ["hegrab"]),
    ("touching", ["touching"]),
    ("", []),
]
ENDINGS = [
    ("touch touches touched touching touchin toucched", True),
    ("grab grabs grabbed grabbing", True),
    ("make makes maked making makin", True),
    ("bully bullys bullies bullied bullying", True),
    ("dotyka", True),
    ("dotykas coach touchy maker", False),
]
SAID = ["die", "kill myself|want to die", "suicide|rape"]
PLAIN = [
    ("kill myself", True),
    ("i will killl myself now", True),
    ("kill my self", False),
    ("iwanttodie", True),
    ("suicide", True),
    ("please suicide now", True),
    ("suicide policy", False),
    ("rape crisis", False),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_text_is_read_as_its_words(text, read):
    assert crisis_read(text, GROUPS) == read


def test_a_diary_page_is_not_read_to_its_end():
    assert len(crisis_read("word " * 60, GROUPS)) == 40


@pytest.mark.parametrize(("forms", "known"), ENDINGS)
def test_a_word_of_a_group_is_known_by_its_endings(forms, known):
    found = ["B" in crisis_traits(form, GROUPS) for form in forms.split()]
    if not known:
        assert not any(found), forms
    else:
        assert all(found), forms


def test_the_traits_of_a_text_are_its_words_pairs_groups_and_pieces():
    traits = crisis_traits("he grabbed me", GROUPS)

    assert {"he", "grabed", "me", "^ he", "he grabed", "me $"} <= traits
    assert {"A", "B", "C", "AB", "BC", "AC", "A grabed", "grabed C", "he B"} <= traits
    assert {"~^gr", "~grab", "~ed$", "~^he$", "~me$"} <= traits
    assert not traits & {"BA", "CA", "grabbed", "~gr", "~grabe", "he me", "~^"}


def test_groups_four_words_apart_are_near_and_five_are_not():
    assert "AC" in crisis_traits("he x x x me", GROUPS)
    assert "AC" not in crisis_traits("he x x x x me", GROUPS)


def test_a_group_after_the_letter_z_has_another_that_no_word_has():
    groups = {f"g{number}": ("", f"word{number}") for number in range(30)}

    assert {"Z"} <= crisis_traits("word25", groups)
    assert {"À", "ÀÁ"} <= crisis_traits("word26 word27", groups)


@pytest.mark.parametrize(("text", "shown"), PLAIN)
def test_some_phrases_always_bring_a_card_up(text, shown):
    cards = [("plain", *SAID[1:], 0, []), ("anybody", "", "", 0, [])]
    assert (card(text, GROUPS, cards) == 0) is shown


# Each text has its words, pairs, groups and pieces: what it weighs is divided by their
# root, so the same words weigh less in more of them.
WEIGHED = {"least": 100, "rows": [[9, "bad|A", "aad$"], [-9, "note"]]}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("bad thing", True),
        ("bad note", False),
        ("he thing", True),
        ("thing thong", False),
        ("baad bead", True),
        ("bad " + " ".join(f"thing{n}" for n in range(30)), False),
        ("bad", False),
        ("", False),
    ],
)
def test_what_weighs_enough_for_its_length_is_a_cry(text, shown):
    cards = [("anybody", "", "", 0, [])]
    assert card(text, GROUPS, cards, **WEIGHED) == (0 if shown else -1)


def test_one_short_word_may_be_half_typed_and_is_not_weighed():
    cards = [("anybody", "", "bad", 0, [])]
    table = {"least": 1, "rows": [[9, "sad|sadly|sadnes|bad"]]}

    assert card("sad", GROUPS, cards, **table) == -1
    assert card("sadly", GROUPS, cards, **table) == -1
    assert card("sadness", GROUPS, cards, **table) == 0
    assert card("sad now", GROUPS, cards, **table) == 0
    assert card("bad", GROUPS, cards, **table) == 0


def test_the_likeliest_card_is_shown_and_the_last_when_none_is_likely():
    cards = [
        ("one", "", "", -50, [[2, "red"], [9, "blue"]]),
        ("two", "", "", -60, [[9, "red"]]),
        ("anybody", "", "", 0, []),
    ]
    table = {"least": 0, "rows": []}

    assert card("red word", GROUPS, cards, **table) == 1
    assert card("blue word", GROUPS, cards, **table) == 0
    assert card("pink word", GROUPS, cards, **table) == 2
