"""Papers after the comments, as they wait: for the group, the office, whose words are quoted, the team."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from supportroom.adoption.models import Adoption, OfficeNote, ReleasedWords, Review
from supportroom.adoption.vocabulary import GROUP, NOTES, OFFICE, WAITING
from supportroom.desk.queries.groups import Seats
from supportroom.desk.waiting import Waiting
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import ADOPTED, PUBLISHED, RELEASED, WITH_OFFICE
from supportroom.press.approving import digest_of
from supportroom.press.models import PressPack, Quotation
from supportroom.press.vocabulary import OFFERED


def papers_of(actor: Actor, mine: Seats) -> Iterator[Waiting]:
    """What one's groups' papers ask, and one's own words that would go to the press; `mine` are the seats one holds."""
    if mine:
        yield from _to_send(mine)
        yield from _notes(mine)
        yield from _summaries(mine)
    if actor.person_id is not None:
        yield from _quotations(actor.person_id)


def _to_send(mine: Seats) -> Iterator[Waiting]:
    """Papers of one's groups: adopted, with every opposing opinion in; or with a review that has ended."""
    moment = now()
    opinions = Adoption.objects.filter(paper=OuterRef("pk"), opinions_until__gt=moment)
    unanswered = OfficeNote.objects.filter(review__paper=OuterRef("pk"), verdict="", is_late=False)
    over = Q(review__due_at__lte=moment) | Q(review__ended_on__isnull=False)
    adopted, reviewed = Q(~Exists(opinions), state=ADOPTED), Q(over, ~Exists(unanswered), state=WITH_OFFICE)
    for paper in Paper.objects.filter(adopted | reviewed, group__in=mine):
        if paper.state == ADOPTED:
            url = reverse("adoption:review_detail", args=[paper.pk])
            yield Waiting(_("The paper is adopted: send it to the Envoy's office"), paper.title, url)
        else:
            url = reverse("adoption:release_detail", args=[paper.pk])
            yield Waiting(_("The review has ended: ask the members about publication"), paper.title, url)


def _notes(mine: Seats) -> Iterator[Waiting]:
    """Notes of the office that one's group has not answered; words on the review that the office proposes."""
    notes = OfficeNote.objects.filter(verdict="", review__paper__group__in=mine)
    for note in notes.exclude(review__paper__state=PUBLISHED).select_related("review__paper"):
        url = reverse("adoption:note_answer", args=[note.pk])
        yield Waiting(_("A note of the office waits for your group's answer"), note.review.paper.title, url)
    yield from _words(ReleasedWords.objects.filter(proposed_by=OFFICE, review__paper__group__in=mine))


def _words(words: QuerySet[ReleasedWords]) -> Iterator[Waiting]:
    what = _("Agree to the words that are told of a review, or propose others")
    waiting = words.filter(is_agreed=False).exclude(review__paper__state=PUBLISHED)
    for each in waiting.select_related("review__paper"):
        url = reverse("adoption:review_detail", args=[each.review.paper_id])
        yield Waiting(what, each.review.paper.title, url)


def _summaries(mine: Seats) -> Iterator[Waiting]:
    """A summary for the press that one's seat has not approved in its present wording."""
    packs = PressPack.objects.filter(paper__group__in=mine).exclude(paper__state=PUBLISHED)
    for pack in packs.select_related("paper").prefetch_related("approvals"):
        given = {(approval.seat_id, approval.digest) for approval in pack.approvals.all()}
        if pack.summary and (mine[pack.paper.group_id], digest_of(pack.summary)) not in given:
            url = reverse("press:pack_detail", args=[pack.paper_id])
            yield Waiting(_("Read the summary for the press, and approve it"), pack.paper.title, url)


def _quotations(me: int) -> Iterator[Waiting]:
    """One's own words, to be cleared or taken back."""
    for quotation in Quotation.objects.filter(person_id=me, state=OFFERED).select_related("pack__paper"):
        url = reverse("press:quotation_detail", args=[quotation.pk])
        yield Waiting(_("Words of yours would go to the press: clear them, or not"), quotation.pack.paper.title, url)


def reviews_for_office() -> Iterator[Waiting]:
    """Papers that wait for the office's review, and words on a review to which the group waits for a yes."""
    running = Review.objects.filter(state__in=(WAITING, NOTES), ended_on=None, due_at__gt=now())
    for review in running.filter(paper__state=WITH_OFFICE).select_related("paper"):
        url = reverse("adoption:review_detail", args=[review.paper_id])
        yield Waiting(_("A paper waits for your review"), review.paper.title, url, review.due_at, is_deadline=True,
                      verb="due")  # fmt: skip
    yield from _words(ReleasedWords.objects.filter(proposed_by=GROUP))


def papers_for_team() -> Iterator[Waiting]:
    """Papers that the members released and that are not published."""
    for paper in Paper.objects.filter(state=RELEASED):
        url = reverse("site:paper_publish", args=[paper.pk])
        yield Waiting(_("The paper is released: publish it"), paper.title, url)
