"""Papers before the members, opposed, with the office, released: built by the product's own actions."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from supportroom.adoption.actions import (
    answer_note,
    ask_release,
    file_opinion,
    give_note,
    join_opinion,
    make_joint,
    say_no_reservations,
    send_to_office,
)
from supportroom.adoption.models import Adoption, OfficeNote, OpposingOpinion, Release, Review
from supportroom.checks.counting import settle_if_over
from supportroom.checks.models import MembersCheck
from supportroom.comments.vocabulary import ACCEPTED
from supportroom.groups.models import WorkingGroup
from supportroom.kernel.clock import now
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import ANSWERING
from supportroom.people.models import Person
from tests.factories.checks import answered
from tests.factories.groups import a_group_at_work, holders, seat_actor
from tests.factories.papers import a_paper, freshly, in_state
from tests.factories.personas import actor_of
from tests.factories.rounds import words

REASONS = "The third paragraph leaves out what happened in the camps."


def an_answered_paper(*seats: Person, paragraphs: int = 3, group: WorkingGroup | None = None) -> Paper:
    """Give a paper whose comments are all answered: its group can put it before the members."""
    return in_state(a_paper(group or a_group_at_work(*seats), paragraphs), ANSWERING)


def a_joint_paper(*seats: Person, **details: Any) -> Adoption:
    """Give a paper that is before the members, by what was asked."""
    paper = an_answered_paper(*seats, **details)
    return freshly_adopted(make_joint(actor=seat_actor(paper.group), paper=paper))


def freshly_adopted(adoption: Adoption) -> Adoption:
    """Read an adoption anew."""
    return Adoption.objects.select_related("asked", "shown", "paper__group", "paper__text").get(pk=adoption.pk)


def decided(adoption: Adoption, clock: Any, *, people: Sequence[Person] = (), is_agreed: bool = True) -> Adoption:
    """Let people answer (the group's seats at least), move the clock to the close, and count."""
    everybody = [*people, *holders(adoption.paper.group)]
    answered(adoption.asked, **{"for_" if is_agreed else "against": everybody})
    close(adoption.asked, clock)
    return freshly_adopted(adoption)


def close(asked: MembersCheck, clock: Any) -> MembersCheck:
    """Move the clock to a check's close and let the room count."""
    clock.move_to(asked.closes_at)
    return settle_if_over(MembersCheck.objects.get(pk=asked.pk))


def an_adopted_paper(clock: Any, *seats: Person, **details: Any) -> Paper:
    """Give an adopted paper whose opposing opinions are all filed: it can be sent to the office."""
    adoption = decided(a_joint_paper(*seats, **details), clock)
    clock.move_to(adoption.opinions_until)
    return freshly(adoption.paper)


def filed(adoption: Adoption, by: Person, *, is_named: bool = False, text: str = REASONS) -> OpposingOpinion:
    """File an opposing opinion."""
    return file_opinion(
        actor=actor_of(by), adoption=adoption, title=words("What is left out"), text=words(text), is_named=is_named
    )


def joined(opinion: OpposingOpinion, *people: Person, is_named: bool = False) -> OpposingOpinion:
    """Let people stand behind an opposing opinion."""
    for person in people:
        join_opinion(actor=actor_of(person), opinion=opinion, is_named=is_named)
    return OpposingOpinion.objects.get(pk=opinion.pk)


def with_office(paper: Paper, *, due_at: datetime | None = None) -> Review:
    """Send a paper to the office, for two weeks unless said otherwise."""
    due_at = due_at or now() + timedelta(days=14)
    review = send_to_office(actor=seat_actor(paper.group), paper=paper, due_at=due_at)
    return Review.objects.select_related("paper__group", "paper__text", "shown").get(pk=review.pk)


def a_review(clock: Any, *seats: Person, **details: Any) -> Review:
    """Give a review that waits for the office."""
    return with_office(an_adopted_paper(clock, *seats, **details))


def noted(review: Review, by: Person, text: str = "Which year is meant?", **details: Any) -> OfficeNote:
    """Let the office give a note."""
    note = give_note(actor=actor_of(by), review=review, text=words(text), **details)
    return OfficeNote.objects.select_related("review__paper__group", "paragraph").get(pk=note.pk)


def answer_to(note: OfficeNote, verdict: str = ACCEPTED) -> OfficeNote:
    """Let the group answer a note."""
    actor = seat_actor(note.review.paper.group)
    return answer_note(actor=actor, note=note, verdict=verdict, reason=words("The year was missing."))


def a_release(clock: Any, office: Person, *seats: Person, **details: Any) -> Release:
    """Give a paper about whose publication the members are asked, after the office said that it has no reservations."""
    review = a_review(clock, *seats, **details)
    say_no_reservations(actor=actor_of(office), review=review)
    return ask_release(actor=seat_actor(review.paper.group), paper=review.paper)


def a_released_paper(clock: Any, office: Person, *seats: Person, **details: Any) -> Paper:
    """Give a paper that the members released for publication."""
    release = a_release(clock, office, *seats, **details)
    answered(release.asked, for_=holders(release.paper.group))
    close(release.asked, clock)
    return freshly(release.paper)


def published(paper: Paper) -> Paper:
    """Put a paper into the state of a published one, as `site` does."""
    return in_state(paper, "published")
