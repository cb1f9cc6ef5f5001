"""A source's file: attached, handed out, taken off."""

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from supportroom.files.answers import hand_out
from supportroom.files.uploads import takes_files
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.library import actions
from supportroom.library.forms import FileForm
from supportroom.library.queries import source_visible_to
from supportroom.library.views.showing import show_source
from supportroom.people.middleware import Asking
from supportroom.web.posting import attempt, submit


@require_POST
@takes_files
def file_attach(request: Asking, source_id: int) -> HttpResponse:
    """Attach a file to a source."""
    source = source_visible_to(request.actor, source_id)
    require(request.actor, "library.attach_file", source)
    form = FileForm(request.POST, request.FILES)
    if submit(form, actions.attach_file, actor=request.actor, source=source):
        return redirect("library:source_detail", source.pk)
    return show_source(request, source, forms={"file": form})


@require_GET
def source_file(request: Asking, source_id: int) -> FileResponse:
    """Hand out a source's file to who reads the library."""
    source = source_visible_to(request.actor, source_id)
    if source.file is None:
        raise Missing("kernel.missing")
    return hand_out(source.file)


@require_POST
def file_take_off(request: Asking, source_id: int) -> HttpResponse:
    """Take a source's file off."""
    source = source_visible_to(request.actor, source_id)
    if errors := attempt(actions.take_file_off, actor=request.actor, source=source):
        return show_source(request, source, errors=errors)
    return redirect("library:source_detail", source.pk)
