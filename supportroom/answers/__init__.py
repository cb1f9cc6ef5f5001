"""Recommendations are sent, acknowledged, answered, and followed until they are done.

Nouns: Letter (to one addressee, with the recommendations that are put to it and a secure link; no account is needed to
acknowledge it), Answer (accepted, partly, noted, rejected, with text and evidence; its earlier wordings are kept),
Assessment (a members' check whether an answer answered the question), Delivery (who carried what to which meeting, with
the speech), Step (under way, done, lapsed, reopened, each with day and source). Verbs: write_letter, send_letter,
acknowledge, answer (the addressee itself, or the team with its source), amend_answer, ask_assessment, deliver,
say_under_way, say_done, say_lapsed, reopen. Reminders and what is overdue stand in `due`.
"""
