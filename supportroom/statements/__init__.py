"""Statements to an addressee, and the report of a round.

Nouns: Statement (drafting, read back, adopted, delivered) with items that keep their link to the points they rest on
(ItemSource), Volunteer, Spokesperson, Reply; Report (drafting, read back, adopted, published) put together from the
record. Verbs: start_statement, volunteer, add_items, reword_item, read_back_statement, adopt_statement (after the
group's check), name_spokesperson, deliver_statement, record_reply; draft_report, add_paragraph, reword_paragraph,
read_back_report, adopt_report. Adoption is asked by a check in a session (points), like any point.
What a report takes from the record stands in `record`, what it writes by itself in `sentences`; `composing` makes it
one document. No wording keeps who wrote it.
"""
