"""All macros in one place: importing this fills the list."""

from . import furniture, knowledge, people
from .macro import MACROS

__all__ = ["MACROS", "furniture", "knowledge", "people"]
