"""The press pack: what is in it, its summary, letter, embargo, cards, and all of it as one file."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from supportroom.groups.queries import seats_of
from supportroom.kernel.errors import DomainError, Missing
from supportroom.kernel.permissions import may, require
from supportroom.papers.models import Paper
from supportroom.papers.queries import languages_of
from supportroom.people.middleware import Asking
from supportroom.press import actions
from supportroom.press.approving import digest_of
from supportroom.press.forms import EmbargoForm, LetterForm, SummaryForm
from supportroom.press.letters import letter_begun
from supportroom.press.packing import packed
from supportroom.press.queries import (
    approval_of,
    approves,
    contacts_visible_to,
    names_own,
    pack_of,
    paper_of_pack,
    quotations_told,
)
from supportroom.press.social import card_of, post_of
from supportroom.press.vocabulary import PREPARED_IN, TONES
from supportroom.protection.actions import give_consent, withdraw_consent
from supportroom.rendering.card import to_png
from supportroom.room.queries import charter
from supportroom.web.editing import DONE, save, seen_in
from supportroom.web.limits import limited
from supportroom.web.posting import attempt

VERBS = ("write_summary", "approve_summary", "write_letter", "set_embargo", "read_contacts")


def pack_detail(request: Asking, paper_id: int) -> HttpResponse:
    """Show the press pack as it stands, and what is still missing in it."""
    paper = paper_of_pack(request.actor, paper_id)
    return _shown(request, paper, [])


def _shown(request: Asking, paper: Paper, errors: list[str]) -> HttpResponse:
    pack, languages = pack_of(paper), languages_of(paper)
    context = {
        "paper": paper,
        "group": paper.group,
        "pack": pack,
        "errors": errors,
        "is_open": paper.state in PREPARED_IN,
        "languages": languages,
        "standing": approval_of(pack),
        "digest": digest_of(pack.summary),
        "approves": approves(request.actor, pack),
        "quotations": quotations_told(request.actor, pack),
        "tones": TONES,
        "me": request.actor.person_id,
        "is_named": names_own(request.actor, paper),
        "can": {verb: may(request.actor, f"press.{verb}", paper) for verb in VERBS},
        "posts": [(code, name, post_of(paper, code)) for code, name in languages.items()],
        "contacts": contacts_visible_to(request.actor).count(),
        "office_zone": "Europe/Zurich",
    }
    return render(request, "press/pack.html", context, status=422 if errors else 200)


def summary_edit(request: Asking, paper_id: int) -> HttpResponse:
    """Write the summary."""
    return _edit(request, paper_id, "write_summary", SummaryForm, "press/summary.html")


def letter_edit(request: Asking, paper_id: int) -> HttpResponse:
    """Write the letter that asks for an article; it begins with words of ours."""
    return _edit(request, paper_id, "write_letter", LetterForm, "press/letter.html")


def _edit(request: Asking, paper_id: int, verb: str, kind: Any, template: str) -> HttpResponse:
    paper = paper_of_pack(request.actor, paper_id)
    require(request.actor, f"press.{verb}", paper)
    pack = pack_of(paper)
    initial = kind.values_of(pack)
    if kind is LetterForm and not pack.letter:
        initial = {"letter": letter_begun(paper)}
    seen = seen_in(request, pack)
    form = kind(request.POST or None, initial=initial, languages=languages_of(paper))
    act = getattr(actions, verb)
    status = save(request, form, act, edits=pack, now=kind.values_of, actor=request.actor, paper=paper, seen=seen)
    if status == DONE:
        return redirect("press:pack_detail", paper.pk)
    seen = pack.version if status == 409 else seen
    return render(request, template, {"paper": paper, "group": paper.group, "form": form, "seen": seen}, status=status)


def embargo_edit(request: Asking, paper_id: int) -> HttpResponse:
    """Say until when nothing may be published."""
    paper = paper_of_pack(request.actor, paper_id)
    require(request.actor, "press.set_embargo", paper)
    pack = pack_of(paper)
    zone = pack.time_zone if pack.embargo_until else charter().time_zone  # whose clock was told stays the clock
    form = EmbargoForm(request.POST or None, initial=EmbargoForm.values_of(pack), zone=zone)
    status = save(request, form, actions.set_embargo, actor=request.actor, paper=paper, seen=seen_in(request, pack))
    if status == DONE:
        return redirect("press:pack_detail", paper.pk)
    context = {"paper": paper, "group": paper.group, "form": form, "seen": pack.version}
    return render(request, "press/embargo.html", context, status=status)


@require_POST
def summary_approve(request: Asking, paper_id: int) -> HttpResponse:
    """Approve the summary that was read."""
    paper = paper_of_pack(request.actor, paper_id)
    digest = request.POST.get("digest", "")[:64]
    errors = attempt(actions.approve_summary, actor=request.actor, paper=paper, digest=digest)
    if errors:
        return _shown(request, paper, errors)
    messages.success(request, _("You approve this summary."))
    return redirect("press:pack_detail", paper.pk)


@require_POST
def author_name(request: Asking, paper_id: int) -> HttpResponse:
    """Agree to be named as an author in what is published, or take that back."""
    paper = paper_of_pack(request.actor, paper_id)
    require(request.actor, "press.approve_summary", paper)
    act = give_consent if request.POST.get("is_named") == "yes" else withdraw_consent
    seat = seats_of(paper.group).get(person=request.actor.person_id)
    errors = attempt(act, actor=request.actor, person=seat.person, thing=paper)
    return _shown(request, paper, errors) if errors else redirect("press:pack_detail", paper.pk)


@require_safe
def card(request: Asking, paper_id: int, language: str) -> HttpResponse:
    """Give the card of a paper in one of its languages, as a picture."""
    paper = paper_of_pack(request.actor, paper_id)
    if language not in languages_of(paper):
        raise Missing("kernel.missing")
    return HttpResponse(to_png(card_of(paper, language)), content_type="image/png")


@require_safe
@limited("exports")
def pack_export(request: Asking, paper_id: int) -> HttpResponse:
    """Give the whole pack as one file, once the group approves the summary."""
    paper = paper_of_pack(request.actor, paper_id)
    require(request.actor, "press.export_pack", paper)
    try:
        content = packed(paper, list(contacts_visible_to(request.actor)))
    except DomainError as error:
        return _shown(request, paper, [error.wording])
    headers = {"Content-Disposition": 'attachment; filename="press.zip"'}
    return HttpResponse(content, content_type="application/zip", headers=headers)
