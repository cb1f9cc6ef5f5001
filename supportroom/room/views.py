"""The charter: read by everybody in the room, written by the team."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.people.places import place_name
from supportroom.room import actions
from supportroom.room.forms import CharterForm, PillarForm, QuotasForm
from supportroom.room.models import Pillar, Room
from supportroom.room.queries import all_pillars, charter, hub_name, languages_spoken
from supportroom.room.quotas import Share, competence_names, quota_label
from supportroom.room.vocabulary import LANGUAGE_NAMES
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def charter_edit(request: Asking) -> HttpResponse:
    """Show the charter; for the team, with the forms that change it."""
    room = Room.objects.get(pk=charter().pk)
    may_change = may(request.actor, "room.amend_charter", room)
    if request.method == "POST":
        require(request.actor, "room.amend_charter", room)
    seen = seen_in(request, room)
    form = CharterForm(request.POST or None, initial=CharterForm.values_of(room), languages=languages_spoken())
    asked = {"actor": request.actor, "room": room, "seen": seen}
    status = save(request, form, actions.amend_charter, edits=room, now=CharterForm.values_of, **asked)
    if status == DONE:
        return redirect("room:charter_edit")
    context = _charter_said(Room.objects.get(pk=room.pk)) | {"may_change": may_change, "form": form}
    context |= {"may_name": may(request.actor, "room.name_pillar")}
    context |= {"seen": room.version if status == OVERTAKEN else seen}
    return render(request, "room/charter.html", context, status=status)


def charter_quotas(request: Asking) -> HttpResponse:
    """Set the quotas with which a new round's list begins."""
    room = Room.objects.get(pk=charter().pk)
    require(request.actor, "room.amend_charter", room)
    seen = seen_in(request, room)
    form = QuotasForm(request.POST or None, shares=[Share(**quota) for quota in room.quotas])
    asked = {"actor": request.actor, "room": room, "seen": seen}
    status = save(request, form, _set_quotas, edits=room, now=lambda _room: {}, **asked)
    if status == DONE:
        return redirect("room:charter_edit")
    context = {"form": form, "seen": room.version if status == OVERTAKEN else seen}
    return render(request, "room/quotas.html", context, status=status)


def _set_quotas(*, quotas: list[Share], **asked: Any) -> Room:
    return actions.amend_charter(**asked, quotas=[share.as_json() for share in quotas])


def _quotas_said(room: Room) -> list[tuple[str, int]]:
    names = competence_names() if room.quotas else {}
    return [(quota_label(each["kind"], each["value"], names), each["percent"]) for each in room.quotas]


def _charter_said(room: Room) -> dict[str, object]:
    """Give what the page says of the charter."""
    return {
        "room": room,
        "hubs": [hub_name(hub) for hub in room.hubs],
        "language_names": {code: LANGUAGE_NAMES.get(code, code) for code in room.languages},
        "pillars": all_pillars(),
        "quotas": _quotas_said(room),
        "countries": [place_name(code) for code in room.countries],
    }


def pillar_add(request: Asking) -> HttpResponse:
    """Write a pillar into the charter."""
    require(request.actor, "room.add_pillar")
    form = PillarForm(request.POST or None, languages=languages_spoken())
    status = save(request, form, actions.add_pillar, actor=request.actor)
    if status == DONE:
        return redirect("room:charter_edit")
    return render(request, "room/pillar_add.html", {"form": form}, status=status)


def pillar_edit(request: Asking, pillar_id: int) -> HttpResponse:
    """Reword or translate a pillar; afterwards the reader is back on the charter."""
    require(request.actor, "room.name_pillar")
    pillar = _pillar(pillar_id)
    seen = seen_in(request, pillar)
    form = PillarForm(request.POST or None, initial={"name": pillar.name}, languages=languages_spoken())
    asked = {"actor": request.actor, "pillar": pillar, "seen": seen}
    status = save(request, form, actions.name_pillar, edits=pillar, now=lambda thing: {"name": thing.name}, **asked)
    if status == DONE:
        return redirect("room:charter_edit")
    context = {"form": form, "pillar": pillar, "seen": pillar.version if status == OVERTAKEN else seen}
    return render(request, "room/pillar_edit.html", context, status=status)


def _pillar(pillar_id: int) -> Pillar:
    pillar = Pillar.objects.filter(pk=pillar_id).first()
    if pillar is None:
        raise Missing("kernel.missing")
    return pillar


@require_POST
def pillar_adopt(request: Asking, pillar_id: int) -> HttpResponse:
    """Take a proposed pillar into the charter."""
    require(request.actor, "room.adopt_pillar")
    actions.adopt_pillar(actor=request.actor, pillar=_pillar(pillar_id))
    return redirect("room:charter_edit")
