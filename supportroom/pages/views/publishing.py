"""A page previewed as it will look, published, scheduled, corrected, taken down, put in the trash and restored."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from supportroom.kernel.actors import VISITOR
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.pages import actions
from supportroom.pages.content import fingerprint, images_of, shown_now
from supportroom.pages.forms import CorrectionForm, MomentForm
from supportroom.pages.models import Page
from supportroom.pages.places import image_name
from supportroom.pages.queries import page_of
from supportroom.pages.views.public import shown_context
from supportroom.pages.views.working import detail_context
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, save
from supportroom.web.posting import attempt

STEPS: dict[str, Callable[..., Page]] = {
    "unschedule": actions.unschedule_page,
    "take-down": actions.take_down_page,
    "trash": actions.trash_page,
    "restore": actions.restore_page,
}


@require_safe
def page_preview(request: Asking, page_id: int) -> HttpResponse:
    """Show a page exactly as a visitor will see it, below a line that says that it is a preview."""
    page = page_of(request.actor, page_id)
    shown = shown_now(page)
    addresses = {image_name(image): reverse("pages:image_show", args=[image.pk]) for image in images_of(page)}
    context = shown_context(page, shown) | {
        "blocks": shown.blocks(lambda name: addresses[name]),
        "is_newest": True,
        "back": reverse("pages:page_detail", args=[page.pk]),
    }
    request.actor = VISITOR  # the frame is a visitor's too
    return render(request, "pages/show.html", context)


@require_POST
def page_publish(request: Asking, page_id: int) -> HttpResponse:
    """Publish a page as its writer saw it."""
    page = page_of(request.actor, page_id)
    seen = request.POST.get("seen", "")
    if errors := attempt(actions.publish_page, actor=request.actor, page=page, seen=seen):
        context = {**detail_context(request, page_of(request.actor, page_id)), "errors": errors}
        return render(request, "pages/detail.html", context, status=422)
    return redirect("pages:page_detail", page.pk)


def page_schedule(request: Asking, page_id: int) -> HttpResponse:
    """Say when a page is to be published, by the clock of a city."""
    page = page_of(request.actor, page_id)
    require(request.actor, "pages.schedule_page", page)
    form = MomentForm(request.POST or None, initial=MomentForm.values_of(page))
    status = save(request, form, actions.schedule_page, actor=request.actor, page=page)
    if status == DONE:
        return redirect("pages:page_detail", page.pk)
    return render(request, "pages/schedule.html", {"form": form, "page": page}, status=status)


def page_correct(request: Asking, page_id: int) -> HttpResponse:
    """Publish changed words as a new edition, with a note that says what is corrected."""
    page = page_of(request.actor, page_id)
    require(request.actor, "pages.correct_page", page)
    form = CorrectionForm(request.POST or None, languages=languages_spoken())
    seen = request.POST.get("seen", "") or fingerprint(shown_now(page))
    status = save(request, form, actions.correct_page, actor=request.actor, page=page, seen=seen)
    if status == DONE:
        return redirect("pages:page_detail", page.pk)
    return render(request, "pages/correct.html", {"form": form, "page": page, "seen": seen}, status=status)


@require_POST
def page_step(request: Asking, page_id: int, step: str) -> HttpResponse:
    """Take a step back or aside: unschedule, take down, to the trash, out of it."""
    page = page_of(request.actor, page_id)
    if step not in STEPS:
        raise Missing("kernel.missing")
    given: dict[str, Any] = {"actor": request.actor, "page": page}
    if errors := attempt(STEPS[step], **given):
        context = {**detail_context(request, page_of(request.actor, page_id)), "errors": errors}
        return render(request, "pages/detail.html", context, status=422)
    return redirect("pages:page_detail", page.pk)
