"""Pages that everybody reads: what each shows is what the reader may see."""
