"""What was absent from a briefing: sent to the Envoy's office, read and taken along as it was sent."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from supportroom.briefings import actions
from supportroom.briefings.documents import Line, absent_docx, absent_rows, lines_of
from supportroom.briefings.forms import SendForm
from supportroom.briefings.queries import absent_in, absent_list_visible_to, absent_waiting, briefing_visible_to
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, save
from supportroom.web.limits import limited
from supportroom.web.sheets import KINDS as SHEETS
from supportroom.web.sheets import sheet_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = (*SHEETS, "docx")


def absent_send(request: Asking, briefing_id: int) -> HttpResponse:
    """Show what would be sent to the office, and send it."""
    briefing = briefing_visible_to(request.actor, briefing_id)
    require(request.actor, "briefings.send_absent", briefing)
    form = SendForm(request.POST or None, languages=languages_spoken())
    status = save(request, form, actions.send_absent, actor=request.actor, briefing=briefing)
    if status == DONE:
        return redirect("briefings:absent_detail", form.answer.pk)  # type: ignore[attr-defined]
    context: dict[str, Any] = {
        "briefing": briefing,
        "form": form,
        "readings": list(absent_in(briefing)),
        "waiting": absent_waiting(briefing),
    }
    return render(request, "briefings/absent_send.html", context, status=status)


def absent_detail(request: Asking, absent_list_id: int) -> HttpResponse:
    """Show a list as it was sent."""
    sent = absent_list_visible_to(request.actor, absent_list_id)
    lines: list[Line] = lines_of(sent, request.LANGUAGE_CODE)
    return render(request, "briefings/absent.html", {"sent": sent, "lines": lines, "kinds": KINDS})


@limited("exports")
def absent_file(request: Asking, absent_list_id: int, kind: str) -> HttpResponse:
    """Give a list as it was sent as a file, in the page's language."""
    sent = absent_list_visible_to(request.actor, absent_list_id)
    if kind not in KINDS:
        raise Http404
    if kind == "docx":
        answer = HttpResponse(absent_docx(sent, request.LANGUAGE_CODE), content_type=WORD)
        answer["Content-Disposition"] = 'attachment; filename="absent.docx"'
        return answer
    return sheet_of(absent_rows(sent, request.LANGUAGE_CODE), kind, "absent", _("Absent from the briefing"))
