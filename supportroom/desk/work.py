"""The team's work on a round that is being prepared, in its order: what stands of each step, and where it is done."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from supportroom.invitations.queries import counts_by_state, letter_of
from supportroom.invitations.vocabulary import DRAFTED, SENT, WITHDRAWN
from supportroom.kernel.clock import now
from supportroom.programme.frozen import is_same
from supportroom.programme.queries import current_version, present_state, published_state
from supportroom.rounds.models import Round
from supportroom.selection.models import DraftList, Registration
from supportroom.selection.vocabulary import CONFIRMED
from supportroom.topics.queries import call_of
from supportroom.topics.vocabulary import ON_AGENDA, PROPOSED, SUPPORTED

DONE, NOW, NEXT = "done", "now", "next"


@dataclass(frozen=True)
class Work:
    """One step of the team's work: what, where, how it stands (done, now, next) and a few words on it."""

    what: str | Promise
    url: str
    state: str
    note: str = ""


def work_of(round: Round) -> Iterator[Work]:
    """Give the steps of a round's preparation in the order in which they are taken."""
    ready = round.groups.exists() and round.pillars.exists()
    yield Work(gettext_lazy("Particulars, groups, pillars"), _at("rounds:round_edit", round), DONE if ready else NOW)
    yield from _topics(round)
    yield _programme(round)
    yield from _selection(round)
    yield from _invitations(round)


def _at(name: str, round: Round) -> str:
    return reverse(name, args=[round.pk])


def _topics(round: Round) -> Iterator[Work]:
    call, moment = call_of(round), now()
    what, url = gettext_lazy("Call for topics"), _at("topics:call_edit", round)
    if call is None:
        yield Work(what, url, NEXT, _("not opened"))
    elif call.is_over(moment):
        yield Work(what, url, DONE, _("over"))
    else:
        yield Work(what, url, NOW, _("open") if call.is_open(moment) else _("opens later"))
    counted = round.topics.values("state").annotate(number=Count("pk")).order_by()
    states = {row["state"]: row["number"] for row in counted}
    waiting = states.get(PROPOSED, 0) + states.get(SUPPORTED, 0)
    note = (
        ngettext("%(n)s waits for an answer", "%(n)s wait for an answer", waiting) % {"n": waiting} if waiting else ""
    )
    agenda = ngettext("%(n)s on the agenda", "%(n)s on the agenda", states.get(ON_AGENDA, 0))
    agenda %= {"n": states.get(ON_AGENDA, 0)}
    state = NOW if waiting else DONE if states else NEXT
    yield Work(gettext_lazy("Topics and agenda"), _at("topics:topic_list", round), state, note or agenda)


def _programme(round: Round) -> Work:
    version = current_version(round)
    what, url = gettext_lazy("Programme"), _at("programme:programme", round)
    if version is None:
        return Work(what, url, NOW if round.sessions.exists() else NEXT, _("not published"))
    if not is_same(published_state(version), present_state(round)):
        return Work(what, url, NOW, _("changed since version %(n)s") % {"n": version.number})
    return Work(what, url, DONE, _("version %(n)s") % {"n": version.number})


def _selection(round: Round) -> Iterator[Work]:
    registration = Registration.objects.filter(round=round).first()
    if registration is None:
        state, note = NEXT, _("not opened")
    else:
        count = registration.applications.count()
        state = NOW if registration.is_open(now()) else DONE
        note = ngettext("%(n)s registered", "%(n)s registered", count) % {"n": count}
    yield Work(gettext_lazy("Open registration"), _at("selection:registration", round), state, note)
    found = DraftList.objects.filter(round=round).first()
    count = found.listings.filter(has_left=False).count() if found else 0
    note = ngettext("%(n)s person", "%(n)s people", count) % {"n": count} if count else _("empty")
    state = DONE if found and found.state == CONFIRMED else NOW if count else NEXT
    yield Work(gettext_lazy("List and quotas"), _at("selection:draft_list", round), state, note)


def _invitations(round: Round) -> Iterator[Work]:
    letter = letter_of(round)
    what, url = gettext_lazy("Letter and term"), _at("invitations:letter_edit", round)
    yield Work(
        what, url, NEXT if letter is None else DONE if letter.sent_at else NOW, "" if letter else _("not written")
    )
    counts = counts_by_state(round)
    sent = sum(number for state, number in counts.items() if state not in (DRAFTED, WITHDRAWN))
    answered = sent - counts.get(SENT, 0)
    note = _("%(answered)s of %(sent)s answered") % {"answered": answered, "sent": sent} if sent else _("not sent")
    state = NEXT if not sent else NOW if counts.get(SENT) else DONE
    yield Work(gettext_lazy("Invitations and answers"), _at("invitations:invitation_list", round), state, note)
