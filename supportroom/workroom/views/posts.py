"""A thread: read, written in; one's own posts worded anew and removed."""

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from supportroom.files.answers import hand_out
from supportroom.files.uploads import takes_files
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in
from supportroom.web.posting import submit
from supportroom.workroom import actions
from supportroom.workroom.forms import AmendForm, quotable
from supportroom.workroom.models import Post
from supportroom.workroom.queries import (
    attachment_visible_to,
    general_thread,
    post_visible_to,
    seen_by,
    source_visible_to,
    thread_about,
    thread_visible_to,
    workroom_of,
)
from supportroom.workroom.shown import ABOVE, called
from supportroom.workroom.views.showing import (
    Place,
    asked_in,
    is_swap,
    post_form,
    show_form,
    show_more,
    show_place,
    whole_number,
)


@takes_files
def thread_detail(request: Asking, thread_id: int) -> HttpResponse:
    """Show a thread, and take what is written in it; the piece that quotes a post when the page asks for it."""
    thread = thread_visible_to(request.actor, thread_id)
    place = Place(thread.group, thread, thread.source)
    if request.method == "GET" and is_swap(request) and "quote" in request.GET:
        return _quote(request, place)
    return _written(request, place)


@takes_files
def general(request: Asking, working_group_id: int) -> HttpResponse:
    """Show where the group speaks about everything; the first post opens it."""
    group = workroom_of(request.actor, working_group_id)
    return _first(request, Place(group, general_thread(group)))


@takes_files
def about_source(request: Asking, source_id: int) -> HttpResponse:
    """Show the discussion of a source; the first post opens it."""
    source = source_visible_to(request.actor, source_id)
    return _first(request, Place(source.group, thread_about(source), source))


def _first(request: Asking, place: Place) -> HttpResponse:
    if place.thread and request.method != "POST":
        return redirect("workroom:thread_detail", place.thread.pk)
    return _written(request, place)


def _written(request: Asking, place: Place) -> HttpResponse:
    if request.method != "POST":
        return show_place(request, place)
    form, before = post_form(request, place, request.POST, request.FILES), place.thread
    if form.is_valid() and place.thread is None:
        place.thread = actions.open_thread(actor=request.actor, group=place.group, source=place.source)
    if not submit(form, actions.write_post, actor=request.actor, thread=place.thread):
        return show_form(request, place, form) if is_swap(request) else show_place(request, place, form)
    if is_swap(request) and before:
        place.thread = thread_visible_to(request.actor, before.pk)
        return show_more(request, place, asked_in(request.POST), written=True)
    return redirect(_address(form.answer))  # type: ignore[attr-defined]


def _address(post: Post) -> str:
    """Give where a post stands in its thread."""
    place = reverse("workroom:thread_detail", args=[post.thread_id])
    return f"{place}?from={max(1, post.position - ABOVE)}#post-{post.position}"


def _quote(request: Asking, place: Place) -> HttpResponse:
    post = quotable(place.thread, request.GET["quote"])
    form = post_form(request, place, initial={"quotes": request.GET["quote"], "quote": post.text} if post else {})
    return render(request, "workroom/_quoting.html", {"form": form, "quoted": post, "called": called, "place": place})


@require_safe
def thread_more(request: Asking, thread_id: int) -> HttpResponse:
    """Give what was written since the page was made; pages ask for it by themselves, at longer and longer times."""
    thread = thread_visible_to(request.actor, thread_id)
    return show_more(request, Place(thread.group, thread, thread.source), asked_in(request.GET))


@require_POST
def thread_seen(request: Asking, thread_id: int) -> HttpResponse:
    """Keep how far somebody has read."""
    thread = thread_visible_to(request.actor, thread_id)
    position = whole_number(request.POST.get("position", ""))
    if position > seen_by(request.actor, thread):
        actions.mark_seen(actor=request.actor, thread=thread, position=position)
    return HttpResponse() if is_swap(request) else redirect("workroom:thread_detail", thread_id)


@require_safe
def post_detail(request: Asking, post_id: int) -> HttpResponse:
    """Lead to where a post stands in its thread: its lasting address."""
    return redirect(_address(post_visible_to(request.actor, post_id)))


def post_edit(request: Asking, post_id: int) -> HttpResponse:
    """Word one's own post anew."""
    post = post_visible_to(request.actor, post_id)
    require(request.actor, "workroom.amend_post", post)
    seen = seen_in(request, post)
    form = AmendForm(request.POST or None, initial=AmendForm.values_of(post))
    asked = {"actor": request.actor, "post": post, "seen": seen}
    status = save(request, form, actions.amend_post, edits=post, now=AmendForm.values_of, **asked)
    if status == DONE:
        return redirect(_address(post))
    context = {"group": post.thread.group, "post": post, "form": form, "back": _address(post)}
    context["seen"] = post.version if status == OVERTAKEN else seen
    return render(request, "workroom/post_edit.html", context, status=status)


@require_POST
def post_remove(request: Asking, post_id: int) -> HttpResponse:
    """Take the words of a post away; its place stays."""
    post = post_visible_to(request.actor, post_id)
    actions.remove_post(actor=request.actor, post=post)
    return redirect(_address(post))


@require_safe
def attachment_detail(request: Asking, attachment_id: int) -> FileResponse:
    """Hand out a file of a post."""
    return hand_out(attachment_visible_to(request.actor, attachment_id).file)
