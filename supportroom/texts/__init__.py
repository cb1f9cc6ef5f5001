"""A multilingual text of numbered paragraphs, with versions: no opinion on what it is used for.

Nouns: Text (an ordered row of paragraphs), Paragraph (heading, item or paragraph, in any number of languages),
ParagraphVersion (every wording it ever had). Verbs, inside the actions of the app that owns the text: new_text,
write_paragraph, reword_paragraph (with the version seen: Stale shows both), move_paragraph, remove_paragraph; in
`arranging` write_after, place_after, split_paragraph, shape_paragraph, bring_back.
Differences between versions are computed word by word in `differences`.
"""
