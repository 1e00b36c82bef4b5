"""A built site made ready for a host: a module for each way of serving files.

Each gives, for a `Plan`, the files that its host reads. What they say comes from
`publish/headers.py` alone.
"""
