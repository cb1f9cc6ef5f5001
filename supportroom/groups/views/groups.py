"""The list of working groups; a group called for, read, reworded, translated."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.groups import actions
from supportroom.groups.forms import CallForm, TranslationForm
from supportroom.groups.queries import group_of, groups_of, groups_visible_to, topics_to_choose
from supportroom.groups.views.showing import show_group
from supportroom.groups.vocabulary import CLOSED, NOT_OPENED
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.people.queries import competences
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in

PAGE = 20


def group_list(request: Asking) -> HttpResponse:
    """List the groups: those that go on first, one's own before them."""
    require(request.actor, "groups.read_groups")
    visible = groups_visible_to(request.actor)
    ended = request.GET.get("view") == "ended"
    over = (CLOSED, NOT_OPENED)
    groups = visible.filter(state__in=over) if ended else visible.exclude(state__in=over)
    context = {
        "page": Paginator(groups, PAGE).get_page(request.GET.get("page")),
        "ended": ended,
        "is_empty": not visible.exists(),
        "own": set(groups_of(request.actor).values_list("pk", flat=True)),
        "may_call": may(request.actor, "groups.call_group"),
    }
    return render(request, "groups/list.html", context)


def group_detail(request: Asking, working_group_id: int) -> HttpResponse:
    """Show a group."""
    return show_group(request, group_of(request.actor, working_group_id))


def group_add(request: Asking) -> HttpResponse:
    """Call for a working group."""
    require(request.actor, "groups.call_group")
    topics = topics_to_choose(request.actor)
    initial = {"topic": request.GET.get("topic", "")[:20]}
    known: dict[str, Any] = {"competences": list(competences()), "topics": list(topics)}
    form = CallForm(request.POST or None, initial=initial, languages=languages_spoken(), **known)
    status = save(request, form, actions.call_group, actor=request.actor)
    if status == DONE:
        return redirect("groups:group_detail", form.answer.pk)  # type: ignore[attr-defined]
    return render(request, "groups/add.html", {"form": form}, status=status)


def group_edit(request: Asking, working_group_id: int) -> HttpResponse:
    """Write a group's title and task anew, and what it looks for while nobody is appointed."""
    group = group_of(request.actor, working_group_id)
    require(request.actor, "groups.reword_group", group)
    form = CallForm(
        request.POST or None,
        initial=CallForm.values_of(group),
        competences=[] if group.appointed_on else list(competences()),
        languages=languages_spoken(),
    )
    if group.appointed_on:
        del form.fields["seats_wanted"]
    return _write(request, group, form, _reworded, CallForm.values_of, translates=False)


def _reworded(**given: Any) -> Any:
    given.pop("topic", None)
    return actions.reword_group(**given)


def group_translate(request: Asking, working_group_id: int) -> HttpResponse:
    """Translate the words that stand with a group."""
    group = group_of(request.actor, working_group_id)
    require(request.actor, "groups.translate_group", group)
    initial = TranslationForm.values_of(group)
    form = TranslationForm(request.POST or None, initial=initial, languages=languages_spoken())
    return _write(request, group, form, actions.translate_group, TranslationForm.values_of, translates=True)


def _write(request: Asking, group: Any, form: Any, act: Any, values_of: Any, *, translates: bool) -> HttpResponse:
    seen = seen_in(request, group)
    asked = {"actor": request.actor, "group": group, "seen": seen}
    status = save(request, form, act, edits=group, now=values_of, **asked)
    if status == DONE:
        return redirect("groups:group_detail", group.pk)
    context = {"group": group, "form": form, "translates": translates}
    context["seen"] = group.version if status == OVERTAKEN else seen
    return render(request, "groups/edit.html", context, status=status)
