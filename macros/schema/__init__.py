"""The shape of each kind of record. No files, no HTML, no clock."""
