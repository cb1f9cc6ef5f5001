"""What people bring in a file, understood: a name and bytes go in, an outline or a table comes out.

The inverse of `rendering`. No domain lives here: headings, items, rows and cells; that a heading becomes a
pillar and an item a point is the business of the floor that asks.

Nouns: Outline, Section, Item, Passage (prose that was passed over), Note (what a person should know about the
reading), Grid, Row, Prose. Verbs: `reader.read_outline(name, content)`, `reader.read_table(name, content)`,
`prose.read_prose(name, content)`.
Kinds: plain text, Markdown, DOCX, CSV, XLSX. Whatever is wrong with a file is a DomainError `reading.*`;
nothing else comes out of here, whatever the bytes are. Nothing is written, fetched, run or calculated.

The way of a file: `sniff` (kind) -> `archive` or `encoding` (safe text) -> `lines`, `document` or a table
-> `blocks` -> `headings` and `series` (what belongs together) -> `Outline`.
"""
