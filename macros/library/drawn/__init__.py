"""What each picture is drawn from: a module for each that has to work something out.

A picture says what the facts say, and no more. Where a place has not published what a
picture would show, there is none, and a page reads as well without it.
"""
