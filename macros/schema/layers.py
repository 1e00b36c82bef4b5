"""The two layers of facts: what is true everywhere, and what is true in one place."""

NATIONAL, LOCAL = "data/national", "data/local"
LAYERS = (NATIONAL, LOCAL)
SITE_FILE = f"{LOCAL}/site.yml"
