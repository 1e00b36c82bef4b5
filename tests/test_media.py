"""Pictures and documents that pages use: what each kind holds, and what it may not."""

import pytest

from macros.checks.media import DOCUMENT, PICTURE, wrong_with

PNG = b"\x89PNG\r\n\x1a\n"
JPG = b"\xff\xd8\xff"
WEBP = b"RIFF....WEBPVP8 "
PDF = b"%PDF-1.7\n"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'>%s</svg>"
CAMERA = "holds what a camera noted, such as the place: save it without (Exif)"
UNREAD = "cannot be read as a drawing: save it again as a plain SVG"
MORE = "holds more than a drawing ('<!' or '<?'): save it as a plain SVG"


def said_of(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    return wrong_with(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", PNG),
        ("a.png", PNG.ljust(PICTURE)),
        *(("a.jpg", JPG), ("a.jpeg", JPG), ("a.gif", b"GIF87a"), ("a.gif", b"GIF89a")),
        *(("a.webp", WEBP), ("a.pdf", b"%PDF-2.0"), ("a.pdf", PDF.ljust(DOCUMENT))),
        ("a.pdf", PDF + b"/JSON /AAA /Javascript /Openaction"),
        ("a.jpg", JPG.ljust(200_000) + b"Exif\0\0"),  # words, and not of a camera
        ("a.jpg", JPG + b"Exif of a picture"),
        ("a.webp", WEBP.ljust(64) + b"EXIF"),
        ("a.svg", SVG % b""),
        ("a.svg", b"<?xml version='1.0'?><!-- a -->" + SVG % b"<!-- b -->"),
        ("a.svg", SVG % b"<g fill='url(#a)'><path d='M0'/><use href='#a'/></g>"),
        ("a.svg", SVG % b"<path fill=\"url( '#a' )\" class='once'/>"),
        ("a.svg", b"<svg><linearGradient id='a'><stop/></linearGradient></svg>"),
    ],
)
def test_what_only_shows_is_taken(tmp_path, name, content):
    assert said_of(tmp_path, name, content) == ""


@pytest.mark.parametrize(
    "tag",
    [
        *("g", "defs", "title", "desc", "metadata", "symbol", "use", "path", "circle"),
        *("ellipse", "rect", "line", "polyline", "polygon", "text", "tspan", "stop"),
        *("linearGradient", "radialGradient", "clipPath", "mask", "pattern"),
    ],
)
def test_a_drawing_may_hold_what_drawings_are_made_of(tmp_path, tag):
    assert said_of(tmp_path, "a.svg", SVG % f"<{tag}/>".encode()) == ""


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (
            "a.png",
            PNG.ljust(PICTURE + 1),
            "has 500,001 bytes, and 500,000 are the most: save it smaller",
        ),
        (
            "a.pdf",
            PDF.ljust(DOCUMENT + 1),
            "has 5,000,001 bytes, and 5,000,000 are the most: save it smaller",
        ),
        ("a.png", b"", "is not what its name says, a png: save it again as one"),
        ("a.png", JPG, "is not what its name says, a png: save it again as one"),
        ("a.jpeg", PNG, "is not what its name says, a jpeg: save it again as one"),
        (
            "a.pdf",
            b" %PDF-1.7",
            "is not what its name says, a pdf: save it again as one",
        ),
        ("a.svg", b"<html>", "is not what its name says, a svg: save it again as one"),
        (
            "a.webp",
            b"RIFF....WAVEfmt ",
            "is not what its name says, a webp: save it again as one",
        ),
        (
            "a.webp",
            b"RIFF...WEBPVP8 ",
            "is not what its name says, a webp: save it again as one",
        ),
        *((name, PNG + b"Exif\0\0", CAMERA) for name in ("a.png",)),
        ("a.jpg", JPG.ljust(199_994) + b"Exif\0\0", CAMERA),
        ("a.jpeg", JPG + b"Exif\0\0", CAMERA),
        ("a.webp", WEBP.ljust(60) + b"EXIF", CAMERA),
        ("a.webp", WEBP + b"Exif\0\0", CAMERA),
        *(
            (
                "a.pdf",
                PDF + b"<< /" + name.encode() + b" (a) >>",
                f"does more than show pages (/{name}): print it to a PDF anew",
            )
            for name in (
                *("JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles"),
                *("OpenAction", "AA", "RichMedia", "XFA"),
            )
        ),
        ("a.svg", b"<svg><!DOCTYPE a></svg>", MORE),
        ("a.svg", b"<svg><![CDATA[a]]></svg>", MORE),
        ("a.svg", b"<svg><?a b?></svg>", MORE),
        ("a.svg", b"<?xml-stylesheet href='a'?><svg/>", MORE),
        ("a.svg", b"<svg>", UNREAD),
        ("a.svg", b"<svg>\xff</svg>", UNREAD),
        ("a.svg", b"<svg a='b' a='c'/>", UNREAD),
        *(
            (
                "a.svg",
                SVG % f"<g><{tag}/></g>".encode(),
                f"holds <{tag}>, which no drawing needs: save it as a plain SVG",
            )
            for tag in (
                "script",
                "style",
                "a",
                "image",
                "foreignObject",
                "set",
                "animate",
            )
        ),
        *(
            (
                "a.svg",
                SVG % typed,
                f"holds '{name}', which does more than draw: delete it",
            )
            for typed, name in (
                (b"<g onclick='a'/>", "onclick"),
                (b"<g ONLOAD='a'/>", "onload"),
                (b"<g fill='url(a.svg#b)'/>", "fill"),
                (b"<g fill='URL( &quot;a&quot; )'/>", "fill"),
                (b"<g style='@import a'/>", "style"),
                (b"<g style='a:Expression(b)'/>", "style"),
                (b"<use href='JAVASCRIPT:a'/>", "href"),
                (b"<g style='a\\62 c'/>", "style"),
            )
        ),
        *(
            (
                "a.svg",
                SVG % typed,
                f"names another file in '{name}': draw it here, or delete it",
            )
            for typed, name in (
                (b"<use href='a.svg#b'/>", "href"),
                (b"<use HREF='a'/>", "href"),
                (b"<use src='a'/>", "src"),
                (b"<use xmlns:x='http://www.w3.org/1999/xlink' x:href='a'/>", "href"),
                (b"<use href=''/>", "href"),
            )
        ),
    ],
)
def test_what_does_more_than_show_is_refused(tmp_path, name, content, says):
    assert said_of(tmp_path, name, content) == says
