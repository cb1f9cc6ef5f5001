"""What the register asks of the team: to show, to send, to look through."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from supportroom.answers.due import SETTLED
from supportroom.answers.models import Letter
from supportroom.answers.vocabulary import DRAFTED
from supportroom.desk.queries.answers import by_addressee
from supportroom.desk.waiting import Waiting
from supportroom.intake.queries import waiting_intakes
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import multilingual
from supportroom.papers.vocabulary import PUBLISHED as PAPER_PUBLISHED
from supportroom.register.models import Recommendation, Submission
from supportroom.register.vocabulary import RECORDED
from supportroom.statements.vocabulary import DELIVERED, PUBLISHED

TITLES = ("statement__title", "report__round__title", "paper__title", "document__title")
MOST = 10


def register_for_team(actor: Actor) -> Iterator[Waiting]:
    """What waits to be shown to the public or sent to who is asked, and documents that wait to be looked through."""
    yield from _to_release()
    yield from _to_write()
    yield from _to_send()
    for intake in waiting_intakes(actor)[:MOST]:
        name = multilingual(intake.language, **{intake.language: intake.name})
        url = reverse("intake:intake_detail", args=[intake.pk])
        yield Waiting(_("A document was read: look through it, and record it"), name, url)


def _to_release() -> Iterator[Waiting]:
    """Texts that are delivered or published, of which something is recorded that the public does not see yet."""
    put_out = Q(statement__state=DELIVERED) | Q(report__state=PUBLISHED) | Q(paper__state=PAPER_PUBLISHED)
    rows = Recommendation.objects.filter(put_out | ~Q(document=None), released_on=None, set_aside=False)
    for titles in rows.order_by().values_list(*TITLES).distinct()[:MOST]:
        title = next(each for each in titles if each)
        yield Waiting(_("Show its recommendations to the public"), title, reverse("register:waiting_list"))


def _to_write() -> Iterator[Waiting]:
    """Bodies to which something is addressed that was not sent (or was opened again) and stands in no letter yet."""
    drafted = Letter.submissions.through.objects.filter(submission=OuterRef("pk"), letter__state=DRAFTED)
    rows = Submission.objects.filter(~Exists(drafted), state=RECORDED, recommendation__set_aside=False)
    for body, count, _day in by_addressee(rows.exclude(recommendation__state__in=SETTLED)):
        words = ngettext(
            "Write a letter: %(count)s recommendation is not sent yet",
            "Write a letter: %(count)s recommendations are not sent yet",
            count,
        )
        yield Waiting(words % {"count": count}, body.name, reverse("answers:letter_write", args=[body.pk]))


def _to_send() -> Iterator[Waiting]:
    """Letters that are drafted."""
    for letter in Letter.objects.filter(state=DRAFTED).select_related("addressee")[:MOST]:
        url = reverse("answers:letter_detail", args=[letter.pk])
        yield Waiting(_("A letter is drafted: send it"), letter.addressee.name, url)
