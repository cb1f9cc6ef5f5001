"""The chain: every entry gets its place at the very end of its own transaction, so that nothing can be cut off unseen.

The head is one row, held from here to the commit: two who write at once follow one another, and because nothing else
is waited for while it is held, nobody waits in a circle. An entry without an actor (the Chatham House Rule) gets no
place yet: between its neighbours the place would tell its minute. It is added to the head's sum, which knows no order,
and once a day all of them get their places in the order of their random ids.
"""

from collections.abc import Sequence

from supportroom.journal import digests
from supportroom.journal.models import Entry, Head, Link, Loose


class Broken(RuntimeError):
    """The chain has links and no head: somebody was at the database."""


def bind(named: Sequence[Entry], unnamed: Sequence[Entry]) -> None:
    """Give entries their places, or add them to those without one; at the end of the transaction that wrote them."""
    if not named and not unnamed:
        return
    head = _held()
    _place(head, [(entry, digests.sealed(entry.salt, entry.actor, entry.facts)) for entry in named])
    if unnamed:
        loose = [(entry, digests.sealed(entry.salt, entry.actor, entry.facts)) for entry in unnamed]
        Loose.objects.bulk_create([Loose(entry=entry.pk, sealed=seal) for entry, seal in loose])
        _count(head, [digests.loose(entry, seal) for entry, seal in loose], sign=1)
    _keep(head)


def seal_loose() -> int:
    """Give every entry without a place one, in the order of their random ids; give how many there were."""
    head = _held()
    seals = dict(Loose.objects.values_list("entry", "sealed"))
    entries = Entry.objects.in_bulk(list(seals))
    loose = [(entries[key], seals[key]) for key in sorted(seals) if key in entries]
    _place(head, loose)
    _count(head, [digests.loose(entry, seal) for entry, seal in loose], sign=-1)
    Loose.objects.filter(entry__in=[entry.pk for entry, _seal in loose]).delete()
    _keep(head)
    return len(loose)


def _held() -> Head:
    """Give the head, held; the first who writes at all makes it, also where several are the first at once."""
    head = Head.objects.select_for_update().filter(pk=1)
    found = head.first()
    if found is None and not Link.objects.exists():
        Head.objects.get_or_create(pk=1)
    found = found or head.first()
    if found is None:
        raise Broken("the journal's chain has lost its head: see docs/operate/corruption.md")
    return found


def _place(head: Head, entries: Sequence[tuple[Entry, str]]) -> None:
    links = []
    for entry, seal in entries:
        head.place += 1
        head.digest = digests.link(head.digest, head.place, entry, seal)
        links.append(Link(place=head.place, entry=entry.pk, sealed=seal, digest=head.digest))
    Link.objects.bulk_create(links, batch_size=500)


def _count(head: Head, numbers: Sequence[int], *, sign: int) -> None:
    head.loose += sign * len(numbers)
    head.loose_sum = f"{(int(head.loose_sum, 16) + sign * sum(numbers)) % digests.WIDTH:064x}"


def _keep(head: Head) -> None:
    Head.objects.filter(pk=1).update(
        place=head.place, digest=head.digest, loose=head.loose, loose_sum=head.loose_sum
    )  # fmt: skip
