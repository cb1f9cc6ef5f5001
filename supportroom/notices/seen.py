"""What of the things that notices speak of a reader sees now, with its title: a query or two for each kind."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from supportroom.checks.queries import checks_visible_to
from supportroom.groups.models import Seat
from supportroom.groups.queries import groups_visible_to
from supportroom.groups.vocabulary import HELD
from supportroom.invitations.queries import invitations_visible_to
from supportroom.kernel.actors import Actor
from supportroom.notices import seen_register
from supportroom.notices.seen_register import Place, Rows
from supportroom.papers.queries import papers_visible_to
from supportroom.people.vocabulary import MEMBER, TEAM
from supportroom.press.models import Quotation
from supportroom.rounds.queries import rounds_visible_to, sessions_visible_to
from supportroom.statements.queries import reports_visible_to, statements_visible_to
from supportroom.topics.queries import topics_visible_to
from supportroom.workroom.models import Meeting, Thread

Found = dict[str, Place]


def seen_by(actor: Actor, refs: Iterable[str]) -> Found:
    """Give title and what is in the address of each thing that the actor sees, by its reference."""
    keys: dict[str, list[int]] = defaultdict(list)
    for ref in refs:
        label, _, key = ref.partition(":")
        keys[label].append(int(key))
    found: Found = {}
    for label, read in READERS.items():
        if keys[label]:
            found |= {f"{label}:{key}": place for key, place in read(actor, keys[label])}
    return found


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


def _groups(actor: Actor, keys: list[int]) -> Rows:
    return [(each.pk, (each.title, each.pk)) for each in groups_visible_to(actor).filter(pk__in=keys)]


def _checks(actor: Actor, keys: list[int]) -> Rows:
    return [(each.pk, (each.question, each.pk)) for each in checks_visible_to(actor).filter(pk__in=keys)]


def _papers(actor: Actor, keys: list[int]) -> Rows:
    return [(each.pk, (each.title, each.pk)) for each in papers_visible_to(actor).filter(pk__in=keys)]


def _threads(actor: Actor, keys: list[int]) -> Rows:
    """Threads of the actor's groups, under the group's title."""
    threads = Thread.objects.filter(pk__in=keys).select_related("group")
    mine = _groups_worked_in(actor)
    return [(each.pk, (each.group.title, each.pk)) for each in threads if each.group_id in mine or actor.holds(TEAM)]


def _meetings(actor: Actor, keys: list[int]) -> Rows:
    """Meetings of the actor's groups, and those that are open to members once they are set."""
    mine = _groups_worked_in(actor)
    return [
        (each.pk, (each.title, each.pk))
        for each in Meeting.objects.filter(pk__in=keys)
        if each.group_id in mine
        or actor.holds(TEAM)
        or (each.open_to_members and each.starts_at is not None and actor.holds(MEMBER))
    ]


def _groups_worked_in(actor: Actor) -> set[int]:
    held = Seat.objects.filter(person_id=actor.person_id or 0, state=HELD)
    return set(held.values_list("group_id", flat=True))


def _quotations(actor: Actor, keys: list[int]) -> Rows:
    """One's own words, under the paper's title."""
    own = Quotation.objects.filter(pk__in=keys, person_id=actor.person_id or 0).select_related("pack__paper")
    return [(each.pk, (each.pack.paper.title, each.pk)) for each in own]


READERS: Final[dict[str, Callable[[Actor, list[int]], Rows]]] = {
    "rounds.round": _rounds,
    "rounds.session": _sessions,
    "topics.topic": _topics,
    "invitations.invitation": _invitations,
    "statements.statement": _statements,
    "statements.report": _reports,
    "groups.workinggroup": _groups,
    "checks.memberscheck": _checks,
    "papers.paper": _papers,
    "workroom.thread": _threads,
    "workroom.meeting": _meetings,
    "press.quotation": _quotations,
    **seen_register.READERS,
}
