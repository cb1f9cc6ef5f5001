"""Topics: what members want a round to speak about, why each is on the agenda, and what became of every proposal.

Nouns: Call (a round's window for proposals, with its marks per member), Topic (with its framework: why, guiding
questions, discussion points, reading, contact person), Mark (one member's support), Remark (the discussion), Discussion
point (contributed by members; taken up, merged or left out, with the reason), Topic link (to an earlier round's outcome
that is still open).
Verbs: open_call, amend_call, close_call, count_marks; propose_topic, reword_topic, translate_topic,
withdraw_topic, support_topic, take_mark_back, remark, remove_remark, link_topic, unlink_topic; put_on_agenda,
move_on_agenda, defer_topic, merge_topic, name_contact; contribute_point, reword_point, remove_point, settle_point;
add_reading, remove_reading. Floors above offer what stayed open (`sources.offer`).
Who proposed, supported or remarked is shown to nobody. Totals are shown while the call runs; which topics a gender or a
region puts first is counted once, when it is over (`ranking`), and then stands still.
"""
