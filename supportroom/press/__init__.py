"""What leaves the room of a paper: the document with its dissent, its history, and what the press is handed.

Nouns: history (how a paper came about, in one view: called, appointed, sources, comments, adopted, opposed, reviewed),
document (the paper with table of contents, footnotes, numbers for and against, opposing opinions), Summary (in each
language, approved by the group), PressPack (embargo, cleared quotations, letter), Quotation (somebody's words, named
only with their own consent), PressContact, social cards (picture and text, to post by hand). Verbs: write_summary,
approve_summary, prepare_pack, offer_quotation, clear_quotation, add_contact, remove_contact, export_pack. The public
pages themselves are frozen by `site`.
"""
