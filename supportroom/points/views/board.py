"""A session's page for everybody, and the projector's view of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from supportroom.kernel.actors import Actor
from supportroom.kernel.ids import spell
from supportroom.kernel.permissions import may, require
from supportroom.people import moments
from supportroom.people.confirming import goes_on, refuse
from supportroom.people.middleware import Asking
from supportroom.points import actions, pieces
from supportroom.points.broadcast import Channel
from supportroom.points.forms import RaiseForm
from supportroom.points.live import issue_ticket
from supportroom.points.models import Check
from supportroom.points.queries import BoardPage, board_for, points_visible_to, session_visible_to
from supportroom.points.views.answering import done, key_in
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND
from supportroom.room.queries import languages_spoken
from supportroom.rounds.models import Session
from supportroom.rounds.queries import takes_part
from supportroom.rounds.vocabulary import CLOSED, PLANNED
from supportroom.web.posting import attempt


@dataclass(frozen=True)
class Can:
    """What the page offers to its reader."""

    leads: bool
    facilitates: bool
    answers: bool
    raises: bool
    adds_pillars: bool
    imports: bool
    closes: bool
    opens: bool

    @property
    def audience(self) -> str:
        """The letters of the reader's kind of screen."""
        held = {pieces.ANSWERS: self.answers, pieces.LEADS: self.leads, pieces.FACILITATES: self.facilitates}
        return "".join(letter for letter, holds in held.items() if holds)


def offered(actor: Actor, session: Session) -> Can:
    """Ask what the actor may do on this board now."""
    is_open, is_planned = session.is_open, session.state == PLANNED
    leads = is_open and may(actor, "points.focus_point", session)
    answers = is_open and may(actor, "points.take_positions", Check(session=session))
    return Can(
        leads=leads,
        facilitates=is_open and may(actor, "points.open_check", session),
        answers=answers,
        # Who answers takes part, and who takes part raises points: asked again only for those who do not.
        raises=is_open and (answers or may(actor, "points.raise_point", session)),
        adds_pillars=leads and may(actor, "rounds.add_pillar", session.round),
        imports=(is_open or is_planned) and may(actor, "points.import_points", session),
        closes=is_open and may(actor, "rounds.close_session", session),
        opens=is_planned and session.round.can_meet and may(actor, "rounds.open_session", session),
    )


def board(request: Asking, session_id: int) -> HttpResponse:
    """Show a session's page."""
    return show(request, session_visible_to(request.actor, session_id))


def show(
    request: Asking,
    session: Session,
    *,
    errors: Sequence[str] = (),
    raise_form: RaiseForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Answer with a session's page; after a refusal with its reasons and with what was typed."""
    page, can = board_for(session, request.actor), offered(request.actor, session)
    if can.raises and raise_form is None:
        raise_form = RaiseForm(pillars=page.pillars, languages=languages_spoken(), new_pillars=can.adds_pillars)
    typed = request.POST if errors else {}
    left_over = _put_back(page, typed)
    screen = pieces.Screen(can.audience, request.LANGUAGE_CODE, request_place(request, session), typed)
    refused = {"errors": errors, "left_over": left_over, "raise_form": raise_form}
    return render(request, "points/board.html", _context(request.actor, page, can, screen) | refused, status=status)


def _context(actor: Actor, page: BoardPage, can: Can, screen: pieces.Screen) -> dict[str, Any]:
    session = page.session
    return {
        "session": session,
        "board": page,
        "screen": screen,
        "can": can,
        "pieces": pieces.render(page, screen),
        "ticket": _ticket(session, screen),
        "has_answered": any(item.my_choice for item in page.open_items) and not screen.typed,
        "people": _people(session, actor, can),
        "kicker": _kicker(session, screen.language),
        "link": _link(session, actor, can),
    }


def request_place(request: Asking, session: Session) -> str:
    """Give the address of the session's page in the page's language."""
    return pieces.session_place(session.pk, request.LANGUAGE_CODE)


def _ticket(session: Session, screen: pieces.Screen) -> str:
    """Give the ticket for what changes; none for a session that is over."""
    is_over = not (session.is_open or session.state == PLANNED)
    return "" if is_over else issue_ticket(Channel(session.pk, screen.language, screen.audience))


def _people(session: Session, actor: Actor, can: Can) -> list[tuple[str, str]]:
    """Name who leads, to those alone who take part in the round as well (S16)."""
    if not (can.answers or may(actor, "rounds.read_participants", session.round)):
        return []
    chosen = [(_("Facilitator"), session.facilitator), (_("Rapporteur"), session.rapporteur)]
    return [(word, name_for(person, SAME_ROUND)) for word, person in chosen if person]


def _link(session: Session, actor: Actor, can: Can) -> str:
    """Give where the meeting is joined online, to those alone who take part in it and to the team."""
    if not session.link or session.state == CLOSED:
        return ""
    joins = can.answers or may(actor, "programme.read_links", session.round) or takes_part(actor, session)
    return session.link if joins else ""


def _kicker(session: Session, language: str) -> str:
    parts = [session.get_kind_display(), session.group.name.said_in(language).text if session.group else ""]
    return " · ".join(str(part) for part in parts if part)


def _put_back(page: BoardPage, typed: Mapping[str, str]) -> list[str]:
    """Put typed answers back into the open check; give the reasons typed for items that are open no more."""
    for item in page.open_items:
        key = spell(item.id)
        item.my_choice = typed.get(f"choice-{key}", item.my_choice)
        item.my_reason = typed.get(f"reason-{key}", item.my_reason)
    still_open = {f"reason-{spell(item.id)}" for item in page.open_items}
    return [words for name, words in typed.items() if name.startswith("reason-") and words and name not in still_open]


@goes_on
def projector(request: Asking, session_id: int) -> HttpResponse:
    """Show what is in focus, for a screen that a whole room looks at; it goes on untouched while a session is open."""
    session = session_visible_to(request.actor, session_id)
    if not session.is_open and moments.was_away(request):
        return refuse()
    screen = pieces.Screen(pieces.PROJECTOR, request.LANGUAGE_CODE, request_place(request, session))
    page = board_for(session, request.actor)
    shown: dict[str, Any] = {"session": session, "board": page, "pieces": pieces.render(page, screen)}
    return render(request, "points/projector.html", {**shown, "ticket": _ticket(session, screen)})


@require_POST
def focus_put(request: Asking, session_id: int) -> HttpResponse:
    """Put the first point that is ticked into focus."""
    session = session_visible_to(request.actor, session_id)
    require(request.actor, "points.focus_point", session)
    ticked = request.POST.getlist("point")
    if not ticked:
        return show(request, session, errors=[_("Tick a point first.")], status=422)
    point = points_visible_to(request.actor).filter(pk=key_in(ticked[0])).first()
    errors = attempt(actions.focus_point, actor=request.actor, session=session, point=point)
    return show(request, session, errors=errors, status=422) if errors else done(request, session.pk)
