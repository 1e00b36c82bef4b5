"""Pictures at the desk: scaled, stripped of what they tell, and never without words."""

import io

import pytest
from desks import desk_of
from PIL import Image, ImageDraw
from small import make_small

from desk.pictures import WIDEST, fit, wrong_with_words
from macros.checks.media import PICTURE, wrong_with

HERE = "/pages/prepare.md/picture/"
TYPED = {
    "alt": "The team room with its round table",
    "name": "team-room",
    "below": "## What to have ready",
}


def photo(size=(2400, 1800), kind="JPEG", exif=None, mode="RGB", noisy=True):
    """A photo as a camera saves it, with what it notes."""
    found = Image.effect_noise(size, 90) if noisy else Image.new("L", size, 200)
    found = found.convert(mode)
    held = io.BytesIO()
    more = {"exif": exif} if exif else {}
    found.save(held, kind, **more)
    return held.getvalue()


def noted(orientation=1):
    """What a camera notes: who, when, and where."""
    exif = Image.Exif()
    exif[0x0110] = "A Camera 9"
    exif[0x013B] = "Jane Photographer"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (53.0, 40.0, 59.0)
    return exif


@pytest.fixture
def project(tmp_path):
    return make_small(tmp_path)


@pytest.fixture
def opened(project):
    with desk_of(project) as browser:
        yield browser


def send(opened, content, **typed):
    files = {"picture": ("C:\\..\\..\\IMG 1.jpg", content)} if content else {}
    return opened.press(HERE, {**TYPED, **typed}, files=files)


def test_a_photo_is_scaled_and_says_nothing_of_its_camera(tmp_path):
    made = fit(photo(exif=noted()))

    file = tmp_path / f"x{made.ending}"
    file.write_bytes(made.content)
    again = Image.open(file)
    assert max(again.size) <= WIDEST
    assert len(made.content) <= PICTURE
    assert not again.getexif()
    assert not {"exif", "icc_profile", "comment", "xmp"} & again.info.keys()
    assert b"Jane" not in made.content
    assert b"Camera" not in made.content
    assert wrong_with(file) == ""


def test_a_photo_taken_on_its_side_stands_upright():
    made = fit(photo((900, 600), exif=noted(orientation=6), noisy=False))

    assert (made.wide, made.high) == (600, 900)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_what_other_programs_save_becomes_a_picture_for_the_web(kind):
    made = fit(photo((800, 500), kind, noisy=False))

    assert made.ending in (".jpg", ".png")
    assert Image.open(io.BytesIO(made.content)).size == (800, 500)


def test_a_drawing_with_a_clear_ground_keeps_it():
    drawn = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    ImageDraw.Draw(drawn).rectangle((50, 50, 100, 100), fill=(10, 80, 120, 255))
    held = io.BytesIO()
    drawn.save(held, "PNG", pnginfo=None)

    made = fit(held.getvalue())

    assert made.ending == ".png"
    assert Image.open(io.BytesIO(made.content)).getpixel((0, 0))[3] == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"\xff\xd8\xff" + b"x" * 500,
        b"%PDF-1.7 x",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        photo((300, 300))[:2000],
    ],
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(ValueError, match="no picture"):
        fit(content)


def test_a_trap_for_memory_is_refused():
    head = photo((10, 10), "PNG", noisy=False)
    huge = head[:16] + (60_000).to_bytes(4, "big") * 2 + head[24:]

    with pytest.raises(ValueError, match=r"more points|no picture"):
        fit(huge)


def test_a_picture_stands_below_its_heading_with_its_words(opened, project):
    before = (project / "docs/prepare.md").read_text(encoding="utf-8")

    answer = send(opened, photo(exif=noted()))

    assert answer.status_code == 200, answer.text
    assert "What went and what came" in answer.text
    page = (project / "docs/prepare.md").read_text(encoding="utf-8")
    line = "![The team room with its round table](pictures/team-room.jpg)"
    heading = "## What to have ready\n"
    assert page == before.replace(heading, f"{heading}\n{line}\n")
    held = (project / "docs/pictures/team-room.jpg").read_bytes()
    assert held.startswith(b"\xff\xd8\xff")
    opened.press("/changes/1/undo/")
    assert (project / "docs/prepare.md").read_text(encoding="utf-8") == before
    assert not (project / "docs/pictures/team-room.jpg").exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"alt": ""}, "say in a sentence"),
        ({"alt": "IMG_0001.jpg of ours"}, "name of a file"),
        ({"alt": "Photo of the team room"}, "leave out"),
        ({"alt": "A](x) of <b>"}, "plain words"),
        ({"alt": "word " * 60}, "are the most"),
        ({"alt": "Ring 01632 960 123 for the team"}, "contacts.yml"),
        ({"name": "../../mkdocs"}, "short name"),
        ({"name": "Team Room"}, "short name"),
        ({"name": ""}, "short name"),
        ({"below": "## Nothing like it"}, "which heading"),
    ],
)
def test_without_what_it_needs_no_picture_is_put_anywhere(opened, project, typed, said):
    before = (project / "docs/prepare.md").read_bytes()

    answer = send(opened, photo((400, 300), noisy=False), **typed)

    assert answer.status_code == 422
    assert said in answer.text
    assert (project / "docs/prepare.md").read_bytes() == before
    assert not (project / "docs/pictures").exists()


def test_no_picture_stands_in_for_another(opened, project):
    first = photo((400, 300), noisy=False)
    assert send(opened, first).status_code == 200

    answer = send(opened, photo((500, 300)))

    assert answer.status_code == 422
    assert "choose another name" in answer.text
    assert send(opened, None).status_code == 422


@pytest.mark.parametrize("words", ["The team room", "Two hands, one pen"])
def test_plain_words_will_do(words):
    assert wrong_with_words(words) == ""
