"""Who is asking."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from supportroom.kernel.actors import VISITOR, Actor


class Asking(HttpRequest):
    """A request with its actor: what views are written against."""

    actor: Actor
    LANGUAGE_CODE: str


def name_actor(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put the actor on the request: the account's person, or a visitor."""

    def named(request: HttpRequest) -> HttpResponse:
        user = request.user
        request.actor = user.actor if user.is_authenticated else VISITOR  # type: ignore[attr-defined]
        return answer(request)

    return named
