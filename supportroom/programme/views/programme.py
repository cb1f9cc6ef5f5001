"""A round's programme, and its publication."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from supportroom.kernel.errors import Stale
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.programme import actions
from supportroom.programme.forms import PublishForm
from supportroom.programme.frozen import fingerprint
from supportroom.programme.queries import is_within, persons_named, present_state
from supportroom.programme.sheet import Sheet, sheet_for
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND, TEAM
from supportroom.room.queries import languages_spoken
from supportroom.rounds.models import Round
from supportroom.rounds.queries import groups_of
from supportroom.rounds.views.rounds import round_or_missing
from supportroom.rounds.vocabulary import SESSION_KINDS
from supportroom.web.editing import DONE, OVERTAKEN, save


def programme(request: Asking, round_id: int) -> HttpResponse:
    """Show a round's programme, day by day as the round's clock has it."""
    round = round_or_missing(request, round_id)
    sheet = sheet_for(request.actor, round)
    context = {
        "sheet": sheet,
        "may_plan": may(request.actor, "rounds.add_session", round) and not round.is_published,
        "may_set_topics": may(request.actor, "programme.set_topics") and not round.is_published,
        "may_publish": may(request.actor, "programme.publish_programme", round) and not round.is_published,
        "several_groups": len(groups_of(round)) > 1,
        "is_within": is_within(request.actor, round),
    }
    return render(request, "programme/programme.html", words_for(round) | _people(sheet) | context)


def words_for(round: Round) -> dict[str, Any]:
    """Give what the pieces of programmes need: the round and the names of kinds and languages."""
    return {"round": round, "kinds": SESSION_KINDS, "language_names": languages_spoken()}


def _people(sheet: Sheet) -> dict[str, Any]:
    """Give the names of those whom warnings and offers are about; there are none where the reader does not plan."""
    concerned = persons_named(each.about for each in sheet.conflicts if each.kind == "person_twice")
    offers = [offer for _day, slots in sheet.days for slot in slots for offer in slot.offers]
    return {
        "names": {person.pk: name_for(person, TEAM) for person in concerned},
        "offering": {offer.pk: name_for(offer.person, SAME_ROUND) for offer in offers},
    }


def programme_publish(request: Asking, round_id: int) -> HttpResponse:
    """Show what would be published and what speaks against it, and publish it with a note."""
    round = round_or_missing(request, round_id)
    require(request.actor, "programme.publish_programme", round)
    form, status = PublishForm(request.POST or None, languages=languages_spoken()), OVERTAKEN
    asked: dict[str, Any] = {"actor": request.actor, "round": round, "seen": request.POST.get("seen", "")}
    try:
        status = save(request, form, actions.publish_programme, **asked)
    except Stale as stale:
        form.add_error(None, stale.wording)
    if status == DONE:
        messages.success(request, _("The programme is published."))
        return redirect("programme:programme", round_id)
    sheet = sheet_for(request.actor, round)
    context = {"form": form, "sheet": sheet, "seen": fingerprint(present_state(round))}
    return render(request, "programme/publish.html", words_for(round) | _people(sheet) | context, status=status)
