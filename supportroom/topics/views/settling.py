"""What becomes of a topic, and who answers for it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.ids import spell, unspell
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.people.models import Person
from supportroom.people.queries import found as found_persons
from supportroom.people.vocabulary import OFFICE, TEAM
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import TEAM as FOR_THE_TEAM
from supportroom.room.queries import languages_spoken
from supportroom.topics import actions
from supportroom.topics.forms import ContactForm, DeferForm, MergeForm
from supportroom.topics.models import Topic
from supportroom.topics.queries import contacts_to_choose, ranked, topic_visible_to
from supportroom.topics.views.showing import show_topic
from supportroom.topics.vocabulary import MERGED, WITHDRAWN
from supportroom.web.editing import DONE, save
from supportroom.web.formatting import isolate
from supportroom.web.posting import attempt

MOST_FOUND = 30


@require_POST
def topic_withdraw(request: Asking, topic_id: int) -> HttpResponse:
    """Take one's own proposal back."""
    return _step(request, topic_id, actions.withdraw_topic)


@require_POST
def topic_to_agenda(request: Asking, topic_id: int) -> HttpResponse:
    """Put a topic on the agenda."""
    return _step(request, topic_id, actions.put_on_agenda)


def _step(request: Asking, topic_id: int, act: Any, **given: Any) -> HttpResponse:
    topic = topic_visible_to(request.actor, topic_id)
    if errors := attempt(act, actor=request.actor, topic=topic, **given):
        return show_topic(request, topic_visible_to(request.actor, topic_id), errors=errors)
    if "list" in request.POST:
        return redirect("topics:topic_list", topic.round_id)
    return redirect("topics:topic_detail", topic_id)


@require_POST
def topic_move(request: Asking, topic_id: int) -> HttpResponse:
    """Move a topic on the agenda."""
    return _step(request, topic_id, actions.move_on_agenda, way=request.POST.get("way", "")[:10])


def topic_defer(request: Asking, topic_id: int) -> HttpResponse:
    """Defer a topic, and say why."""
    topic = topic_visible_to(request.actor, topic_id)
    require(request.actor, "topics.defer_topic", topic)
    form = DeferForm(request.POST or None, languages=languages_spoken())
    status = save(request, form, actions.defer_topic, actor=request.actor, topic=topic)
    if status == DONE:
        return redirect("topics:topic_detail", topic_id)
    context = {"round": topic.round, "topic": topic, "form": form}
    return render(request, "topics/defer.html", context, status=status)


def topic_merge(request: Asking, topic_id: int) -> HttpResponse:
    """Merge a topic into another."""
    topic = topic_visible_to(request.actor, topic_id)
    require(request.actor, "topics.merge_topic", topic)
    others = ranked(Topic.objects.filter(round=topic.round_id).exclude(state__in=(MERGED, WITHDRAWN)))
    form = MergeForm(request.POST or None, topics=others.exclude(pk=topic.pk), languages=languages_spoken())
    status = save(request, form, actions.merge_topic, actor=request.actor, topic=topic)
    if status == DONE:
        return redirect("topics:topic_detail", topic_id)
    context = {"round": topic.round, "topic": topic, "form": form}
    return render(request, "topics/merge.html", context, status=status)


def topic_contact(request: Asking, topic_id: int) -> HttpResponse:
    """Name the contact person: the team and the office stand here at once, members when they are looked for."""
    topic = topic_visible_to(request.actor, topic_id)
    require(request.actor, "topics.name_contact", topic)
    words = request.GET.get("q", "")[:200]
    persons = _persons(topic, words, request.POST.get("contact", ""))
    initial = {"contact": spell(topic.contact_id) if topic.contact_id else "", "competence": topic.competence}
    form = ContactForm(request.POST or None, persons=persons, initial=initial, languages=languages_spoken())
    status = save(request, form, actions.name_contact, actor=request.actor, topic=topic)
    if status == DONE:
        return redirect("topics:topic_detail", topic_id)
    context = {"round": topic.round, "topic": topic, "form": form, "words": words, "found": len(persons)}
    return render(request, "topics/contact.html", context, status=status)


def _persons(topic: Topic, words: str, chosen: str) -> dict[str, tuple[Person, str]]:
    everybody = contacts_to_choose()
    persons = found_persons(everybody, words) if words.strip() else everybody.holding(TEAM) | everybody.holding(OFFICE)
    listed = {person.pk: person for person in persons.select_related("organisation")[:MOST_FOUND]}
    if topic.contact and topic.contact_id not in listed:
        listed[topic.contact.pk] = topic.contact
    if chosen and chosen not in {spell(pk) for pk in listed}:
        listed |= {person.pk: person for person in everybody.filter(pk=_key(chosen))}
    return {spell(pk): (person, _named(person)) for pk, person in listed.items()}


def _key(word: str) -> int:
    try:
        return unspell(word)
    except ValueError:
        return 0


def _named(person: Person) -> str:
    name = isolate(name_for(person, FOR_THE_TEAM))
    return name + " · " + isolate(person.organisation.name) if person.organisation else name
