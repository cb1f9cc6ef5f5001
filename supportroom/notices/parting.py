"""What is forgotten of notices once a paper is out: they tell who had commented, and on what (S43)."""

from supportroom.journal.models import reference
from supportroom.journal.writing import erase_all
from supportroom.notices.models import Notice
from supportroom.papers.models import Paper

OF_COMMENTERS = ("comments.answer_comments", "comments.remind_window")


def forget_who_was_told(paper: Paper) -> None:
    """Erase whom answers to comments were told to, and who was reminded that they had said nothing.

    Inside the action that publishes the paper: a notice names the entry of the journal, and this the very comments.
    """
    erase_all(Notice.objects.filter(about=reference(paper), kind__in=OF_COMMENTERS))
