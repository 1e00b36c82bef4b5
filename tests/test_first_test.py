"""The first test that a new place is given."""

import ast
import subprocess
import sys

import pytest
from copying import ROOT

from publish.places.first_test import first_test

RUFF = [sys.executable, "-m", "ruff"]
CONFIG = ["--config", str(ROOT / "pyproject.toml")]
NAMES = (
    "Midshire Safeguarding Children Partnership",
    *("The Trustees' " + "M" * letters for letters in range(54, 70)),
    'The "Safer Children" Partnership of Midshire',
    "Bwrdd Diogelu Plant Ynys Môn",
    "The Multi-Agency Safeguarding Children Partnership of the County and the City of "
    "Midshire, and of the Boroughs of Nether, Middle and Over Wold",
)


@pytest.mark.parametrize("name", NAMES)
def test_it_holds_the_place_to_its_name_and_is_laid_out_as_the_suite_asks(
    tmp_path, name
):
    file = tmp_path / "test_local.py"
    file.write_text(first_test(name), encoding="utf-8")
    for words in (["format", "--check"], ["check"]):
        done = subprocess.run(
            [*RUFF, *words, *CONFIG, str(file)], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout

    [test] = ast.parse(file.read_text(encoding="utf-8")).body[1:]
    assert ast.literal_eval(test.body[0].value) == name
