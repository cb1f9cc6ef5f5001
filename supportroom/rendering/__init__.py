"""Turns one document tree into a web page, a PDF and a Word file that say the same thing.

Nouns: a *document* (`tree.Document`) is made of *blocks* (headings, numbered paragraphs, items, tables, facts, quotes,
replies, notes, annexes); *labels* are the few words that a renderer adds itself, in the document's language.
Verbs: `html.to_html`, `pdf.to_pdf`, `docx.to_docx`; the same tree always gives the same bytes.
Whoever publishes a text builds the tree; nothing here knows rounds, points or people, and nothing here asks a database.
Texts are plain strings. Words of the other direction inside them are isolated by `bidi`, and what no file may hold
(control characters, stray direction marks) is taken out by `clean`: callers pass on what was typed.
Fonts and their licence lie in `fonts/`, the page's design for print in `print.typ`.
Look first at `tree.py`, then at `html.py`, the smallest of the three renderers.
"""
