"""All that is done here: one file a noun."""
