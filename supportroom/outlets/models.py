"""It has no tables of its own."""
