"""How a person may be named to an audience, and what makes it impossible to tell who said what.

Nouns: Audience (who reads), Consent (a person's own, for one text, withdrawable until release), session key (32 random
bytes in a file outside the database and its backups), handle (what stands for a person in one session, derived with its
key), protected figure (a count that gives nobody away). Verbs: name_for, give_consent, withdraw_consent; open_key,
handle_for, destroy_key; protect_counts. The promises are S14-S19 of the protection plan.
"""
