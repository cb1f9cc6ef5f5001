"""Outcomes of earlier years come in: a document is read, shown beside what was understood, corrected, and recorded.

Nouns: Intake (one document on its way in: its cleaned file, the lines of its source, how far it has come), IntakeItem
(what was understood as one recommendation: its words, its heading, its page or line). Verbs: bring_document,
correct_item, add_item, drop_item, join_items, split_item, record_intake (into the register, all or nothing),
cancel_intake. What a file is is understood in `reading`; what of it is a recommendation ("the group recommended:") in
`understanding`.
"""
