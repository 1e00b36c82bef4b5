"""Other partnerships: a project begun for one, and brought up to date later."""
