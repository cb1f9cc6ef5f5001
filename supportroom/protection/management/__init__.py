"""Commands of protection."""
