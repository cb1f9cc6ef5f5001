"""Copies of the whole room that survive the machine, and the way back from them.

Nouns: archive (one file: a tar stream encrypted to recipients whose private keys are not on the server, in the age
format), head (its first part: version, kind of database, migrations), manifest (its last: every part with its digest,
every table with its count), target (the folder that archives are kept in), old room (what a restore sets aside).
Verbs: back_up, verify, delete_old, restore, settle_restored. Left out on purpose: keys of sessions, who is signed in,
receipts of forms, the search index (`parts`). The promises are S45 and R05; why it is so: docs/decisions/0027.
"""
