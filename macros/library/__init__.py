"""Templates filled, the macros, and what a page may call."""
