"""The members' decision on publication: asked after the office's turn, settled by their check, asked again."""

from datetime import timedelta

from supportroom.adoption.actions.held import held_paper
from supportroom.adoption.actions.opinions import until_in_words
from supportroom.adoption.actions.reviewing import pass_if_over
from supportroom.adoption.changes import changed_since
from supportroom.adoption.models import Adoption, Release, Review
from supportroom.adoption.review import open_notes
from supportroom.adoption.sentences import release_question
from supportroom.adoption.vocabulary import ADOPTED, NOTES, WAITING
from supportroom.checks.actions import open_members_check
from supportroom.checks.counting import settle_if_over
from supportroom.checks.vocabulary import RELEASE_PAPER
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, create, refuse_unless
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.papers.lifecycle import PAPER
from supportroom.papers.models import Paper
from supportroom.papers.versions import VersionView, draft_view, keep_version_now, view_of
from supportroom.papers.vocabulary import FOR_RELEASE, HELD_BACK
from supportroom.room.queries import charter


@action("adoption.ask_release", on="paper")
def ask_release(*, actor: Actor, paper: Paper) -> Release:
    """Ask the members whether the paper is published: after no reservations, answered notes, or the passed date; and
    again after they held it back.

    DomainError `adoption.review_runs`, `adoption.notes_open`, `kernel.not_now`.
    """
    for earlier in Release.objects.filter(paper=paper).select_related("asked"):
        settle_if_over(earlier.asked)
    held = held_paper(paper)
    verb = "ask_again" if held.state == HELD_BACK else "end_review"
    PAPER.step(held.state, verb)
    review = pass_if_over(Review.objects.select_related("paper__group").get(paper=held))
    _refuse_while_it_runs(review)
    version = keep_version_now(held, occasion=FOR_RELEASE)
    advance(held, PAPER, verb)
    view = draft_view(held)
    asked = open_members_check(
        actor=SYSTEM,
        purpose=RELEASE_PAPER,
        subject=held,
        subject_version=version.number,
        question=release_question(view, _changed_since_adoption(held, view)),
        closes_at=now() + timedelta(days=charter().members_check_days),
    )
    release = create(Release, paper=held, shown=version, asked=asked)
    record(release, actor=actor, paper=held.pk)
    return release


def _refuse_while_it_runs(review: Review) -> None:
    runs = review.state in (WAITING, NOTES) and not review.is_over(now())
    refuse_unless(not runs, "adoption.review_runs", until=until_in_words(review.due_at))
    waiting = open_notes(review)
    refuse_unless(not waiting, "adoption.notes_open", count=waiting)


def _changed_since_adoption(paper: Paper, view: VersionView) -> int:
    adopted = Adoption.objects.select_related("shown").get(paper=paper, state=ADOPTED)
    return len(changed_since(view_of(adopted.shown), view, ""))


@action("adoption.settle_release", on="release")
def settle_release(*, actor: Actor, release: Release) -> Release:
    """Take the step that the counted check says: released, or held back; DomainError `kernel.not_now`."""
    advance(held_paper(release.paper), PAPER, "release" if release.asked.is_agreed else "hold_back")
    record(release, actor=actor, paper=release.paper_id)
    return release
