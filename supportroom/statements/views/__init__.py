"""The pages of statements and of a round's report. One file a noun."""
