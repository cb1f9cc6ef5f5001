"""A comment that came by mail: looked at by who mailed it, then kept or dropped."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.comments import actions
from supportroom.comments.forms import HIDDEN, NAMED, CommentForm
from supportroom.comments.mail_reading import looks_written_in
from supportroom.comments.models import MailedComment
from supportroom.comments.queries import mailed_visible_to
from supportroom.comments.views.reading import frame_of
from supportroom.kernel.ids import spell
from supportroom.papers.versions import VersionView, view_of
from supportroom.people.middleware import Asking
from supportroom.room.queries import charter, languages_spoken
from supportroom.web.editing import DONE, save


def mailed_detail(request: Asking, mailed_comment_id: int) -> HttpResponse:
    """Show what came by mail and what was cut of it; it stands once its writer says so."""
    mail = mailed_visible_to(request.actor, mailed_comment_id)
    view = view_of(mail.window.shown)
    form = CommentForm(
        request.POST or None,
        shown=list(view.shown),
        languages=languages_spoken(),
        may_hide=charter().comments_may_be_hidden,
        initial=_initial(mail, view),
    )
    status = save(request, form, actions.keep_mailed, actor=request.actor, mailed_comment=mail)
    if status == DONE:
        return redirect("comments:comment_detail", form.answer.pk)  # type: ignore[attr-defined]
    context = {
        **frame_of(request, mail.window.paper, mail.window),
        "mail": mail,
        "form": form,
        "was_in_time": mail.window.is_open(mail.came_at),
    }
    return render(request, "comments/mailed.html", context, status=status)


def _initial(mail: MailedComment, view: VersionView) -> dict[str, Any]:
    number = mail.paragraph_shown
    place = next((each for each in view.shown if number is not None and each.number == number), None)
    return {
        "text": mail.text,
        "paragraph": spell(place.paragraph_id) if place else "",
        "language": looks_written_in(mail.text),
        "naming": HIDDEN if charter().comments_may_be_hidden else NAMED,
    }


@require_POST
def mailed_drop(request: Asking, mailed_comment_id: int) -> HttpResponse:
    """Drop what came by mail."""
    mail = mailed_visible_to(request.actor, mailed_comment_id)
    if not mail.is_settled:
        actions.drop_mailed(actor=request.actor, mailed_comment=mail)
    return redirect("comments:comment_list", mail.window.paper_id)
