"""Pages of papers while they are written."""
