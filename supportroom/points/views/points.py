"""Points: raised, listed, shown with all that became of them, and changed."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import multilingual
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.points import actions
from supportroom.points.export import FORMATS, table_of
from supportroom.points.forms import ListForm, MergeForm, RaiseForm
from supportroom.points.models import Point
from supportroom.points.pieces import point_place, state_words
from supportroom.points.queries import list_by_pillar, points_visible_to, session_visible_to
from supportroom.points.views.answering import done
from supportroom.points.views.board import show
from supportroom.points.views.checks import ticked_points
from supportroom.room.models import Pillar
from supportroom.room.queries import languages_spoken
from supportroom.rounds.actions import add_pillar
from supportroom.rounds.models import Session
from supportroom.rounds.queries import groups_of, pillars_of, rounds_visible_to
from supportroom.web.posting import submit


@require_POST
def point_add(request: Asking, session_id: int) -> HttpResponse:
    """Raise a point, under a new pillar where that is asked."""
    session = session_visible_to(request.actor, session_id)
    require(request.actor, "points.raise_point", session)
    form = RaiseForm(
        request.POST,
        pillars=pillars_of(session.round),
        languages=languages_spoken(),
        new_pillars=may(request.actor, "rounds.add_pillar", session.round),
    )
    if submit(form, _raise, actor=request.actor, session=session):
        return done(request, session.pk, "raise")
    return show(request, session, raise_form=form, status=422)


def _raise(*, pillar: Pillar, new_pillar: str, language: str, **given: Any) -> Point:
    """Raise a point, with its pillar added before where that is new: both or neither."""
    with transaction.atomic():
        if new_pillar:
            name = multilingual(language, **{language: new_pillar})
            pillar = add_pillar(actor=given["actor"], round=given["session"].round, name=name)
        return actions.raise_point(pillar=pillar, language=language, **given)


def point_list(request: Asking, round_id: int) -> HttpResponse:
    """Show a round's points by pillar, filtered; or give them as a file."""
    round_ = rounds_visible_to(request.actor).filter(pk=round_id).first()
    if round_ is None:
        raise Missing("kernel.missing")
    form = ListForm(request.GET, pillars=pillars_of(round_), groups=groups_of(round_))
    points = form.narrow(points_visible_to(request.actor).filter(round=round_))
    if request.GET.get("format") in FORMATS:
        return table_of(points, request.GET["format"], request.LANGUAGE_CODE)
    query = request.GET.copy()
    query.pop("format", None)
    context = {
        "round": round_,
        "form": form,
        "pillars": list_by_pillar(points),
        "states": state_words(),
        "place": point_place(request.LANGUAGE_CODE),
        "spell": spell,
        "is_narrowed": any(query.values()),
        "exports": [(word.upper(), f"?{_with_format(query, word)}") for word in FORMATS],
    }
    return render(request, "points/list.html", context)


def _with_format(query: Any, word: str) -> str:
    asked = query.copy()
    asked["format"] = word
    return str(asked.urlencode())


@require_POST
def point_merge(request: Asking, session_id: int) -> HttpResponse:
    """Ask which of the points that are ticked goes on, then merge the others into it."""
    session = session_visible_to(request.actor, session_id)
    require(request.actor, "points.merge_points", session)
    points = ticked_points(request)
    if len(points) < 2:
        return show(request, session, errors=[_("Tick at least two points to merge.")], status=422)
    is_decided = "into" in request.POST
    form = MergeForm(request.POST if is_decided else None, points=points)
    if is_decided and submit(form, actions.merge_points, actor=request.actor, session=session):
        return redirect("points:point_detail", form.cleaned_data["into"].pk)
    return _merge_page(request, session, points, form, 422 if is_decided else 200)


def _merge_page(request: Asking, session: Session, points: list[Point], form: MergeForm, status: int) -> HttpResponse:
    context = {"session": session, "keys": [spell(point.pk) for point in points], "form": form}
    return render(request, "points/merge.html", context, status=status)
