"""What people come for, walked from the start page of every place: see tasks.yml."""

from pathlib import Path

import pytest
import yaml
from walking import fits, walked

pytestmark = [pytest.mark.browser, pytest.mark.everywhere]
TASKS = yaml.safe_load((Path(__file__).parent / "tasks.yml").read_text("utf-8"))


@pytest.mark.parametrize("name", TASKS)
def test_the_answer_is_two_taps_one_screen_and_few_words_away(
    browser, address, root, name
):
    fits(TASKS[name], walked(browser, address, TASKS[name]))
