"""The pages that the public reads, and those on which they are written."""
