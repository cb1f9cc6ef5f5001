"""What is public, out of the room: feeds, a read interface for machines, a sitemap, the whole public site as a folder.

No nouns of its own: it reads what the public may read. `feeds` (Atom, by language and kind), `interface` (JSON,
versioned, described by OpenAPI), `sitemap`, `exporting` (every public page as files that link to one another, with a
search that works offline).
"""
