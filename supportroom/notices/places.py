"""Where a notice leads, and what stands there, for a reader: only what they see now."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from supportroom.invitations.queries import invitations_visible_to
from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.notices.audiences import CAN_BE_LEFT
from supportroom.notices.models import Notice
from supportroom.notices.queries import switched_off
from supportroom.notices.vocabulary import CATEGORIES, SENTENCES
from supportroom.rounds.models import Round
from supportroom.rounds.queries import rounds_visible_to, sessions_visible_to
from supportroom.statements.queries import reports_visible_to, statements_visible_to
from supportroom.topics.models import Topic
from supportroom.topics.queries import topics_visible_to

# Where a sentence about a round leads, if not to the round's first page.
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
}
USUAL: Final = {
    "rounds.round": "rounds:round_detail",
    "rounds.session": "points:board",
    "topics.topic": "topics:topic_detail",
    "invitations.invitation": "invitations:invitation_detail",
    "statements.statement": "statements:statement_detail",
    "statements.report": "statements:report_detail",
}
Found = dict[str, tuple[MultilingualText, int]]


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
    places = _seen(actor, {notice.about for notice in notices})
    off = switched_off(actor, places)
    same = groupby(notices, key=lambda notice: (notice.kind, notice.about, notice.is_read))
    rows = [list(row) for _said, row in same]
    return [_line(row[0], len(row), places, off) for row in rows]


def _line(notice: Notice, times: int, places: Found, off: set[str]) -> Line:
    about, key = places.get(notice.about, (None, 0))
    label = notice.about.partition(":")[0]
    follows = label in FOLLOWED and notice.kind in CAN_BE_LEFT and about is not None
    return Line(
        notice,
        SENTENCES.get(notice.kind, CATEGORIES[notice.category]),
        CATEGORIES[notice.category],
        about,
        _address(PAGES.get(notice.kind) or USUAL.get(label, ""), key) if key else _own(label),
        follows and notice.about not in off,
        times,
    )


FOLLOWED: Final = ("rounds.round", "topics.topic")


def _own(label: str) -> str:
    return reverse("people:own_settings") if label == "people.person" else ""


def _address(name: str, key: int) -> str:
    try:
        return reverse(name, args=[key])
    except NoReverseMatch:
        return ""


def page_of(thing: Round | Topic) -> str:
    """Give the address of a thing that can be followed."""
    return _address(USUAL[reference(thing).partition(":")[0]], thing.pk)


def _seen(actor: Actor, refs: Iterable[str]) -> Found:
    """Give title and id for the address of each thing that the actor sees, by its reference."""
    keys: dict[str, list[int]] = defaultdict(list)
    for ref in refs:
        label, _, key = ref.partition(":")
        keys[label].append(int(key))
    found: Found = {}
    for label, read in READERS.items():
        if keys[label]:
            found |= {f"{label}:{key}": place for key, place in read(actor, keys[label])}
    return found


Rows = Iterable[tuple[int, tuple[MultilingualText, int]]]


def _rounds(actor: Actor, keys: list[int]) -> Rows:
    return [(each.pk, (each.title, each.pk)) for each in rounds_visible_to(actor).filter(pk__in=keys)]


def _sessions(actor: Actor, keys: list[int]) -> Rows:
    return [(each.pk, (each.title, each.pk)) for each in sessions_visible_to(actor).filter(pk__in=keys)]


def _topics(actor: Actor, keys: list[int]) -> Rows:
    return [(each.pk, (each.title, each.pk)) for each in topics_visible_to(actor).filter(pk__in=keys)]


def _invitations(actor: Actor, keys: list[int]) -> Rows:
    seen = invitations_visible_to(actor).filter(pk__in=keys)
    return [(each.pk, (each.round.title, each.pk)) for each in seen]


def _statements(actor: Actor, keys: list[int]) -> Rows:
    return [(each.pk, (each.title, each.pk)) for each in statements_visible_to(actor).filter(pk__in=keys)]


def _reports(actor: Actor, keys: list[int]) -> Rows:
    seen = reports_visible_to(actor).filter(pk__in=keys).select_related("round")
    return [(each.pk, (each.round.title, each.round_id)) for each in seen]


READERS: Final[dict[str, Any]] = {
    "rounds.round": _rounds,
    "rounds.session": _sessions,
    "topics.topic": _topics,
    "invitations.invitation": _invitations,
    "statements.statement": _statements,
    "statements.report": _reports,
}
