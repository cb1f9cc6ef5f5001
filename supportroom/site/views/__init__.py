"""Pages of the public face, and pages on which the team publishes."""
