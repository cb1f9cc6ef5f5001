"""The letter, its way out, and its term."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from supportroom.invitations import actions
from supportroom.invitations.forms import LetterForm, ReasonForm, TermForm
from supportroom.invitations.models import Invitation, Letter
from supportroom.invitations.preparation import listings_to_invite, preparation_of, readiness_of
from supportroom.invitations.queries import letter_of
from supportroom.invitations.views.finding import invitation_for_team, round_for_team
from supportroom.invitations.views.pieces import checklist
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError, Missing
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.rounds.models import Round
from supportroom.web.editing import DONE, OVERTAKEN, save
from supportroom.web.limits import limited


def letter_edit(request: Asking, round_id: int) -> HttpResponse:
    """Write the letter; once it went out, the reason for a short notice alone."""
    round = round_for_team(request, round_id)
    letter = letter_of(round)
    seen = _seen(request, letter)
    form = _form(request, round, letter)
    asked = {"actor": request.actor, "round": round, "seen": seen, **_kept(letter)}
    status = save(request, form, actions.write_letter, edits=letter, now=lambda each: _values(round, each), **asked)
    if status == DONE:
        return redirect("invitations:invitation_list", round_id)
    prepared = preparation_of(round, now())
    context: dict[str, Any] = {"round": round, "letter": letter, "form": form, "prepared": prepared}
    context["seen"] = letter.version if letter and status == OVERTAKEN else seen
    return render(request, "invitations/letter.html", context, status=status)


def _seen(request: Asking, letter: Letter | None) -> int:
    word = request.POST.get("seen", "")
    if request.method == "POST":
        return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else 0
    return letter.version if letter else 0


def _kept(letter: Letter | None) -> dict[str, Any]:
    """Give what cannot be typed any more, of a letter that went out."""
    return {"text": letter.text, "answer_by": letter.answer_by} if letter and letter.sent_at else {}


def _values(round: Round, letter: Letter) -> dict[str, Any]:
    term = TermForm.values_of(letter.answer_by, round.time_zone)
    return {"text": letter.text, "reason": letter.reason, **term}


def _form(request: Asking, round: Round, letter: Letter | None) -> LetterForm | ReasonForm:
    spoken = {code: name for code, name in languages_spoken().items() if code in round.languages}
    start = _values(round, letter) if letter else {}
    if letter and letter.sent_at:
        return ReasonForm(request.POST or None, initial=start, languages=spoken)
    return LetterForm(request.POST or None, initial=start, languages=spoken, round=round)


@require_POST
@limited("invitations")
def invitations_send(request: Asking, round_id: int) -> HttpResponse:
    """Let the invitations go out; where something is missing, say all of it with the ways to mend it."""
    round = round_for_team(request, round_id)
    count = len(listings_to_invite(round))
    try:
        actions.send_invitations(actor=request.actor, round=round)
    except DomainError as error:
        if error.code != "invitations.not_ready":
            raise
        requirements = checklist(round, readiness_of(round, now()))
        return render(request, "invitations/not_ready.html", {"round": round, "requirements": requirements}, status=422)
    sent = ngettext("%(n)s invitation has gone out.", "%(n)s invitations have gone out.", count)
    messages.success(request, sent % {"n": count})
    return redirect("invitations:invitation_list", round_id)


def term_extend(request: Asking, round_id: int) -> HttpResponse:
    """Move the term for everybody."""
    round = round_for_team(request, round_id)
    letter = letter_of(round)
    if letter is None:
        raise Missing("kernel.missing")
    return _extend(request, letter, None)


def invitation_extend(request: Asking, invitation_id: int) -> HttpResponse:
    """Move the term for one invitation."""
    invitation = invitation_for_team(request, invitation_id)
    return _extend(request, invitation.round.letter, invitation)


def _extend(request: Asking, letter: Letter, invitation: Invitation | None) -> HttpResponse:
    term = invitation.term if invitation else letter.answer_by
    start = TermForm.values_of(term, letter.round.time_zone)
    form = TermForm(request.POST or None, initial=start, round=letter.round)
    status = save(request, form, actions.extend_term, actor=request.actor, letter=letter, invitation=invitation)
    if status == DONE:
        if invitation:
            return redirect("invitations:invitation_detail", invitation.pk)
        return redirect("invitations:invitation_list", letter.round_id)
    context = {"round": letter.round, "form": form, "term": term, "invitation": invitation}
    return render(request, "invitations/term.html", context, status=status)
