"""A newsletter by mail for whoever asks for it: confirmed twice, left by one click, without anything that tracks.

Nouns: Subscriber (an address and a language, confirmed by its owner), NewsletterIssue (what is new since the last,
with an introduction). Verbs: subscribe, confirm, leave, write_issue, amend_issue, send_issue. Mails leave by
`mailing`; addresses that were not confirmed are forgotten after three days, those that left at once.
"""
