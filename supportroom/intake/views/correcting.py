"""What was understood corrected: by the buttons of the preview, and item by item, list by list."""

from collections.abc import Callable
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from supportroom.intake import actions
from supportroom.intake.forms import ItemForm, PlaceForm
from supportroom.intake.models import Intake, IntakeGroup, IntakeItem
from supportroom.intake.queries import group_visible_to, intake_visible_to, item_visible_to
from supportroom.intake.views.showing import show
from supportroom.kernel.errors import DomainError, Missing
from supportroom.kernel.ids import spell, unspell
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.register.forms.placing import Lists
from supportroom.register.showing import team_tabs
from supportroom.web.editing import DONE, OVERTAKEN, REFUSED, save, seen_in

_OF_ITEMS: Final[dict[str, Callable[..., IntakeItem]]] = {
    "take": actions.take_item,
    "drop": actions.drop_item,
    "join": actions.join_items,
}
_OF_GROUPS: Final[dict[str, Callable[..., IntakeGroup]]] = {
    "take-all": actions.take_group,
    "drop-all": actions.drop_group,
}


@require_POST
def intake_correct(request: Asking, intake_id: int) -> HttpResponse:
    """Do what the button that was pressed says: its value is a verb and what it concerns, `drop:<item>`."""
    intake = intake_visible_to(request.actor, intake_id)
    verb, _colon, words = request.POST.get("do", "").partition(":")
    try:
        anchor = _correct(request, intake, verb, words)
    except DomainError as error:
        if isinstance(error, Missing) or error.code == "intake.not_open":
            raise
        return show(request, intake, [error.wording])
    page = request.POST.get("page", "")
    address = reverse("intake:intake_detail", args=[intake.pk])
    return redirect(f"{address}?page={page}#{anchor}" if page.isdecimal() else f"{address}#{anchor}")


def _correct(request: Asking, intake: Intake, verb: str, words: str) -> str:
    """Take the step; give the place on the page where its outcome stands."""
    if verb in _OF_ITEMS:
        item = item_visible_to(request.actor, _key(words))
        return f"item-{spell(_OF_ITEMS[verb](actor=request.actor, item=item).pk)}"
    if verb in _OF_GROUPS:
        group = group_visible_to(request.actor, _key(words))
        return f"list-{spell(_OF_GROUPS[verb](actor=request.actor, group=group).pk)}"
    first, _dash, last = words.partition("-")
    if verb != "add" or not (first + last).isdecimal() or len(words) > 15:
        raise Missing("kernel.missing")
    return f"item-{spell(actions.add_item(actor=request.actor, intake=intake, first=int(first), last=int(last)).pk)}"


def _key(words: str) -> int:
    try:
        return unspell(words)
    except ValueError:
        raise Missing("kernel.missing") from None


def item_edit(request: Asking, intake_item_id: int) -> HttpResponse:
    """Give an item other words, or make several of it."""
    item = item_visible_to(request.actor, intake_item_id)
    require(request.actor, "intake.correct_item", item)
    seen = seen_in(request, item)
    form = ItemForm(request.POST if request.method == "POST" else None, initial={"text": item.text})
    if "split" in request.POST:
        status = DONE if form.is_valid() and _split(request, item, form) else REFUSED
    else:
        given: dict[str, Any] = {"actor": request.actor, "item": item, "seen": seen}
        status = save(request, form, actions.correct_item, edits=item, now=lambda item: {"text": item.text}, **given)
    if status == DONE:
        return redirect(_back(item.group, f"item-{spell(item.pk)}"))
    context = {"tabs": team_tabs("earlier"), "item": item, "form": form, "intake": item.group.intake}
    context |= {"seen": item.version if status == OVERTAKEN else seen, "back": _back(item.group, "")}
    context["lines"] = [line for line in item.group.intake.lines[item.first : item.last + 1] if line["text"]]
    return render(request, "intake/item.html", context, status=status)


def _split(request: Asking, item: IntakeItem, form: ItemForm) -> bool:
    try:
        actions.split_item(actor=request.actor, item=item, texts=form.texts())
    except DomainError as error:
        if error.code != "intake.not_split":
            raise
        form.add_error("text", error.wording)
        return False
    return True


def _back(group: IntakeGroup, anchor: str) -> str:
    address = reverse("intake:intake_detail", args=[group.intake_id])
    return f"{address}#{anchor}" if anchor else address


def group_edit(request: Asking, intake_group_id: int) -> HttpResponse:
    """Name a list, and say under what its recommendations stand and to whom they go."""
    group = group_visible_to(request.actor, intake_group_id)
    require(request.actor, "intake.amend_group", group)
    seen = seen_in(request, group)
    sent = request.POST if request.method == "POST" else None
    form = PlaceForm(sent, lists=Lists.read(), initial=PlaceForm.values_of(group))
    given: dict[str, Any] = {"actor": request.actor, "group": group, "seen": seen}
    status = save(request, form, actions.amend_group, edits=group, now=PlaceForm.values_of, **given)
    if status == DONE:
        return redirect(_back(group, f"list-{spell(group.pk)}"))
    context = {"tabs": team_tabs("earlier"), "group": group, "form": form, "back": _back(group, "")}
    context["seen"] = group.version if status == OVERTAKEN else seen
    return render(request, "intake/group.html", context, status=status)
