"""The small faults themselves: each kind is made, also below a decorator."""

import pytest
from undecorated import undecorated

FAULTS = [
    ("if (a < b) c();", ["if (a < b) ;", "if (a <= b) c();", "if (a >= b) c();"]),
    ("x = a && !b;", ["x = a || !b;", "x = a && b;"]),
    ("x = a ? 1 : 0.5;", ["x = (true) ? 1 : 0.5;", "x = a ? 2 : 0.5;"]),
    ("x = 0.5;", ["x = 0;", "x = 1.5;"]),
    ("x = /^a$/g;", ["x = /a$/g;", "x = /^a/g;", "x = /^a$/;", "x = /(?!)/;"]),
    ('x = "a" + "";', ['x = "" + "";', 'x = "a" - "";', 'x = "a" + "other";']),
    ("x = a.some(b);", ["x = a.every(b);"]),
    ("x = a.sort(b).c;", ["x = a.c;"]),
]


@pytest.mark.parametrize(("script", "faulty"), FAULTS)
def test_each_kind_of_fault_is_put_into_a_script(script, faulty):
    faults = pytest.importorskip("script_faults", reason="only `make mutants` has it")
    content = script.encode()

    made = {fault.put_into(content) for fault in faults.faults_of(content)}

    assert set(faulty) <= made
    assert script not in made


def test_what_has_a_decorator_becomes_it_in_a_line_of_its_own():
    text = "class A:\n    @property\n    def b(self):\n        return 1\n\n    c = 2\n"

    written = undecorated(text)
    made = {}
    exec(written, made)

    assert "@" not in written
    assert "    b = property(b)\n" in written
    assert (made["A"]().b, made["A"].c) == (1, 2)


def test_other_decorators_stay():
    text = "@keep\ndef a():\n    return 1\n"

    assert undecorated(text) == text
