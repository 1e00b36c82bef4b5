"""A module for each kind of record: what `schema/kind.py` makes of it is said here."""
