"""The charter of the one room that this deployment serves: what everything above is anchored to.

Nouns: Room (name, principles, languages, hubs, consensus rule, minimum notice, comment window), Pillar (a heading under
which points stand: adopted by the charter, or proposed on the spot). Verbs: found_room, amend_charter, add_pillar,
adopt_pillar. There is one Room row; `queries.charter()` reads it.
"""
