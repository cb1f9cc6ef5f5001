"""One point's page: its words and their history, and everything that is done to it alone."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing, Stale
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.points import actions
from supportroom.points.forms import MoveForm, SplitForm, WordsForm
from supportroom.points.lifecycle import POINT
from supportroom.points.models import Point
from supportroom.points.pieces import state_words
from supportroom.points.queries import outcomes_of, point_visible_to, points_visible_to, session_visible_to
from supportroom.points.story import languages_of, outcomes_told, versions_told
from supportroom.room.queries import languages_spoken
from supportroom.rounds.models import Session
from supportroom.rounds.queries import pillars_of, sessions_visible_to
from supportroom.rounds.vocabulary import OPEN
from supportroom.web.posting import attempt, submit

VERBS = {
    "withdraw": "withdraw_point",
    "restore": "restore_point",
    "take_up_again": "take_up_again",
    "give_up": "give_up_point",
}


def meeting_of(request: Asking, point: Point) -> Session | None:
    """Give the open session of the point's group, or None."""
    meetings = sessions_visible_to(request.actor).select_related("board")
    return meetings.filter(round=point.round, group=point.group, state=OPEN).first()


def point_detail(request: Asking, point_id: int) -> HttpResponse:
    """Show a point."""
    return show_point(request, point_visible_to(request.actor, point_id))


def show_point(
    request: Asking, point: Point, *, forms: dict[str, Any] | None = None, errors: list[str] | None = None
) -> HttpResponse:
    """Answer with a point's page; after a refusal with its reasons and with what was typed."""
    meeting = meeting_of(request, point)
    can = _offered(request, point, meeting)
    context = {
        "point": point,
        "meeting": meeting,
        "can": can,
        "state": state_words()[point.state],
        "languages": languages_of(point, languages_spoken()),
        "versions": versions_told(point),
        "outcomes": outcomes_told(outcomes_of([point]).get(point.pk, []), request.LANGUAGE_CODE),
        "errors": errors or [],
        "forms": _forms(request, point, can) | (forms or {}),
    }
    return render(request, "points/detail.html", context, status=422 if forms or errors else 200)


def _offered(request: Asking, point: Point, meeting: Session | None) -> dict[str, Any]:
    """Tell what the reader may do with the point now."""
    actor = request.actor
    leads = bool(meeting) and may(actor, "points.move_point", meeting)
    changes = bool(meeting) and may(actor, "points.reword_point", point)
    facilitates = bool(meeting) and may(actor, "points.give_up_point", meeting)
    allowed = {"withdraw": changes, "restore": changes, "take_up_again": facilitates, "give_up": facilitates}
    return {
        "rewords": changes and POINT.allows(point.state, "split"),
        "translates": changes or may(actor, "points.translate_point", point),
        "moves": leads,
        "splits": leads and POINT.allows(point.state, "split"),
        # Outside the round people read what was published: neither what a point said before nor how many stood where.
        "reads_record": not point.round.is_published or may(actor, "rounds.read_participants", point.round),
        "verbs": [verb for verb, is_allowed in allowed.items() if is_allowed and POINT.allows(point.state, verb)],
    }


def _forms(request: Asking, point: Point, can: dict[str, Any]) -> dict[str, Any]:
    forms: dict[str, Any] = {}
    if can["moves"]:
        forms["move"] = _move_form(request, point, initial={"pillar": str(point.pillar_id)})
    if can["splits"]:
        forms["split"] = SplitForm(languages=languages_spoken(), initial={"language": point.content.original})
    return forms


def _move_form(request: Asking, point: Point, *args: Any, **kwargs: Any) -> MoveForm:
    others = points_visible_to(request.actor).of(point.round_id, point.group_id).standing().exclude(pk=point.pk)  # type: ignore[attr-defined]
    listed = others.order_by("pillar__position", "pillar_id", "position", "number")
    return MoveForm(*args, pillars=pillars_of(point.round), points=listed, **kwargs)


@require_POST
def words_write(request: Asking, point_id: int) -> HttpResponse:
    """Reword a point, or write it in another language."""
    point = point_visible_to(request.actor, point_id)
    form = WordsForm(request.POST, languages=languages_spoken())
    try:
        if submit(
            form, _write, actor=request.actor, point=point, meeting=meeting_of(request, point), asked=request.POST
        ):
            return redirect("points:point_detail", point_id)
    except Stale as stale:
        return _conflict(request, point, form, stale)
    return show_point(request, point, forms={"words": form})


def _write(*, meeting: Session | None, asked: Any, **given: Any) -> Point:
    """Take the way that the language and the actor's part in the meeting leave open."""
    word = asked.get("seen", "")
    given["seen"] = int(word) if word.isascii() and word.isdecimal() and len(word) < 9 else 0
    point, actor = given["point"], given["actor"]
    is_original = given["language"] == point.content.original
    if not is_original and may(actor, "points.translate_point", point):
        return actions.translate_point(is_final="is_final" in asked, **given)
    return actions.reword_point(session=meeting or point.raised_in, **given)


def _conflict(request: Asking, point: Point, form: WordsForm, stale: Stale) -> HttpResponse:
    """Show both wordings side by side; nothing is lost."""
    language = form.cleaned_data["language"]
    own = {"name": "text", "label": _("Words"), "yours": stale.mine, "theirs": stale.theirs, "language": language}
    context = {
        "fields": [own],
        "action": request.path,
        "cancel_url": request.path.removesuffix("words/"),
        "hidden": {"language": language, "seen": stale.params.get("seen", point.wording_number)},
        "wording": stale.wording,
    }
    return render(request, "web/conflict.html", context, status=409)


@require_POST
def translation_confirm(request: Asking, point_id: int) -> HttpResponse:
    """Say that a translation says what the original says."""
    point, language = point_visible_to(request.actor, point_id), request.POST.get("language", "")
    errors = attempt(actions.confirm_translation, actor=request.actor, point=point, language=language)
    return show_point(request, point, errors=errors) if errors else redirect("points:point_detail", point_id)


@require_POST
def point_move(request: Asking, point_id: int) -> HttpResponse:
    """Move a point under another pillar, or to another place."""
    point = point_visible_to(request.actor, point_id)
    form = _move_form(request, point, request.POST)
    if submit(form, actions.move_point, actor=request.actor, session=_meeting(request, point), point=point):
        return redirect("points:point_detail", point_id)
    return show_point(request, point, forms={"move": form})


@require_POST
def point_split(request: Asking, point_id: int) -> HttpResponse:
    """Split a point into parts that stand in its place."""
    point = point_visible_to(request.actor, point_id)
    form, meeting = SplitForm(request.POST, languages=languages_spoken()), _meeting(request, point)
    if submit(form, actions.split_point, actor=request.actor, session=meeting, point=point):
        return redirect("points:board", meeting.pk)
    return show_point(request, point, forms={"split": form})


@require_POST
def point_step(request: Asking, point_id: int) -> HttpResponse:
    """Withdraw a point, bring it back, take it up again, or give it up."""
    point, verb = point_visible_to(request.actor, point_id), request.POST.get("verb", "")
    if verb not in VERBS:
        raise Missing("kernel.missing")
    act, meeting = getattr(actions, VERBS[verb]), _meeting(request, point)
    errors = attempt(act, actor=request.actor, session=meeting, point=point)
    return show_point(request, point, errors=errors) if errors else redirect("points:point_detail", point_id)


def _meeting(request: Asking, point: Point) -> Session:
    """Give the open session of the point's group, else the one in which it was raised: that refuses, and says why."""
    return meeting_of(request, point) or session_visible_to(request.actor, point.raised_in_id)
