"""A guide to terms, and an analysis of who influences the process and whom it concerns.

Nouns: Term (its name and other forms in each language), Definition (one version of what it means, with its source),
Body (an actor of the country's process: who influences, who is influenced), Influence (of one body on another, how,
how strong, by what source). Verbs: add_term, define (a new version), release_term, retire_term, add_body, amend_body,
say_influence, withdraw_influence.
Pure rules: `underlining` (which words of a text are terms: folded, whole words, the longest first, each once),
`layout` (the picture).
"""
