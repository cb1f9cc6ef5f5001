"""Pages of a round's list, its quotas, and its registration."""
