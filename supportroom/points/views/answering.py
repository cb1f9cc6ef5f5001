"""How a board's buttons are answered: done, or the reasons why not."""

from django.http import HttpResponse
from django.shortcuts import redirect

from supportroom.kernel.errors import Missing
from supportroom.kernel.ids import unspell
from supportroom.people.middleware import Asking


def key_in(word: str) -> int:
    """Read the id of a thing from a form; Missing for anything else."""
    try:
        return unspell(word)
    except ValueError:
        raise Missing("kernel.missing") from None


def done(request: Asking, session_id: int, part: str = "") -> HttpResponse:
    """Answer what was done: to the script with no page at all, to everybody else with the board."""
    if request.headers.get("X-Live"):
        return HttpResponse(status=204)
    answer = redirect("points:board", session_id)
    if part:
        answer["Location"] += f"#{part}"
    return answer
