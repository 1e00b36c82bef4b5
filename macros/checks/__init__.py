"""What stops the build: pages, links, addresses, records against each other."""
