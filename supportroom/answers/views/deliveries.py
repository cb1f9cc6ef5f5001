"""Where recommendations were carried: a list, a page each with the speech, and forms for the team."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from supportroom.answers import actions
from supportroom.answers.forms import DeliveryForm, NewDeliveryForm
from supportroom.answers.models import Delivery
from supportroom.answers.queries import carriers_named, deliveries_visible_to, delivery_of
from supportroom.files.answers import hand_out
from supportroom.files.uploads import takes_files
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.people.queries import persons_visible_to
from supportroom.register.queries import recommendations_visible_to
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, REFUSED, SHOWN, save, seen_in
from supportroom.web.posting import attempt

PAGE = 50


@login_not_required
@require_safe
def delivery_list(request: Asking) -> HttpResponse:
    """Show where recommendations were carried, the newest first."""
    page = Paginator(deliveries_visible_to(request.actor), PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "named": carriers_named(page), "can_add": may(request.actor, "answers.deliver")}
    return render(request, "answers/deliveries.html", context)


@login_not_required
@require_safe
def delivery_detail(request: Asking, delivery_id: int) -> HttpResponse:
    """Show one delivery with what it carried."""
    return _show(request, delivery_of(request.actor, delivery_id))


def _show(request: Asking, delivery: Delivery, errors: list[str] | None = None) -> HttpResponse:
    named = carriers_named([delivery])
    context = {
        "delivery": delivery,
        "name": named.get(delivery.pk, ""),
        "carried": recommendations_visible_to(request.actor).filter(deliveries=delivery),
        "can_amend": may(request.actor, "answers.amend_delivery", delivery),
        "is_carrier": may(request.actor, "answers.be_named", delivery),
        "errors": errors or [],
    }
    return render(request, "answers/delivery.html", context, status=REFUSED if errors else SHOWN)


@takes_files
def delivery_add(request: Asking) -> HttpResponse:
    """Write down that recommendations were carried to a meeting."""
    require(request.actor, "answers.deliver")
    form = NewDeliveryForm(
        request.POST or None,
        request.FILES or None,
        known=recommendations_visible_to(request.actor),
        persons=persons_visible_to(request.actor),
        languages=languages_spoken(),
        initial={"recommendations": request.GET.get("numbers", "")[:200]},
    )
    status = save(request, form, actions.deliver, actor=request.actor)
    if status == DONE:
        return redirect("answers:delivery_detail", form.answer.pk)  # type: ignore[attr-defined]
    return render(request, "answers/delivery_edit.html", {"form": form, "delivery": None, "seen": None}, status=status)


@takes_files
def delivery_edit(request: Asking, delivery_id: int) -> HttpResponse:
    """Correct what is said of a delivery, or bring the speech."""
    delivery = delivery_of(request.actor, delivery_id)
    require(request.actor, "answers.amend_delivery", delivery)
    seen, known = seen_in(request, delivery), recommendations_visible_to(request.actor)
    values = DeliveryForm.values_of(delivery)
    form = DeliveryForm(
        request.POST or None, request.FILES or None, known=known, languages=languages_spoken(), initial=values
    )
    given = {"actor": request.actor, "delivery": delivery, "seen": seen}
    status = save(request, form, actions.amend_delivery, edits=delivery, now=DeliveryForm.values_of, **given)
    if status == DONE:
        return redirect("answers:delivery_detail", delivery.pk)
    context = {"form": form, "delivery": delivery, "seen": delivery.version if status == OVERTAKEN else seen}
    return render(request, "answers/delivery_edit.html", context, status=status)


@require_POST
def delivery_name(request: Asking, delivery_id: int) -> HttpResponse:
    """Agree to be named as who carried it, or take that back."""
    delivery = delivery_of(request.actor, delivery_id)
    is_named = "named" in request.POST
    if errors := attempt(actions.be_named, actor=request.actor, delivery=delivery, is_named=is_named):
        return _show(request, delivery, errors)
    return redirect("answers:delivery_detail", delivery.pk)


@login_not_required
@require_safe
def delivery_speech(request: Asking, delivery_id: int) -> HttpResponse:
    """Give the speech."""
    speech = delivery_of(request.actor, delivery_id).speech
    if speech is None:
        raise Missing("kernel.missing")
    return hand_out(speech)  # type: ignore[return-value]
