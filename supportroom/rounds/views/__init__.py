"""Pages of rounds: one file a noun."""
