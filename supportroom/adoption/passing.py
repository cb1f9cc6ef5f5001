"""Periodic work: write down the dates that passed, forget who was only counted. Safe to run twice, late, or at once."""

from supportroom.adoption.actions import keep_the_count, let_date_pass
from supportroom.adoption.models import OpposingOpinion, Review
from supportroom.adoption.vocabulary import WAITING
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import PUBLISHED


def let_dates_pass() -> int:
    """Write down each review whose date passed without a word; give how many there were."""
    done = 0
    for review in Review.objects.filter(state=WAITING, due_at__lte=now()).select_related("paper__group"):
        try:
            let_date_pass(actor=SYSTEM, review=review)
            done += 1
        except DomainError:  # somebody was faster
            continue
    return done


def forget_who_was_counted() -> int:
    """Keep the counts behind opposing opinions in published papers, forget who was not named; give how many papers."""
    waiting = OpposingOpinion.objects.filter(adoption__paper__state=PUBLISHED, joined__isnull=True)
    papers = Paper.objects.filter(pk__in=waiting.values("adoption__paper"))
    for paper in papers:
        keep_the_count(actor=SYSTEM, paper=paper)
    return len(papers)


def run() -> int:
    """Do both."""
    return let_dates_pass() + forget_who_was_counted()
