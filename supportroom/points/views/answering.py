"""How a board's buttons are answered: done, or the reasons why not."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect

from supportroom.kernel.errors import Denied, DomainError, Missing
from supportroom.kernel.ids import unspell
from supportroom.people.middleware import Asking


def key_in(word: str) -> int:
    """Read the id of a thing from a form; Missing for anything else."""
    try:
        return unspell(word)
    except ValueError:
        raise Missing("kernel.missing") from None


def attempt(act: Callable[..., Any], **given: Any) -> list[str]:
    """Do an action; give the wording of what it refuses, nothing when it is done. Denied and Missing pass through."""
    try:
        act(**given)
    except (Denied, Missing):
        raise
    except DomainError as error:
        return [error.wording]
    except ValidationError as error:
        return list(error.messages)
    return []


def done(request: Asking, session_id: int, part: str = "") -> HttpResponse:
    """Answer what was done: to the script with no page at all, to everybody else with the board."""
    if request.headers.get("X-Live"):
        return HttpResponse(status=204)
    answer = redirect("points:board", session_id)
    if part:
        answer["Location"] += f"#{part}"
    return answer
