"""What all members say to a draft in its comment window, and what the group answers to each.

Nouns: CommentWindow (7 to 10 days over one version of a paper, by stored instants), Comment (on a paragraph or the
whole, with a proposed wording if one wishes, by name or hidden from members; late ones are kept apart), CommentSupport,
CommentAnswer (accepted, partly, not accepted, out of scope, with a reason and the change; one for several alike),
MailedComment (came by mail, waits for its writer's word), AgendaItem (a comment on a meeting's agenda). Verbs:
open_window, comment, amend_comment, withdraw_comment, support_comment, read_in_comments (DOCX: preview first),
close_window, answer_comments, say_satisfied, insist, put_on_meeting. What the clock does stands in `closing`, by which
name a comment goes in `authors`, what a mail becomes in `mail_arriving`, which paragraph of a file is which in
`matching`, the table for files and publication in `table`.
"""
