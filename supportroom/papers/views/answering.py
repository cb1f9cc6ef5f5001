"""What the pages of papers share: their frame, their refusals, and the text laid out to be read."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from supportroom.kernel.errors import Denied, DomainError, Missing
from supportroom.kernel.permissions import may
from supportroom.library.queries import sources_of
from supportroom.papers.composing import keys_not_known, notes_of
from supportroom.papers.layout import footnotes_in, rows_in
from supportroom.papers.models import Editing, Paper
from supportroom.papers.queries import editings_in, paragraph_of, readable
from supportroom.papers.versions import VersionView
from supportroom.people.middleware import Asking
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND
from supportroom.texts.models import Paragraph

GROUP_FRAME, PLAIN_FRAME = "groups/frame.html", "papers/plain.html"


def posted(request: Asking) -> QueryDict | None:
    """Give what was sent, were it nothing at all; None for a page that was only opened."""
    return request.POST if request.method == "POST" else None


def framed(request: Asking, paper: Paper) -> dict[str, Any]:
    """Give what the frame of a page needs: that of the group for whom groups are there, a plain one for others."""
    frame = GROUP_FRAME if may(request.actor, "groups.read_groups") else PLAIN_FRAME
    return {"paper": paper, "group": paper.group, "frame": frame}


def attempt(request: Asking, act: Callable[..., Any], **given: Any) -> bool:
    """Do an action for the reader; what it refuses is said at the head of the next page. Denied and Missing pass."""
    try:
        act(actor=request.actor, **given)
    except (Denied, Missing):
        raise
    except DomainError as error:
        messages.error(request, error.wording)
        return False
    return True


def back_to(paper: Paper, paragraph_id: int | None = None) -> HttpResponse:
    """Go to the paper, to one of its paragraphs."""
    return redirect(place_of(paper, paragraph_id))


def place_of(paper: Paper, paragraph_id: int | None = None) -> str:
    """Give the address of a paper, of one of its paragraphs in it."""
    address = reverse("papers:paper_detail", args=[paper.pk])
    return f"{address}#p{paragraph_id}" if paragraph_id else address


def number_of(request: Asking, paper: Paper, paragraph: Paragraph) -> int | None:
    """Give the number that a paragraph bears for the reader now, or None."""
    return readable(request.actor, paper).numbers.get(paragraph.pk)


def writable_paragraph(request: Asking, paper: Paper, paragraph_id: int) -> Paragraph:
    """Find a paragraph that the reader may see the draft of; Missing."""
    if not may(request.actor, "papers.read_draft", paper):
        raise Missing("kernel.missing")
    return paragraph_of(paper, paragraph_id)


def laid_out(request: Asking, view: VersionView, languages: dict[str, str], *, is_draft: bool) -> dict[str, Any]:
    """Lay a state of a paper out in its languages: rows, footnotes by language, the keys that nobody knows."""
    sources = list(sources_of(view.paper.group, with_removed=True))
    notes = {code: notes_of(view, code, "", sources, falls_back=False) for code in languages}
    footnotes = footnotes_in(view, notes)
    return {
        "rows": rows_in(view, notes, editors_in(request, view.paper) if is_draft else {}),
        "footnotes": footnotes if any(footnotes.values()) else {},
        "unknown_keys": keys_not_known(view, sources) if is_draft else [],
    }


def editors_in(request: Asking, paper: Paper) -> dict[int, list[str]]:
    """Give who works on which paragraph now, by its id: by name for the group itself; else that somebody does."""
    may_name = may(request.actor, "papers.read_editors", paper)
    found: dict[int, list[str]] = {}
    for editing in _others(request, editings_in(paper)):
        name = name_for(editing.person, SAME_ROUND) if may_name else ""
        found.setdefault(editing.paragraph_id, []).append(name)
    return found


def _others(request: Asking, editings: Iterable[Editing]) -> Iterable[Editing]:
    return (editing for editing in editings if editing.person_id != request.actor.person_id)
