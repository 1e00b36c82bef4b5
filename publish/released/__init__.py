"""What the site said when it was last put out, and how it differs from that now."""
