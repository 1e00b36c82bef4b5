"""Records written as a person writes a data file."""

import re
from typing import Any

import yaml

LONG = 80  # signs of a text that does not fit on the line of its field


class Hand(yaml.SafeDumper):
    """Writes YAML as people do: short lists on a line, long texts folded."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        """Set the lists of a record further in than its fields."""
        return super().increase_indent(flow, False)

    def listed(self, items: list[Any]) -> yaml.Node:
        """A list, on its line if it holds nothing but words."""
        flow = all(isinstance(item, str) for item in items)
        return self.represent_sequence("tag:yaml.org,2002:seq", items, flow)

    def folded(self, words: str) -> yaml.Node:
        """A text, folded with >- where one line would be long, or be several."""
        style = ">" if len(words) > LONG or "\n" in words else None
        return self.represent_scalar("tag:yaml.org,2002:str", words, style)


Hand.add_representer(list, Hand.listed)
Hand.add_representer(str, Hand.folded)


def yaml_of(records: object) -> str:
    """Records as the text of a data file, an empty line between them."""
    text = yaml.dump(
        records, None, Hand, sort_keys=False, allow_unicode=True, width=108
    )
    return "\n" + re.sub(r"\n- id:", "\n\n- id:", text)
