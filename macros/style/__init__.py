"""Advice on words: sentences, spelling, words to avoid, what grows old."""
