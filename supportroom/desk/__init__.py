"""My desk: what waits for me, with its deadline, oldest first. Reads the queries of the floors below; writes nothing."""
