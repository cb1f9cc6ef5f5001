"""What people hand in as a file, made harmless before it is kept: no macros, no metadata, no name of who wrote it.

Nouns: StoredFile (the cleaned copy under a random name outside any address), Cleaned (what came out of cleaning, with
what was removed), quarantine (kept but handed to nobody: the scanner could not be asked). Verbs: clean (size, ending,
first bytes, limits, in a child process without network and with little memory: S30, S31), scan (S32), keep (file
synced, then the row: R03), hand_out (as an attachment, to whom the app above allows it: S33), sweep. It has no address
of its own: the app that owns a file asks whether somebody may have it and calls `hand_out`.
"""
