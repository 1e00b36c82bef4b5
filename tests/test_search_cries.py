"""What search forgives in a cry for help, and what a card's rules mean: small tables.

None of it needs the site: `make mutants` puts faults into search-crisis.js, and calls
these tests.
"""

import pytest
from ranking import card, crisis_forms, crisis_read

# Words with all their endings, and words as they stand.
GROUPS = {
    "they": ("", "he|she"),
    "touch": ("touch|grab", "felt up|do/did things to"),
    "me": ("", "me"),
    "work": ("lesson|policy", ""),
    "end": ("suicid*", "end/ending my life"),
    "make": ("make|bully|strangle", ""),
    "kill": ("", "kill|zgwalcil|مار"),
    "gun": ("", "gun*|zgwol*|2nite"),
    "all": ("", "tobeme"),
}
RULES = [
    ("he touched me", "they>touch>me", True),
    ("touched me", "they>touch>me", False),
    ("i touched him", "they>touch>me", False),
    ("me he touched", "they>touch>me", False),
    ("me he touched", "they>touch+me", True),
    ("he touched me in a lesson", "they>touch>me+not work", False),
    ("touch me", "only touch/me+touch", True),
    ("touch me policy", "only touch/me+touch", False),
    ("please touch me now", "only touch/me+touch", False),
    ("please touch me", "only touch/me+touch", True),
    ("please", "only touch", False),
    ("he one two three four five touched me", "they>touch>me", True),
    ("he one two three four five six touched me", "they>touch>me", False),
    ("he he touched one two three four five me", "they>touch>me", True),
    ("he touched lots and me", "they>touch>me/work", True),
    ("", "they", False),
    ("in keep touch me with your", "only touch/me+touch", True),
    ("touch", "touch|work", True),
    ("he", "they>they", False),
    ("he she", "they>they", True),
]
SAME = [
    ("touch", "touch touched touching touches touchin tuch toutch tocuh TOUCH to-uch"),
    ("touch", "grab grabbed grabbing grabs grabd gerab grrrab grabin"),
    ("end", "suicide suicidal suicides sucidal suuicide suicdal suixcidal"),
    ("make", "make makes making maked makin bully bullies bullied bullying"),
    ("make", "strangled stranglling strangeld strnagled strangling"),
    ("gun", "gun gunman zgwolona zgwxlona"),
    ("kill", "kill kil killl zgwałcił zgwalcil مار مارّ"),
    ("me", "me mé m'e mee"),
]
OTHER = [
    ("touch", "coach much ouch grin touchstone 7touch t"),
    ("end", "decide side luicidal"),
    ("they", "sie sle"),
    ("gun", "gumboot begun punman"),
    ("make", "lake maize cake makeover"),
    ("kill", "bill skill keel"),
    ("me", "mo we em ma"),
]


def fits(text, rule, known=()):
    """Whether a text brings up a card of one rule."""
    return card(text, GROUPS, [rule], known) == 0


@pytest.mark.parametrize(("text", "rule", "shown"), RULES)
def test_a_rule_says_what_must_follow_what(text, rule, shown):
    assert fits(text, rule) is shown


@pytest.mark.parametrize(("name", "forms"), SAME)
def test_endings_and_slips_are_forgiven(name, forms):
    assert [form for form in forms.split() if not fits(form, name)] == []


@pytest.mark.parametrize(("name", "forms"), OTHER)
def test_another_word_is_no_slip(name, forms):
    assert [form for form in forms.split() if fits(form, name)] == []


def test_a_word_of_the_site_is_no_slip():
    assert fits("tough", "touch")
    assert not fits("tough", "touch", known=["tough"])


def test_words_run_together_are_parted():
    assert fits("hetouchedme", "they>touch>me")
    assert fits("pleasetouchme", "only touch/me+touch")
    assert not fits("hetouchedmex", "they>touch>me")
    assert not fits("hetouchedme", "they>touch>me", known=["hetouchedme"])


def test_a_word_torn_apart_is_joined():
    assert fits("tou ched", "touch")
    assert fits("en ding my life", "end")


def test_a_phrase_may_have_one_of_several_words():
    assert fits("she did things to me", "they>touch>me")
    assert fits("she do things to me", "they>touch>me")
    assert not fits("she did things", "they>touch")
    assert fits("ending my life", "end")
    assert not fits("my ending life", "end")
    assert not fits("ending my", "end")


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("hit", "hit hits hites hited hiting hitin hitt hitts hittes hitted hitting"),
        ("die", "die dies died diing diin"),
        ("cry", "cry crys cries cried crying"),
    ],
)
def test_a_word_is_known_by_its_endings(word, forms):
    assert set(forms.split()) <= set(crisis_forms({"a": (word, "")}))
    assert crisis_forms({"a": ("", f"{word}|up/down it")}) == [word, "up", "down", "it"]


READ = [
    (
        "Zgwałcił, łł, \u00e9\u00e9 e'e\u2019e`e مارّ",
        ["zgwalcil", "ll", "ee", "eeee", "مار"],
    ),
    ("strxngxe toxxhin", ["strangle", "toxxhin"]),
    ("meshe", ["meshe"]),
    ("ggrraabb", ["grab"]),
    ("like", ["like"]),
    ("2nxte touc4h", ["2nxte", "touch"]),
    ("mke", ["make"]),
    ("grax grba", ["grax", "grab"]),
    ("tobemeheshe", ["tobeme", "he", "she"]),
    ("please", ["please"]),
    ("iwant2die", ["iwant2die"]),
    ("killme", ["kill", "me"]),
    ("kime", ["kime"]),
    ("killm", ["kill"]),
    ("tobekill", ["to", "be", "kill"]),
    ("ki ll", ["ki", "ll"]),
    ("tou ch to uch", ["touch", "touch"]),
    ("touch touched ing", ["touch", "touched", "ing"]),
    ("m e", ["m", "e"]),
    ("toucg toucgk", ["touch", "toucgk"]),
    ("touxxhing touxzhingk grxb gzzb", ["touching", "touxzhingk", "grab", "gzzb"]),
    ("haarmm", ["haarmm"]),
    ("suicdial suxcxdal 4uch", ["suicdial", "suxcxdal", "4uch"]),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_text_is_read_as_words_of_the_table(text, read):
    assert crisis_read(text, GROUPS) == read


def test_the_first_card_that_fits_is_shown():
    assert card("he touched me", GROUPS, ["work", "touch|they", "me"]) == 1
    assert card("hello", GROUPS, ["work", "touch|they", "me"]) == -1


def test_of_a_diary_page_the_first_forty_words_are_read():
    assert fits("xylo " * 39 + "touch", "touch")
    assert not fits("xylo " * 40 + "touch", "touch")
