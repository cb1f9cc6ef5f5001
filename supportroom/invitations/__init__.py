"""Invitations to a round: what must stand before they go out, how they are answered, and what those invited ask.

Nouns: Letter (one a round: its words, its term, the reason for a short notice), Invitation (of one person), Response
(each answer ever given: nothing is deleted by answering), Support request, Question (answered to all invited, without
names), Joint decline (several organisations decline by one statement), Signature of it. Verbs: write_letter,
send_invitations, extend_term, withdraw_invitation; accept, decline, propose_substitute, confirm_substitute,
refuse_substitute, settle_request; ask_question, answer_question; begin_joint_decline, join_decline, publish_wish;
remind, lapse. Pure rules: `readiness` (what must stand before invitations go out, after what nine organisations missed
in November 2017) and `term` (notice in days, reminders). `reminding` is what runs by the clock.
Accepting makes somebody a participant of the round.
"""
