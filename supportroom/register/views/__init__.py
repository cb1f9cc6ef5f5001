"""The pages on which the team keeps the register. One file a noun."""
