"""From the journal's outbox to notices and mails, in one transaction: told and untold never differ (R08)."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from django.core.exceptions import ObjectDoesNotExist

from supportroom.journal.door import action, record
from supportroom.journal.models import Entry, Untold
from supportroom.journal.writing import create_many, erase_all
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.notices import replies
from supportroom.notices.actions.queueing import queue_answerable_mails, queue_mails
from supportroom.notices.audiences.tidings import Tiding, tidings_of
from supportroom.notices.models import Notice
from supportroom.notices.pace import Paces, paces_of, shown_from
from supportroom.notices.vocabulary import APP, AT_ONCE, MAIL, NONE
from supportroom.people.models import Person

log = logging.getLogger(__name__)
TOO_OLD: Final = timedelta(days=7)  # what is older is told in the room alone
A_DAY: Final = timedelta(days=1)
MANY: Final = 500  # people told in one transaction: nobody who writes waits longer for it


@action("notices.tell", on="most")
def tell(*, actor: Actor, most: int, by_mail: bool = True) -> None:
    """Tell whom the oldest untold entries concern, at most so many of them; what has vanished is told to nobody.

    An entry that concerns more people than one transaction tells stays untold until the last of them is told.
    """
    untold = Untold.objects.select_for_update(skip_locked=True, of=("self",)).select_related("entry")
    tidings: list[Tiding] = []
    done: list[int] = []
    for each in untold.order_by("entry__at", "pk")[:most]:
        more = _without_repeated(_tidings(each.entry), tidings)
        free = MANY - len(tidings)
        tidings += more[:free]
        if len(more) > free:
            break
        done.append(each.pk)
    if tidings:
        _write(tidings, by_mail=by_mail)
    erase_all(Untold.objects.filter(pk__in=done))
    record("notices.telling", actor=actor, entries=len(done), notices=len(tidings))


def _tidings(entry: Entry) -> list[Tiding]:
    """List who is still to be told; nobody where the thing is gone, or is not what the table thinks: others wait."""
    told = set(Notice.objects.filter(entry=entry.pk).values_list("person_id", flat=True))
    try:
        return [tiding for tiding in tidings_of(entry) if tiding.person_id not in told]
    except (LookupError, AttributeError, ObjectDoesNotExist) as gone:
        log.warning("nobody can be told of %s: %s", entry.action, type(gone).__name__)
        return []


def _without_repeated(tidings: list[Tiding], before: Sequence[Tiding]) -> list[Tiding]:
    """Leave out what comes once a day to whom the same is told in this run, or was within a day and is not read."""
    calm = {_said(tiding) for tiding in tidings if tiding.once_a_day}
    if not calm:
        return tidings
    since = min(tiding.entry.at for tiding in tidings) - A_DAY
    unread = Notice.objects.filter(is_read=False, at__gt=since, kind__in={kind for _person, kind, _about in calm})
    unread = unread.filter(about__in={about for _person, _kind, about in calm})
    known = {_said(tiding) for tiding in before} | set(unread.values_list("person_id", "kind", "about"))
    return [tiding for tiding in tidings if not (tiding.once_a_day and _said(tiding) in known)]


def _said(tiding: Tiding) -> tuple[int, str, str]:
    return tiding.person_id, tiding.kind, tiding.about


def _write(tidings: Sequence[Tiding], *, by_mail: bool) -> None:
    people = {tiding.person_id for tiding in tidings}
    zones = dict(Person.objects.filter(pk__in=people).values_list("pk", "time_zone"))
    paces = paces_of(zones)
    at_once: list[Tiding] = []
    oldest = now() - TOO_OLD
    rows = []
    for tiding in tidings:
        if tiding.person_id not in zones:
            continue
        mine, category = paces[tiding.person_id], tiding.category
        pace = mine[category, MAIL] if by_mail and tiding.entry.at >= oldest else NONE
        at_once += [tiding] if pace == AT_ONCE else []
        rows.append(_row(tiding, mine, zones[tiding.person_id]) | {"is_mailed": pace in (NONE, AT_ONCE)})
    create_many(Notice, rows)
    _queue(at_once)


def _queue(tidings: Sequence[Tiding]) -> None:
    """Let mails wait: one for a person, and one more for each thing that can be answered by mail."""
    answerable: dict[tuple[int, str], str] = {}
    kinds: dict[int, set[str]] = defaultdict(set)
    asked: dict[Any, list[int]] = defaultdict(list)
    for tiding in tidings:
        if tiding.answers is not None:
            asked[tiding.answers].append(tiding.person_id)
    addresses = {thing: replies.addresses_for(people, thing) for thing, people in asked.items()}
    for tiding in tidings:
        address = addresses.get(tiding.answers, {}).get(tiding.person_id)
        if address:
            answerable[tiding.person_id, address] = tiding.category
        else:
            kinds[tiding.person_id].add(tiding.category)
    queue_mails(kinds)
    queue_answerable_mails(answerable)


def _row(tiding: Tiding, paces: Paces, zone: str) -> dict[str, Any]:
    moment = tiding.entry.at
    return {
        "person_id": tiding.person_id,
        "entry": tiding.entry.pk,
        "kind": tiding.kind,
        "category": tiding.category,
        "about": tiding.about,
        "at": moment,
        "shows_at": shown_from(paces[tiding.category, APP], zone, moment),
    }
