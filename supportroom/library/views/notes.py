"""Notes on a source."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.permissions import require
from supportroom.library import actions
from supportroom.library.forms import NoteForm
from supportroom.library.queries import note_visible_to, source_visible_to
from supportroom.library.views.showing import show_source
from supportroom.people.middleware import Asking
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in
from supportroom.web.posting import submit


@require_POST
def note_add(request: Asking, source_id: int) -> HttpResponse:
    """Note something on a source."""
    source = source_visible_to(request.actor, source_id)
    form = NoteForm(request.POST, prefix="note")
    if submit(form, actions.add_note, actor=request.actor, source=source):
        return redirect("library:source_detail", source.pk)
    return show_source(request, source, forms={"note": form})


def note_edit(request: Asking, source_note_id: int) -> HttpResponse:
    """Write one's own note anew."""
    note = note_visible_to(request.actor, source_note_id)
    require(request.actor, "library.amend_note", note)
    seen = seen_in(request, note)
    form = NoteForm(request.POST or None, initial={"text": note.text})
    asked = {"actor": request.actor, "note": note, "seen": seen}
    status = save(request, form, actions.amend_note, edits=note, now=lambda note: {"text": note.text}, **asked)
    if status == DONE:
        return redirect("library:source_detail", note.source_id)
    context = {"group": note.source.group, "source": note.source, "form": form}
    context["seen"] = note.version if status == OVERTAKEN else seen
    return render(request, "library/note_edit.html", context, status=status)


@require_POST
def note_remove(request: Asking, source_note_id: int) -> HttpResponse:
    """Take one's own note away."""
    note = note_visible_to(request.actor, source_note_id)
    actions.remove_note(actor=request.actor, note=note)
    return redirect("library:source_detail", note.source_id)
