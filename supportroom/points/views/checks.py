"""Checks: opened, answered, closed, confirmed."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from supportroom.kernel.ids import spell
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.points import actions
from supportroom.points.actions import Answer
from supportroom.points.models import Check, Point
from supportroom.points.queries import check_visible_to, item_visible_to, points_visible_to, session_visible_to
from supportroom.points.views.answering import done, key_in
from supportroom.points.views.board import show
from supportroom.rounds.models import Session
from supportroom.web.posting import attempt


def ticked_points(request: Asking) -> list[Point]:
    """Give the points that were ticked, in the order of the list."""
    keys = [key_in(word) for word in request.POST.getlist("point")]
    found = points_visible_to(request.actor).in_bulk(keys)
    return [found[key] for key in dict.fromkeys(keys) if key in found]


@require_POST
def check_open(request: Asking, session_id: int) -> HttpResponse:
    """Ask the room about the points that are ticked, or about the one in focus."""
    session = session_visible_to(request.actor, session_id)
    require(request.actor, "points.open_check", session)
    board = getattr(session, "board", None)
    points = ticked_points(request) or ([board.focus] if board and board.focus else [])
    errors = attempt(actions.open_check, actor=request.actor, session=session, points=points)
    return show(request, session, errors=errors, status=422) if errors else done(request, session.pk)


@require_POST
def check_close(request: Asking, session_id: int) -> HttpResponse:
    """Close the check, with how many are present now."""
    session = session_visible_to(request.actor, session_id)
    check = _check_of(request, session, request.POST.get("check", ""))
    word = request.POST.get("present", "")
    present = int(word) if word.isascii() and word.isdecimal() and len(word) < 6 else None
    errors = attempt(actions.close_check, actor=request.actor, check=check, present=present)
    return show(request, session, errors=errors, status=422) if errors else done(request, session.pk)


@require_POST
def position_take(request: Asking, session_id: int) -> HttpResponse:
    """Keep somebody's answers to what is asked."""
    session = session_visible_to(request.actor, session_id)
    check = _check_of(request, session, request.POST.get("check", ""))
    answers = [
        Answer(item, choice, reason)
        for item in check.items.all()
        for choice, reason in [_typed(request, spell(item.pk))]
        if choice or reason
    ]
    given = {"actor": request.actor, "check": check, "answers": answers, "language": request.LANGUAGE_CODE}
    errors = attempt(actions.take_positions, **given) if answers else [_("Choose an answer first.")]
    return show(request, session, errors=errors, status=422) if errors else done(request, session.pk)


def _typed(request: Asking, key: str) -> tuple[str, str]:
    return request.POST.get(f"choice-{key}", ""), request.POST.get(f"reason-{key}", "").strip()


@require_POST
def outcome_confirm(request: Asking, session_id: int) -> HttpResponse:
    """Confirm what the rule says of one item or of all, or send one to further discussion."""
    session = session_visible_to(request.actor, session_id)
    if "all" in request.POST:
        check = _check_of(request, session, request.POST["all"])
        errors = attempt(actions.confirm_agreed, actor=request.actor, check=check)
    else:
        key, _colon, outcome = request.POST.get("outcome", "").partition(":")
        item, word = item_visible_to(request.actor, key_in(key)), request.POST.get(f"word-{key}", "")
        errors = attempt(actions.confirm_outcome, actor=request.actor, item=item, outcome=outcome, word=word)
    return show(request, session, errors=errors, status=422) if errors else done(request, session.pk)


def _check_of(request: Asking, session: Session, word: str) -> Check:
    """Give the check that a form speaks of; Missing where it is not of this session."""
    check = check_visible_to(request.actor, key_in(word))
    return check if check.session_id == session.pk else check_visible_to(request.actor, 0)
