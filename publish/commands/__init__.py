"""What can be typed after `python -m publish`: a module for each command.

Each has `add_options`, which adds what it takes to a parser, and `run`, which takes the
project's folder and what was typed, and gives the exit code.
"""
