"""All files of data/ and docs/ as one frozen object, checked against itself."""
