"""What an audience is, and the thing that the journal names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model

Who = Callable[[Any], Iterable[int]]


class Vanished(LookupError):
    """What should be told of is not there any more."""


def thing_behind(ref: str) -> Model:
    """Give the row that a reference of the journal names; Vanished where there is none."""
    label, _, key = ref.partition(":")
    try:
        found = apps.get_model(label)._default_manager.filter(pk=int(key)).first()
    except (LookupError, ValueError):
        raise Vanished(label) from None
    if found is None:
        raise Vanished(label)
    return found


def itself(thing: Any) -> Any:
    """The thing is where to look."""
    return thing


def always(facts: Mapping[str, Any]) -> bool:
    """Whatever the entry says."""
    return True


@dataclass(frozen=True)
class Audience:
    """Some of those who are told of an action: of which category, who, where to look, and by which sentence.

    `by_following`: they are told because they follow, and can stop. `can_answer`: a mail that says it at once can be
    answered with a comment. `once_a_day`: who was told the same of the same thing within a day, and has not read it, is
    not told again. `only_if` is asked about the facts of the entry: where it says no, these are not told.
    """

    category: str
    who: Who
    about: Callable[[Any], Any] = itself
    kind: str = ""
    by_following: bool = False
    can_answer: bool = False
    once_a_day: bool = False
    only_if: Callable[[Mapping[str, Any]], bool] = always
