"""Where a notice leads, and what stands there, for a reader: only what they see now."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.notices.actions.following import Followed
from supportroom.notices.audiences import CAN_BE_LEFT
from supportroom.notices.models import Notice
from supportroom.notices.queries import switched_off
from supportroom.notices.seen import Found, seen_by
from supportroom.notices.vocabulary import CATEGORIES, SENTENCES
from supportroom.register.models import Recommendation

# Where a sentence about a round, group or paper leads, if not to its first page.
PAGES: Final = {
    "topics.open_call": "topics:topic_list",
    "programme.publish_programme": "programme:version_list",
    "selection.open_registration": "selection:registration",
    "invitations.accept": "invitations:invitation_list",
    "invitations.decline": "invitations:invitation_list",
    "invitations.propose_substitute": "invitations:invitation_list",
    "invitations.begin_joint_decline": "invitations:invitation_list",
    "invitations.join_decline": "invitations:invitation_list",
    "invitations.ask_question": "invitations:question_list",
    "invitations.asked_you": "invitations:question_list",
    "invitations.answer_question": "invitations:question_list",
    "workroom.add_task": "workroom:meeting_list",
    "comments.announce_window": "comments:comment_list",
    "comments.remind_window": "comments:comment_list",
    "comments.close_window": "comments:comment_list",
    "comments.answer_comments": "comments:comment_list",
    "comments.insist": "comments:answering",
    "adoption.make_joint": "adoption:adoption_detail",
    "adoption.settle_adoption": "adoption:adoption_detail",
    "adoption.file_opinion": "adoption:adoption_detail",
    "adoption.send_to_office": "adoption:review_detail",
    "adoption.sent": "adoption:review_detail",
    "adoption.give_note": "adoption:review_detail",
    "adoption.finish_notes": "adoption:review_detail",
    "adoption.say_no_reservations": "adoption:review_detail",
    "adoption.let_date_pass": "adoption:review_detail",
    "adoption.propose_words": "adoption:review_detail",
    "adoption.answer_note": "adoption:review_detail",
    "press.write_summary": "press:pack_detail",
    "adoption.ask_release": "adoption:release_detail",
    "adoption.settle_release": "adoption:release_detail",
    "register.released": "followup:round_outcomes",
}
USUAL: Final = {
    "rounds.round": "rounds:round_detail",
    "rounds.session": "points:board",
    "topics.topic": "topics:topic_detail",
    "invitations.invitation": "invitations:invitation_detail",
    "statements.statement": "statements:statement_detail",
    "statements.report": "statements:report_detail",
    "groups.workinggroup": "groups:group_detail",
    "checks.memberscheck": "checks:members_check_detail",
    "workroom.thread": "workroom:thread_detail",
    "workroom.meeting": "workroom:meeting_detail",
    "papers.paper": "papers:paper_detail",
    "press.quotation": "press:quotation_detail",
    "register.recommendation": "followup:recommendation_detail",
    "register.addressee": "followup:register",
    "answers.letter": "answers:letter_detail",
    "answers.delivery": "answers:delivery_detail",
    "briefings.briefing": "briefings:briefing_detail",
    "briefings.absentlist": "briefings:absent_detail",
}


@dataclass(frozen=True)
class Line:
    """A notice as the page shows it, or several in a row that say the same (`times`), by the newest.

    `about` and `url` only where the reader sees the thing.
    """

    notice: Notice
    what: str | Promise
    category: str | Promise
    about: MultilingualText | None
    url: str
    can_unfollow: bool
    times: int = 1


def lines(actor: Actor, notices: Sequence[Notice]) -> list[Line]:
    """Give the notices as lines, those in a row that say the same as one; as many queries for one as for many."""
    places = seen_by(actor, {notice.about for notice in notices})
    off = switched_off(actor, places)
    same = groupby(notices, key=lambda notice: (notice.kind, notice.about, notice.is_read))
    rows = [list(row) for _said, row in same]
    return [_line(row[0], len(row), places, off) for row in rows]


NOWHERE: Final[tuple[None, int]] = (None, 0)


def _line(notice: Notice, times: int, places: Found, off: set[str]) -> Line:
    about, key = places.get(notice.about, NOWHERE)
    label = notice.about.partition(":")[0]
    follows = label in FOLLOWED and notice.kind in CAN_BE_LEFT and about is not None
    return Line(
        notice,
        SENTENCES.get(notice.kind, CATEGORIES[notice.category]),
        CATEGORIES[notice.category],
        about,
        _address(PAGES.get(notice.kind) or USUAL.get(label, ""), key) if key else _own(notice.kind, label),
        follows and notice.about not in off,
        times,
    )


FOLLOWED: Final = ("rounds.round", "topics.topic", "groups.workinggroup", "register.recommendation")
# Where a thing without a title of its own stands.
WITHOUT_TITLE: Final = {
    "people.person": "people:own_settings",
    "questions.publicquestion": "questions:question_list",
    "safety.approvalrequest": "safety:request_list",
    "safety.standing": "safety:request_list",
    "safety.buddy": "safety:hub",
    "safety.incident": "safety:incident_list",
}
# Where a sentence about such a thing leads whom it does not concern themselves.
TO_OTHERS: Final = {"people.joined_team": "people:person_list", "people.left_team": "people:person_list"}
# What of a page is meant is named in its address, under this name.
CHOSEN_BY: Final = {"followup:register": "addressee"}


def _own(kind: str, label: str) -> str:
    name = TO_OTHERS.get(kind) or WITHOUT_TITLE.get(label)
    return reverse(name) if name else ""


def _address(name: str, key: int | str) -> str:
    try:
        if name in CHOSEN_BY:
            return f"{reverse(name)}?{urlencode({CHOSEN_BY[name]: key})}"
        return reverse(name, args=[key])
    except NoReverseMatch:
        return ""


def page_of(thing: Followed) -> str:
    """Give the address of a thing that can be followed."""
    key = thing.slug if isinstance(thing, Recommendation) else thing.pk
    return _address(USUAL[reference(thing).partition(":")[0]], key)
