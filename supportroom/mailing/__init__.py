"""Mail to addresses that belong to no account: letters to addressees, the newsletter. And the way to the mail server.

Noun: Envelope (one mail to one address: what it carries is an opaque reference, its words are made when it leaves by
who owns the thing; the address is forgotten when it has left). Verbs: put_in (a plain function for use inside another
app's action), send_envelopes (the clock's). `post` speaks to the mail server, for these envelopes and for the
notices' outbox alike.
"""
