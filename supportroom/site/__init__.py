"""The public face: what is published, kept as ready bytes that never change.

Nouns: Publication (a stable address for one report), Edition (what was published, by number: one page per language, PDF
and DOCX, with their digests; a correction is a new edition with a note). Verbs: publish_report, correct_report. Views:
home (the published reports), the edition's pages and files, served as compressed bytes from a folder by `frozen`.
"""
