"""Who looks again at what, by which day, and what came of it."""
