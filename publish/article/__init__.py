"""What the engine made of a page's words, held against what the editor typed.

A mark that nobody understood stands in a page as raw signs, or swallows its words, and
no engine says so. Here the HTML that came out decides; the Markdown it came from is
only asked for the line. What macros gave is not looked at: a sign stands for it.
"""
