"""Images on a page: placed, seen by who works on the page, described, taken off."""

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from supportroom.files.answers import hand_out
from supportroom.files.uploads import takes_files
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.pages import actions
from supportroom.pages.forms import DescriptionForm, ImageForm
from supportroom.pages.models import Image
from supportroom.pages.queries import image_of, page_of
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.texts.queries import paragraphs_of
from supportroom.web.editing import DONE, save, seen_in


def _image(request: Asking, image_id: int) -> Image:
    known = Image.objects.filter(pk=image_id).values_list("page_id", flat=True).first()
    if known is None:
        raise Missing("kernel.missing")
    return image_of(page_of(request.actor, known), image_id)


@takes_files
def image_add(request: Asking, page_id: int) -> HttpResponse:
    """Place an image."""
    page = page_of(request.actor, page_id)
    require(request.actor, "pages.place_image", page)
    form = ImageForm(
        request.POST or None,
        request.FILES or None,
        languages=languages_spoken(),
        paragraphs=paragraphs_of(page.text),
    )
    status = save(request, form, actions.place_image, actor=request.actor, page=page)
    if status == DONE:
        return redirect("pages:page_detail", page.pk)
    return render(request, "pages/edit.html", {"form": form, "page": page, "seen": None}, status=status)


@require_safe
def image_show(request: Asking, image_id: int) -> FileResponse:
    """Hand an image to who works on its page; the public has it under another address, once it is published."""
    return hand_out(_image(request, image_id).file)


def image_edit(request: Asking, image_id: int) -> HttpResponse:
    """Word what stands for an image and below it."""
    image = _image(request, image_id)
    require(request.actor, "pages.describe_image", image.page)
    form = DescriptionForm(request.POST or None, languages=languages_spoken(), initial=DescriptionForm.values_of(image))
    given = {"actor": request.actor, "page": image.page, "image": image, "seen": seen_in(request, image)}
    status = save(request, form, actions.describe_image, edits=image, now=DescriptionForm.values_of, **given)
    if status == DONE:
        return redirect("pages:page_detail", image.page_id)
    context = {"form": form, "page": image.page, "seen": image.version}
    return render(request, "pages/edit.html", context, status=status)


@require_POST
def image_remove(request: Asking, image_id: int) -> HttpResponse:
    """Take an image off."""
    image = _image(request, image_id)
    actions.remove_image(actor=request.actor, page=image.page, image=image)
    return redirect("pages:page_detail", image.page_id)
