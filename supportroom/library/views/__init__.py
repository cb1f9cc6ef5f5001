"""Pages of the library: sources, their files and notes, references brought in and taken along."""
