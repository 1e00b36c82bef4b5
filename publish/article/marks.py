"""Signs that nobody publishes on purpose: what each looks like, and what to type.

Each is looked for in the text that came out. To refuse one more, add a line.
"""

from .systems import SYSTEMS, mark

LIST = "type '- ' (or '1. ') before each point, and an empty line above the first"
BOLD = "type '**' right before the first and right after the last bold word"
ITALIC = "type '*' right before the first and right after the last word"
LINK = "type [the words](page.md), with nothing between ']' and '('"
TABLE = (
    "a table needs an empty line above it, a first row such as '| Day | Team |', and "
    "'| --- | --- |' below that row"
)
DELETE = "delete the signs"
SIGN = "for the sign itself, type '\\' before it"

# The first that fits a place is the one that is said.
MARKS = (
    *SYSTEMS,
    # Lists
    mark(
        "raw-task",
        r"^(?:[-*+] *)?\[[ xX]?\](?!\()",
        "this list to tick is not understood: type '- [ ] ' before the words",
    ),
    mark(
        "raw-bullet", r"^[•·▪●◦‣\u2043∙■□➢➤✓✔\uf0b7\uf0a7]", f"Word's bullets: {LIST}"
    ),
    mark("raw-bullet", r"^[o§]\s+\S", f"a bullet of Word: {LIST}"),
    mark("raw-bullet", r"^\u2013\s+\S", f"a dash is no bullet: {LIST}"),
    mark(
        "raw-number",
        r"^(\d{1,2}|[a-hA-H])\)\s",
        "type '1. ', '2. ' and so on, with an empty line above the first",
    ),
    mark(
        "list-joined",
        r"^([-*+]|\d{1,2}\.)\s+\S",
        "this list runs on in the lines "
        "above: leave an empty line above its first point",
    ),
    mark(
        "raw-list",
        r"^([^\w\s\"'\u201c\u2018(\[<&\u00a3\u20ac$\u2026\ue000\ue002|>:!?=]).*\n\1",
        f"these lines are no list: {LIST}",
    ),
    mark(
        "raw-list",
        r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=[A-Z\s]).*\n\(?\w{1,4}[.)](?=[A-Z\s])",
        f"these lines are no list: {LIST}",
    ),
    mark(
        "raw-definition",
        r"^:(?![\w+-]+:)\s*\w",
        "this meaning hangs on no word: type the word on the line above it",
    ),
    # Headings
    mark(
        "raw-heading",
        r"^h[1-6]\.\s|^=+\s.*\s=+$|^#{1,6}\s+\S",
        "type '## ' before a heading, at the very start of the line",
    ),
    mark("raw-heading", r"^={3,}$", "type '## ' before a heading, no line below it"),
    # Tables
    mark("raw-table", r"^\|.*|^.*\|$|^(?=.*---)(?=.*\|)[ \t:|-]+$", TABLE),
    mark("raw-table", r"^[^|\n]+\|.*\n[^|\n]+\|.*", TABLE),
    # Links
    mark("raw-wiki", r"\[\[", f"links in '[[ ]]' are another system's: {LINK}"),
    mark(
        "raw-footnote",
        r"\[\^[^\]]*\]?",
        "this footnote has no words: type [^1]: and "
        "its words on a line of its own, or delete the mark",
    ),
    mark(
        "raw-reference",
        r"\]\[|\] \[[^\]\n]{0,60}\]",
        f"this link leads nowhere: {LINK}",
    ),
    mark("raw-link", r"\]\(", f"this link is not understood: {LINK}"),
    mark(
        "link-swapped",
        r"\)\[[^\]\s]*[./#][^\]\s]*\]",
        f"the brackets of this link are swapped: {LINK}",
    ),
    mark(
        "raw-page",
        r"[)}\]\"\u201d'] ?[(:][\w./-]{1,80}\.md\b",
        f"this link is not understood: {LINK}",
    ),
    mark(
        "raw-abbreviation",
        r"^\*\[[^\]]+\]:?",
        "an abbreviation is told on a line of its own: *[HSB]: its words",
    ),
    mark("raw-bbcode", r"\[/?(b|i|u|url|img|quote|list)(=[^\]]*)?\]", DELETE),
    # Emphasis
    mark("raw-bold", r"\*\*", f"bold is not closed, or has a space inside: {BOLD}"),
    mark(
        "raw-bold",
        r"(?<!\w)__(?!_)(?=\S)|(?<=[^\s_])__(?![_\w])",
        f"bold is not closed, or has a space inside: {BOLD}",
    ),
    mark(
        "raw-italic",
        r"(?<![^\s(\"'\u201c\u2018])\*(?=[^\s*])"
        r"|(?<=[a-z]) \* (?=[a-z][^*\n]{0,80} \*)",
        f"'*' is opened and not closed: {ITALIC}; {SIGN}",
    ),
    mark(
        "raw-italic",
        r"(?<![^\s(\"'\u201c\u2018])_(?=[^\W_])|(?<=[^\W_])_(?![\w])",
        f"'_' is opened or closed alone: {ITALIC}; {SIGN}",
    ),
    mark(
        "raw-mark",
        r"==(?=[^\s=])[^=]*(==)?",
        "'==' is not used: for weight, type **the words**",
    ),
    mark("raw-strike", r"~~", "'~~' is not used: delete the words that no longer hold"),
    mark(
        "raw-strike",
        r"(?<!\S)~(?=\S)[^~\n]*\S~(?!\w)",
        "'~' is not used: delete the words that no longer hold",
    ),
    mark(
        "raw-keys",
        r"\+\+(?=\w)[\w+ -]{1,40}\+\+(?!\w)",
        "no key has such a name: type ++ctrl+p++, or the names in words",
    ),
    mark("raw-inserted", r"\^\^(?=\S)", f"'^^' is not used: {DELETE}"),
    mark(
        "raw-raised",
        r"(?<=\w)([~^])\w{1,4}\1",
        "for small signs type <sub>2</sub> or <sup>2</sup>",
    ),
    # Signs
    mark(
        "raw-icon",
        r"(?<![\w:]):[a-zA-Z+-][\w+-]*[a-zA-Z0-9]:(?![\w:])",
        "icons are not used: delete it",
    ),
    mark(
        "raw-formula",
        r"\$\$|\$[a-zA-Z]{1,2}[=^_+]|(?<![\w:.\\/])\\[a-zA-Z]{2,}",
        "formulas are not set: type them in words",
    ),
    mark("raw-end", r"\S\\$", "delete '\\' at the end of the line"),
    mark(
        "raw-code",
        r"`",
        "'`' is not closed: type it before and after the code",
    ),
    mark(
        "raw-entity",
        r"&(nbsp|amp|lt|gt|quot|rsquo|lsquo|ndash|mdash|#\d+)\b",
        "this came from a web page: type the sign itself",
    ),
    mark(
        "raw-letters",
        r"â€|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]",
        "these letters were saved wrongly by another program: type them again",
    ),
    mark(
        "raw-front",
        r"^(title|description|reviewed|aliases|exit|strip):\s",
        "this line belongs between the '---' at the top of the page",
    ),
    mark("raw-signs", r"%%|\|\||\^\[", f"these signs are not understood: {DELETE}"),
    mark("raw-braces", r"[{}]", f"'{{' and '}}' are not understood here: {SIGN}"),
)
OF_LISTS = {"raw-list", "raw-bullet", "raw-number", "list-joined", "raw-definition"}
