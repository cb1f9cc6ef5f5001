"""Pages of the way in: bring a document, look it through beside its source, record it."""
