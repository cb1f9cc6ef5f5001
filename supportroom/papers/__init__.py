"""A working group's paper while it is written: numbered paragraphs under headings, in its languages side by side.

Nouns: Paper (drafting, in comment, answering, joint, adopted, with the office, deciding, held back, released,
published), PaperVersion (a named state of the whole text, frozen; members read those that are for them), Editing (who
works on which paragraph now), footnote (`[@key]` cites a source of the group's library, `^[words]` holds the group's
own). Verbs: begin_paper, name_paper, write_paragraph, reword_paragraph (with the version seen: a conflict shows both),
split_paragraph, shape_paragraph, move_paragraph, remove_paragraph, restore_paragraph, take_up_paragraph, keep_version,
import_text (Markdown, DOCX: preview first). Floors above ask `versions` (keep, read), `comparing` (what changed),
`whereabouts` (what became of a paragraph) and `composing` (the paper as blocks). What happens after drafting stands on
those floors: comments, adoption, press, site; its whole life is one table here (`lifecycle`).
"""
