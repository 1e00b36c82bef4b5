"""A file read as text, each slip in it said, its values with their lines."""
