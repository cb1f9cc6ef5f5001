"""Reading a briefing, recommendation by recommendation: one press says what it says of each, and leads to the next."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from supportroom.briefings import actions
from supportroom.briefings.forms import ReadingForm, SecondReadingForm
from supportroom.briefings.models import Briefing, Passage, Reflection
from supportroom.briefings.offers import offers_for
from supportroom.briefings.queries import briefing_visible_to, passages_of, reflection_of, reflection_visible_to
from supportroom.briefings.views.public import WORDS
from supportroom.briefings.vocabulary import READ
from supportroom.briefings.working import MINE, NEW, READ_TWICE, SECOND, Way, way_through
from supportroom.kernel.errors import Missing, Stale
from supportroom.kernel.ids import spell
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import TEAM
from supportroom.register.models import Recommendation
from supportroom.register.queries import recommendation_at
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, REFUSED, SHOWN
from supportroom.web.posting import submit


def reading(request: Asking, briefing_id: int) -> HttpResponse:
    """Lead to the first recommendation that waits for the reader, after the one in `after`; else to what was read."""
    require(request.actor, "briefings.read")
    briefing = briefing_visible_to(request.actor, briefing_id)
    slug = way_through(request.actor, briefing).next_after(request.GET.get("after", ""))
    if slug is None:
        return redirect("briefings:briefing_detail", briefing_id)
    return redirect("briefings:reading_detail", briefing_id, slug)


def reading_detail(request: Asking, briefing_id: int, recommendation_slug: str) -> HttpResponse:
    """Show a recommendation with the passages that may concern it, and take what the reader says."""
    require(request.actor, "briefings.read")
    briefing = briefing_visible_to(request.actor, briefing_id)
    recommendation = recommendation_at(request.actor, recommendation_slug)
    form = _form(request, reflection_of(briefing, recommendation), passages_of(briefing))
    status = _read(request, form, briefing, recommendation)
    if status == DONE:
        return _onward(briefing, recommendation)
    return _show(request, briefing, recommendation, form=form, status=status)


def _form(request: Asking | None, known: Reflection | None, passages: Sequence[Passage]) -> ReadingForm:
    given = request.POST or None if request else None
    return ReadingForm(given, passages=passages, languages=languages_spoken(), initial=_initial(known))


def _read(request: Asking, form: ReadingForm, briefing: Briefing, recommendation: Recommendation) -> int:
    """Do what was pressed; give the page's status."""
    if request.method != "POST":
        return SHOWN
    asked = {"actor": request.actor, "briefing": briefing, "recommendation": recommendation, "seen": _seen(request)}
    try:
        return DONE if submit(form, actions.read, **asked) else REFUSED
    except Stale as stale:
        form.add_error(None, stale.wording)
        return OVERTAKEN


def _seen(request: Asking) -> int:
    """Give the version of the reading that the reader had before them; 0: nobody had read it."""
    word = request.POST.get("seen", "")
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else 0


def _initial(known: Reflection | None) -> dict[str, Any]:
    if known is None:
        return {}
    chosen = known.passage
    is_whole = chosen is not None and known.quotation == chosen.text
    return {
        "verdict": known.verdict,
        "passage": spell(chosen.pk) if chosen else "",
        "quotation": "" if is_whole else known.quotation,
        "note": known.note,
    }


def _onward(briefing: Briefing, recommendation: Recommendation) -> HttpResponse:
    place = reverse("briefings:reading", args=[briefing.pk])
    return redirect(f"{place}?{urlencode({'after': recommendation.slug})}")


def _show(
    request: Asking,
    briefing: Briefing,
    recommendation: Recommendation,
    *,
    status: int = 200,
    form: ReadingForm | None = None,
    again: SecondReadingForm | None = None,
) -> HttpResponse:
    """Answer with the page of one recommendation; whatever was typed stands in the forms."""
    way = way_through(request.actor, briefing)
    if recommendation.slug not in way.standing:
        raise Missing("kernel.missing")
    known = reflection_of(briefing, recommendation)
    passages = passages_of(briefing)
    context = {
        **WORDS,
        **_place(way, recommendation),
        **_known(request, known, way.standing[recommendation.slug]),
        **_offers(briefing, recommendation, passages, form or _form(None, known, passages)),
        "briefing": briefing,
        "recommendation": recommendation,
        "again": again or SecondReadingForm(languages=languages_spoken()),
    }
    return render(request, "briefings/reading.html", context, status=status)


def _known(request: Asking, known: Reflection | None, standing: str) -> dict[str, Any]:
    """Give what was read already, by whom, and what can be done with it."""
    return {
        "reflection": known,
        "reader": name_for(known.first_reader, TEAM) if known else "",
        "second": name_for(known.second_reader, TEAM) if known and known.second_verdict else "",
        "can_read_again": standing == SECOND,
        "can_withdraw": known is not None and may(request.actor, "briefings.withdraw_reading", known),
        "is_read_once": known is not None and known.state == READ,
    }


def _offers(
    briefing: Briefing, recommendation: Recommendation, passages: Sequence[Passage], form: ReadingForm
) -> dict[str, Any]:
    """Give the passages that may concern it, and all others."""
    offers = offers_for(briefing, recommendation, passages)
    offered = {offer.passage.pk for offer in offers}
    chosen = str(form["passage"].value() or "")
    return {
        "form": form,
        "offers": offers,
        "others": [passage for passage in passages if passage.pk not in offered],
        "chosen": chosen,
        "chosen_elsewhere": bool(chosen) and chosen not in {spell(key) for key in offered},
        "spell": spell,
    }


def _place(way: Way, recommendation: Recommendation) -> dict[str, Any]:
    before, behind = way.beside(recommendation.slug)
    return {
        "at": way.slugs.index(recommendation.slug) + 1,
        "total": len(way.slugs),
        "waits": way.next_after(recommendation.slug) is not None,
        "before": before,
        "behind": behind,
        "left": way.count(NEW),
        "to_confirm": way.count(SECOND),
        "mine": way.count(MINE),
        "twice": way.count(READ_TWICE),
    }


@require_POST
def reading_again(request: Asking, reflection_id: int) -> HttpResponse:
    """Confirm what another person read, or say what one reads instead."""
    require(request.actor, "briefings.read_again")
    reflection = reflection_visible_to(request.actor, reflection_id)
    form = SecondReadingForm(request.POST, languages=languages_spoken())
    briefing, recommendation = reflection.briefing, reflection.recommendation
    try:
        done = submit(form, actions.read_again, actor=request.actor, reflection=reflection, seen=_seen(request))
    except Stale as stale:
        form.add_error(None, stale.wording)
        return _show(request, briefing, recommendation, again=form, status=OVERTAKEN)
    if done:
        return _onward(briefing, recommendation)
    return _show(request, briefing, recommendation, again=form, status=REFUSED)


@require_POST
def reading_withdraw(request: Asking, reflection_id: int) -> HttpResponse:
    """Take a reading back: the recommendation counts as not read."""
    require(request.actor, "briefings.read")
    reflection = reflection_visible_to(request.actor, reflection_id)
    require(request.actor, "briefings.withdraw_reading", reflection)
    actions.withdraw_reading(actor=request.actor, reflection=reflection)
    return redirect("briefings:reading_detail", reflection.briefing_id, reflection.recommendation.slug)
