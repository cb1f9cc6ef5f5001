"""What the pages of statements and reports share: their frame, their refusals, a paragraph's form and its conflict."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from supportroom.kernel.errors import Denied, DomainError, Missing, Stale
from supportroom.people.middleware import Asking
from supportroom.rounds.models import Round
from supportroom.rounds.queries import rounds_visible_to
from supportroom.statements.models import Report, Statement
from supportroom.statements.queries import languages_of
from supportroom.texts.models import Paragraph
from supportroom.web.posting import submit
from supportroom.web.wording import WordingForm, two_wordings

ROUND_FRAME, PLAIN_FRAME = "rounds/frame.html", "statements/plain.html"


def round_or_missing(request: Asking, round_id: int) -> Round:
    """Give a round that the reader may see; Missing otherwise."""
    found = rounds_visible_to(request.actor).filter(pk=round_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def posted(request: Asking) -> QueryDict | None:
    """Give what was sent, were it nothing at all; None for a page that was only opened."""
    return request.POST if request.method == "POST" else None


def framed(request: Asking, thing: Statement | Report) -> dict[str, Any]:
    """Give what the frame of a page needs: that of the round, for whom the round is there; a plain one for others."""
    sees_round = rounds_visible_to(request.actor).filter(pk=thing.round_id).exists()
    frame = ROUND_FRAME if sees_round else PLAIN_FRAME
    tab = "statements" if isinstance(thing, Statement) else "report"
    return {"round": thing.round, "frame": frame, "sees_round": sees_round, "tab": tab}


def paragraph_of(thing: Statement | Report, paragraph_id: int) -> Paragraph:
    """Find a paragraph of a text, removed ones too; Missing."""
    found = thing.text.paragraphs.filter(pk=paragraph_id).select_related("text").first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def attempt(request: Asking, act: Callable[..., Any], **given: Any) -> None:
    """Do an action for the reader; what it refuses is said at the head of the next page. Denied and Missing pass."""
    try:
        act(actor=request.actor, **given)
    except (Denied, Missing):
        raise
    except DomainError as error:
        messages.error(request, error.wording)


def edit_wording(
    request: Asking,
    thing: Statement | Report,
    paragraph: Paragraph,
    *,
    act: Callable[..., Any],
    open_languages: list[str],
    back: str,
) -> HttpResponse:
    """Answer the page on which a paragraph is worded in its languages, side by side."""
    form = WordingForm(
        posted(request),
        content=paragraph.content,
        languages=languages_of(thing.round),
        open_languages=open_languages,
        initial={"seen": paragraph.version},
    )
    if request.method == "POST":
        try:
            if submit(form, act, actor=request.actor, paragraph=paragraph, **_owner(thing)):
                return redirect(back)
        except Stale as stale:
            return two_wordings(request, stale, languages_of(thing.round), back)
    context = {**framed(request, thing), "form": form, "back": back, "paragraph": paragraph}
    return render(request, "statements/wording.html", context, status=422 if form.errors else 200)


def _owner(thing: Statement | Report) -> dict[str, Any]:
    return {"statement" if isinstance(thing, Statement) else "report": thing}
