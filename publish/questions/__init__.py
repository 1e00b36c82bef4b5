"""What only the partnership can say: asked in a sheet, and read back from it."""
