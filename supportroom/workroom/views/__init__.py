"""What is shown and asked in a group's workroom."""
