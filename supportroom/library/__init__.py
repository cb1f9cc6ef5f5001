"""A working group's library: what it collects before it writes.

Nouns: Source (an article, law, report, book, page or file, with its bibliographic data and a key by which a draft cites
it, `[@key]`), SourceNote (what a seat notes about it). Verbs: add_source, amend_source, remove_source, attach_file,
add_note, import_sources (RIS, BibTeX: preview first). `citing` writes a reference or a bibliography in a citation style
(CSL) and language; the papers above ask it. Seen by the group, the team and interpreters; of a published paper, what it
cites is public.
"""
