"""The editor's desk: facts and pages as forms, in a browser of this machine alone.

It is an edge: it uses all that is below it, and nothing imports it. `targets` say what
can be edited and hand files on to the splicers that change no other line, `shadow`
tries a draft on a copy, `drafts` and `journal` lose nothing, `door` keeps all others
out, and `views` are the pages of it.
"""
