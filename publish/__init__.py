"""What turns pages into a site that can be put on a server."""
