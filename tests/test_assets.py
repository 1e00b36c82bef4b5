"""Styles and scripts: small, named by content, and asked for by that name."""

from publish.assets import leave_out, name_by_content

PAGE = '<link href="../assets/a.css"><script src="../assets/a.js"></script> assets/a.js'


def made(folder, css="b { color: red; } /* why */"):
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / "a.css").write_text(css)
    (folder / "assets" / "a.js").write_text("/* why */ let a = 1;")
    (folder / "page").mkdir()
    (folder / "page" / "index.html").write_text(PAGE)
    return name_by_content(folder)


def test_pages_ask_for_the_new_names(tmp_path):
    names = made(tmp_path)

    html = (tmp_path / "page" / "index.html").read_text()
    assert f'"../assets/{names["a.css"]}"' in html
    assert f'"../assets/{names["a.js"]}"' in html
    assert html.endswith(" assets/a.js")  # words of a page stay as they are
    assert {f.name for f in (tmp_path / "assets").iterdir()} == set(names.values())


def test_a_name_changes_with_what_the_file_holds(tmp_path):
    one = made(tmp_path / "one")
    two = made(tmp_path / "two", css="b { color: blue; }")

    assert one["a.js"] == two["a.js"]
    assert one["a.css"] != two["a.css"]


def test_remarks_are_left_out(tmp_path):
    made(tmp_path)

    for file in (tmp_path / "assets").iterdir():
        assert "why" not in file.read_text()


def test_what_the_theme_ships_unasked_is_dropped(tmp_path):
    for name in ("assets/javascripts/lunr/a.js", "assets/stylesheets/b.css"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    (tmp_path / "assets" / "site.css").touch()

    leave_out(tmp_path)

    left = [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")]
    assert sorted(left) == ["assets", "assets/site.css"]
