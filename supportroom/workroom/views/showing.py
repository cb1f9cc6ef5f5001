"""A thread's page, whole or in the pieces that change, as it is shown first and after a refusal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from supportroom.files.vocabulary import removed_words
from supportroom.groups.models import WorkingGroup
from supportroom.kernel.permissions import may
from supportroom.library.models import Source
from supportroom.people.middleware import Asking
from supportroom.people.models import Person
from supportroom.workroom.forms import PostForm, quotable
from supportroom.workroom.models import Thread
from supportroom.workroom.queries import people_named, seen_by
from supportroom.workroom.shown import Stretch, called, names_of, stretch_after, stretch_of

SWIFT, SLOW, QUIET = 6, 20, 40  # seconds between two looks for new posts; looks without any until it stops


@dataclass
class Place:
    """Where one writes: a thread, or what becomes one with its first post (the group's general one, a source's)."""

    group: WorkingGroup
    thread: Thread | None = None
    source: Source | None = None

    @property
    def url(self) -> str:
        """The page."""
        if self.thread:
            return reverse("workroom:thread_detail", args=[self.thread.pk])
        if self.source:
            return reverse("workroom:source_thread", args=[self.source.pk])
        return reverse("workroom:general_thread", args=[self.group.pk])


def is_swap(request: Asking) -> bool:
    """Tell whether the page asks for a piece of itself."""
    return request.headers.get("HX-Request") == "true"


def whole_number(word: str) -> int:
    """Read a number from an address; nought for anything else."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 9 else 0


def post_form(request: Asking, place: Place, *args: Any, people: list[Person] | None = None, **kwargs: Any) -> PostForm:
    """Give the form for a post."""
    everybody = people_named(place.group) if people is None else people
    others = [person for person in everybody if person.pk != request.actor.person_id]
    return PostForm(*args, people=others, names=names_of(others), thread=place.thread, **kwargs)


def show_place(request: Asking, place: Place, form: PostForm | None = None) -> HttpResponse:
    """Answer with a thread's page; after a refusal with status 422."""
    people = people_named(place.group)
    stretch = _stretch(request, place, names_of(people))
    context = {
        "group": place.group,
        "may_write": may(request.actor, "workroom.write_post", place.thread or Thread(group=place.group)),
        "form": form or post_form(request, place, people=people, initial=_quoting(request, place, stretch)),
        "quoted": _quoted(request, place, form),
        "swaps": place.thread is not None and not stretch.later,
        **_common(place, stretch),
    }
    return render(request, "workroom/thread.html", context, status=422 if form else 200)


@dataclass(frozen=True)
class Asked:
    """What a page that asks for more has before it: up to which place, with a gap above or not, how long in vain."""

    after: int = 0
    gap: bool = False
    quiet: int = 0


def asked_in(values: Mapping[str, str]) -> Asked:
    """Read what the page sends along."""
    return Asked(whole_number(values.get("after", "")), bool(values.get("gap")), whole_number(values.get("quiet", "")))


def show_more(request: Asking, place: Place, asked: Asked, *, written: bool = False) -> HttpResponse:
    """Answer with what was written after a place, and, where something of one's own was, with an empty form."""
    people, thread = people_named(place.group), place.thread
    assert thread is not None
    seen = seen_by(request.actor, thread)
    names = names_of(people)
    stretch = stretch_after(thread, request.actor, after=asked.after, seen=seen, names=names, gap=asked.gap)
    quiet = 0 if stretch.posts else asked.quiet + 1
    context = {
        "may_write": may(request.actor, "workroom.write_post", thread),
        "form": post_form(request, place, people=people, initial={"shown": stretch.read_to}) if written else None,
        "quoted": None,
        "swaps": True,
        **_common(place, stretch, quiet),
    }
    return render(request, "workroom/_more.html", context)


def show_form(request: Asking, place: Place, form: PostForm) -> HttpResponse:
    """Answer with the form alone, as it was refused."""
    asked, quoted = asked_in(request.POST), _quoted(request, place, form)
    context = {"place": place, "form": form, "quoted": quoted, "called": called, "swaps": True}
    context |= {"after": asked.after, "gap": asked.gap}
    answer = render(request, "workroom/_write.html", context, status=422)
    answer["HX-Retarget"], answer["HX-Reswap"] = "#write", "outerHTML"
    return answer


def _common(place: Place, stretch: Stretch, quiet: int = 0) -> dict[str, Any]:
    return {
        "place": place,
        "thread": place.thread,
        "stretch": stretch,
        "after": stretch.upto,
        "gap": stretch.gap,
        "called": called,
        "removed_words": removed_words,
        "wait": SWIFT if quiet < SLOW else SLOW,
        "quiet": quiet if quiet < QUIET else None,
    }


def _stretch(request: Asking, place: Place, names: dict[int, str]) -> Stretch:
    if place.thread is None:
        return Stretch([], 1, 0, 0, 0)
    seen = seen_by(request.actor, place.thread)
    start = whole_number(request.GET.get("from", ""))
    return stretch_of(place.thread, request.actor, seen=seen, names=names, start=min(start, place.thread.last))


def _quoting(request: Asking, place: Place, stretch: Stretch) -> dict[str, Any]:
    word = request.GET.get("quote", "")
    post = quotable(place.thread, word)
    shown = stretch.read_to
    return {"quotes": word, "quote": post.text, "shown": shown} if post else {"shown": shown}


def _quoted(request: Asking, place: Place, form: PostForm | None) -> Any:
    word = request.POST.get("quotes", "") if form else request.GET.get("quote", "")
    return quotable(place.thread, word)
