"""Pages, by noun."""
