"""My desk: what waits for me, with its deadline, oldest first. Reads the floors below; writes nothing."""
