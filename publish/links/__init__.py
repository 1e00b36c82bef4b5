"""What others can take from the site: short addresses, codes, embeds and facts."""
