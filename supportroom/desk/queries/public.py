"""What the public waits for: answers to its questions."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext

from supportroom.desk.waiting import Waiting
from supportroom.kernel.multilingual import MultilingualText
from supportroom.questions.queries import waiting_questions


def questions_for_team() -> Iterator[Waiting]:
    """How many questions of the public wait for an answer, in one line."""
    count = waiting_questions()
    if count:
        words = ngettext(
            "%(count)s question of the public waits for an answer",
            "%(count)s questions of the public wait for an answer",
            count,
        )
        yield Waiting(words % {"count": count}, MultilingualText(), reverse("questions:question_list"))
