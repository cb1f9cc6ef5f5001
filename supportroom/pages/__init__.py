"""Pages and news of the public face, in the room's languages.

Nouns: Page (about, principles, questions and answers, privacy, contact, press, further ones, and news of the room or
of the office; its words are a text of numbered paragraphs), Image (re-encoded, with words instead of it), PageEdition
(what was published, frozen; a change is a new edition with a correction notice). Verbs: write_page, amend,
place_image, schedule, publish, correct, take_down, put_in_trash, restore. What is scheduled is published by the clock
(`putting_out`).
"""
