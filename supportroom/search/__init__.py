"""Finding what is published, in both languages, however a word is typed.

Noun: Finding (one published text in one language: where it stands, its words folded and stemmed). The index is filled
from what the public may read (`filling`), looked up by SQLite's FTS5 or PostgreSQL's text search (`lookup`), and
drawn with the place in which the words were found. Nothing that is not public ever stands in it.
"""
