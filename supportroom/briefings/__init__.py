"""Each briefing of the Envoy is checked against the register: what of it was reflected, partly, or absent.

Nouns: Briefing (day, meeting symbol, language, text cut into Passages), Offer (a passage that may concern a
recommendation, with why), Reflection (recommendation x briefing: reflected, partly, absent, with the quotation; read
by one person and again by another; where they differ, both stand), AbsentList (what was absent, as it was sent to the
office). Verbs: log_briefing, amend_briefing, trash_briefing, restore_briefing, read (first reader), read_again
(second reader), withdraw_reading, send_absent. Pure rules: `offering` (folded, stemmed, across languages; with the
optional sentence encoder), `coverage`.
"""
