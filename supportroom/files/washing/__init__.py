"""What the child process does to a file: understood by a parser, written anew without what should not leave with it.

In: the bytes of a file whose first bytes fit its kind. Out: the bytes of a new file and codes of what was left out
(`vocabulary.REMOVED`). Raises DomainError `files.*` and `reading.*`; what else a parser raises is `reading.broken`.
Nothing of Django's database, settings or pages is loaded here: this runs in a process with little memory.
"""
