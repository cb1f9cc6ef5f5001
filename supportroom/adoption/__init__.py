"""How a joint paper is adopted with its dissent, reviewed by the office, and released by the members.

Nouns: Adoption (one version put before the members by a members' check), OpposingOpinion (with reasons, filed by who is
opposed, joined by others, each named or counted as they choose; nobody else changes it; until a set instant), Joiner,
Review (the office's, with a date: notes, no reservations, or the date passed), OfficeNote (answered like a comment),
ReleasedWords (what of the review becomes public, in words that both sides agreed to), Release (the members' decision on
publication). Verbs: make_joint, file_opinion, amend_opinion, withdraw_opinion, join_opinion, leave_opinion, be_named,
settle_adoption, send_to_office, give_note, say_no_reservations, answer_note, propose_words, agree_words, ask_release,
settle_release. There is no silent veto: a date that passes is an outcome like the others.
"""
