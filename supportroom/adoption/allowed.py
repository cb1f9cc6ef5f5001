"""What a page offers a reader to do now: what the rules allow, and the instants and states leave open."""

from supportroom.adoption.models import Adoption, OfficeNote, Release, Review
from supportroom.adoption.queries import OpinionTold
from supportroom.adoption.review import open_notes
from supportroom.adoption.rules import is_own
from supportroom.adoption.vocabulary import NOTES, TURNED_DOWN, WAITING
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import may
from supportroom.papers.lifecycle import PAPER
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import HELD_BACK, PUBLISHED, WITH_OFFICE


def with_paper(actor: Actor, paper: Paper, adoption: Adoption | None) -> dict[str, bool]:
    """Tell what may be done with a paper as a whole, and with its adoption."""
    takes_opinions = adoption is not None and adoption.state != TURNED_DOWN and adoption.takes_opinions(now())
    sends = PAPER.allows(paper.state, "send_to_office") and may(actor, "adoption.send_to_office", paper)
    return {
        "make_joint": PAPER.allows(paper.state, "make_joint") and may(actor, "adoption.make_joint", paper),
        "file": takes_opinions and may(actor, "adoption.file_opinion", adoption),
        "send": sends and not takes_opinions,
        "send_later": sends and takes_opinions,
        "ask_release": paper.state in (WITH_OFFICE, HELD_BACK) and may(actor, "adoption.ask_release", paper),
    }


def with_opinion(actor: Actor, told: OpinionTold, adoption: Adoption, own: dict[int, bool]) -> dict[str, bool]:
    """Tell what may be done with one opposing opinion, and how the reader stands to it."""
    opinion = told.opinion
    takes = adoption.state != TURNED_DOWN and adoption.takes_opinions(now())
    stands, is_mine = opinion.pk in own, is_own(actor, opinion)
    is_out = adoption.paper.state == PUBLISHED
    return {
        "join": takes and not stands and may(actor, "adoption.join_opinion", opinion),
        "leave": takes and stands and told.joined > 1,
        "write": takes and is_mine and told.joined <= 1,
        "translate": not is_out and may(actor, "adoption.translate_opinion", opinion),
        "stands": stands,
        "is_named": own.get(opinion.pk, False),
        "is_mine": is_mine,
        "be_named": stands and not is_out,
    }


def with_review(actor: Actor, review: Review) -> dict[str, bool]:
    """Tell what may be done with a review."""
    is_out, is_over = review.paper.state == PUBLISHED, review.is_over(now())
    speaks = may(actor, "adoption.give_note", review) and not is_out
    waits = not is_over and review.paper.state == WITH_OFFICE
    return {
        "note": speaks,
        "note_late": speaks and not waits,
        "no_reservations": speaks and waits and review.state == WAITING,
        "finish": speaks and waits and review.state == NOTES,
        "propose_words": not is_out and may(actor, "adoption.propose_words", review),
        "read_words": may(actor, "adoption.read_words", review),
        "ask_release": can_be_asked(review) and may(actor, "adoption.ask_release", review.paper),
    }


def can_be_asked(review: Review) -> bool:
    """Tell whether the members can be asked about publication now: the office's turn is over, its notes answered."""
    if review.paper.state not in (WITH_OFFICE, HELD_BACK):
        return False
    runs = review.state in (WAITING, NOTES) and not review.is_over(now())
    return not runs and not open_notes(review)


def with_notes(actor: Actor, notes: list[OfficeNote]) -> list[tuple[OfficeNote, dict[str, bool]]]:
    """Tell for each note of one review what may be done with it; the rules, the same for all, are asked once."""
    if not notes:
        return []
    state = notes[0].review.paper.state
    answers = state != PUBLISHED and may(actor, "adoption.answer_note", notes[0])
    translates = state != PUBLISHED and may(actor, "adoption.translate_note", notes[0])
    is_open = state in (WITH_OFFICE, HELD_BACK)
    return [
        (
            note,
            {
                "answer": answers and (is_open or note.is_late),
                "reword": answers and is_open and bool(note.verdict),
                "translate": translates,
            },
        )
        for note in notes
    ]


def newest(releases: list[Release]) -> Release | None:
    """Give the last time that the members were asked about publication."""
    return releases[0] if releases else None
