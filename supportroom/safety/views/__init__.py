"""Pages: what waits for a second person, one's own safety, reports, what is promised."""
