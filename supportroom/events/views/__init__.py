"""The calendar that the public reads, and the pages on which the team plans it."""
