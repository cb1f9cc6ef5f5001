"""What is told of papers: comment windows, answers, the members' checks, opposing opinions, the office's review."""

from collections.abc import Iterable
from typing import Any, Final

from supportroom.adoption.models import ReleasedWords
from supportroom.adoption.vocabulary import GROUP, OFFICE
from supportroom.comments.models import Comment, CommentWindow
from supportroom.comments.queries import not_commented
from supportroom.notices.audiences.audience import Audience, Vanished
from supportroom.notices.audiences.groups import following_group, seats
from supportroom.notices.audiences.people import members, office, team
from supportroom.notices.vocabulary import COMMENTS, GROUPS, PAPERS, REVIEWS, TEAM_WORK
from supportroom.papers.models import Paper
from supportroom.press.models import Quotation

ABOVE = ("window", "adoption", "review", "pack", "publication")


def paper_of(thing: Any) -> Paper:
    """Give the paper that a thing belongs to, or is."""
    if isinstance(thing, Paper):
        return thing
    if isinstance(found := getattr(thing, "paper", None), Paper):
        return found
    for name in ABOVE:
        if (above := getattr(thing, name, None)) is not None:
            return paper_of(above)
    raise Vanished("paper")


def silent_so_far(thing: CommentWindow) -> Iterable[int]:
    """Members who have not commented in a window, by no way."""
    return not_commented(thing)


def commenters(thing: Any) -> Iterable[int]:
    """Who wrote what an answer answers: one comment, or several alike."""
    found = [thing] if isinstance(thing, Comment) else Comment.objects.filter(answer=thing)
    return {comment.written_by_id for comment in found if comment.written_by_id}


def whose_words(thing: Quotation) -> Iterable[int]:
    """Whose words a quotation are."""
    return [thing.person_id]


def office_if_asked(thing: ReleasedWords) -> Iterable[int]:
    """The office, where the group proposes what is told of a review."""
    return office(thing) if thing.proposed_by == GROUP else []


def seats_if_asked(thing: ReleasedWords) -> Iterable[int]:
    """The group, where the office proposes what is told of a review."""
    return seats(thing) if thing.proposed_by == OFFICE else []


TO_ALL: Final = (Audience(PAPERS, members, paper_of),)
OF_A_REVIEW: Final = (
    Audience(PAPERS, seats, paper_of),
    Audience(TEAM_WORK, team, paper_of),
    Audience(GROUPS, following_group, paper_of, by_following=True),
)
AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = {
    "comments.announce_window": (Audience(PAPERS, members, paper_of, can_answer=True),),
    "comments.remind_window": (Audience(PAPERS, silent_so_far, paper_of, can_answer=True),),
    "comments.close_window": TO_ALL,
    "comments.answer_comments": (Audience(COMMENTS, commenters, paper_of),),
    "comments.insist": (Audience(GROUPS, seats, paper_of),),
    "adoption.make_joint": TO_ALL,
    "adoption.settle_adoption": TO_ALL,
    "adoption.file_opinion": (Audience(GROUPS, following_group, paper_of, by_following=True),),
    "adoption.send_to_office": (
        Audience(REVIEWS, office, paper_of),
        Audience(GROUPS, following_group, paper_of, "adoption.sent", by_following=True),
    ),
    "adoption.give_note": (Audience(GROUPS, seats, paper_of), Audience(TEAM_WORK, team, paper_of)),
    **dict.fromkeys(("adoption.finish_notes", "adoption.say_no_reservations", "adoption.let_date_pass"), OF_A_REVIEW),
    "adoption.propose_words": (
        Audience(REVIEWS, office_if_asked, paper_of),
        Audience(PAPERS, seats_if_asked, paper_of),
    ),
    "adoption.answer_note": (Audience(PAPERS, office, paper_of),),
    "adoption.ask_release": TO_ALL,
    "adoption.settle_release": TO_ALL,
    "press.write_summary": (Audience(GROUPS, seats, paper_of),),
    "press.offer_quotation": (Audience(PAPERS, whose_words),),
    "site.publish_paper": TO_ALL,
}
