"""A briefing is logged, put right, thrown away and taken back; its whole text."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.briefings import actions
from supportroom.briefings.forms import BriefingForm
from supportroom.briefings.queries import briefing_visible_to, passages_of, trashed_briefing, trashed_seen_by
from supportroom.briefings.vocabulary import TRASH_DAYS
from supportroom.files.uploads import takes_files
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


@takes_files
def briefing_add(request: Asking) -> HttpResponse:
    """Log a briefing."""
    require(request.actor, "briefings.log_briefing")
    form = _form(request, initial={"language": "en"})
    status = save(request, form, actions.log_briefing, actor=request.actor)
    if status == DONE:
        return redirect("briefings:briefing_detail", form.answer.pk)  # type: ignore[attr-defined]
    return render(request, "briefings/edit.html", {"form": form}, status=status)


@takes_files
def briefing_edit(request: Asking, briefing_id: int) -> HttpResponse:
    """Put right what is said of a briefing; its text as well until somebody has read it."""
    briefing = briefing_visible_to(request.actor, briefing_id)
    require(request.actor, "briefings.amend_briefing", briefing)
    seen = seen_in(request, briefing)
    with_text = not briefing.reflections.exists()
    form = _form(request, initial=BriefingForm.values_of(briefing), with_text=with_text)
    asked: dict[str, Any] = {"actor": request.actor, "briefing": briefing, "seen": seen}
    status = save(request, form, actions.amend_briefing, edits=briefing, now=BriefingForm.values_of, **asked)
    if status == DONE:
        return redirect("briefings:briefing_detail", briefing_id)
    seen = briefing.version if status == OVERTAKEN else seen
    return render(request, "briefings/edit.html", {"form": form, "briefing": briefing, "seen": seen}, status=status)


def _form(request: Asking, **given: Any) -> BriefingForm:
    posted, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    return BriefingForm(posted, files, languages=languages_spoken(), **given)


def briefing_text(request: Asking, briefing_id: int) -> HttpResponse:
    """Show a briefing's whole text, passage by passage."""
    briefing = briefing_visible_to(request.actor, briefing_id)
    require(request.actor, "briefings.read_text", briefing)
    return render(request, "briefings/text.html", {"briefing": briefing, "passages": passages_of(briefing)})


def trash(request: Asking) -> HttpResponse:
    """Show what lies in the trash."""
    require(request.actor, "briefings.read_trash")
    return render(request, "briefings/trash.html", {"rows": trashed_seen_by(request.actor), "days": TRASH_DAYS})


@require_POST
def briefing_trash(request: Asking, briefing_id: int) -> HttpResponse:
    """Put a briefing into the trash."""
    briefing = briefing_visible_to(request.actor, briefing_id)
    actions.trash_briefing(actor=request.actor, briefing=briefing, seen=seen_in(request, briefing))
    return redirect("briefings:trash")


@require_POST
def briefing_restore(request: Asking, briefing_id: int) -> HttpResponse:
    """Take a briefing out of the trash."""
    require(request.actor, "briefings.read_trash")
    briefing = trashed_briefing(request.actor, briefing_id)
    actions.restore_briefing(actor=request.actor, briefing=briefing)
    return redirect("briefings:briefing_detail", briefing_id)
