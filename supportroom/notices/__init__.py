"""Who is told what, in the app and by mail.

Nouns: Notice (that something moved that concerns a person; one for each person and journal entry), Mail (an outbox
row, written in the same transaction as the notices it speaks of), Choice (a person's pace for a category and channel:
none, at once, daily, weekly), Following (of a round, topic, working group or recommendation), Address trouble (mail
does not reach somebody). Verbs: tell (reads the journal's untold entries), queue_digests, send_mail, try_again,
forget_old; read_notices, choose_pace, follow, unfollow, trust_address. Mails carry no name, title or excerpt: what kind
of thing waits, and a link to the front page (S40). A mail leaves at least once and shows at most once: it keeps one
Message-ID.
"""
