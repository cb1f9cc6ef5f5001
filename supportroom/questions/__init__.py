"""The public asks about what is published; the room answers, in public or not at all.

Nouns: PublicQuestion (about one published text, piece of news or recommendation; without whose it is: no name, no
address is asked for or kept). Verbs: ask (anybody), answer_question, amend_answer, set_aside (with a reason for the
team alone), take_down. Nothing is shown before the team has answered it.
"""
