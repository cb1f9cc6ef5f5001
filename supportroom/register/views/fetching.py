"""What these pages share: fetching a thing for who keeps the register."""

from typing import TypeVar

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import QueryDict

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.register.models import Recommendation
from supportroom.register.queries import recommendations_visible_to, set_aside_seen_by
from supportroom.web.posting import attempt

M = TypeVar("M", bound=Model)


def posted(request: Asking) -> QueryDict | None:
    """Give what was sent, were it nothing at all; None for a page that was only opened."""
    return request.POST if request.method == "POST" else None


def find(rows: QuerySet[M], key: int) -> M:
    """Give the row of this id; Missing."""
    found = rows.filter(pk=key).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def recommendation_for(request: Asking, recommendation_id: int, permission: str) -> Recommendation:
    """Give a recommendation for who may do this: Denied for others, whether it is there or not; Missing."""
    require(request.actor, permission)
    rows = recommendations_visible_to(request.actor).filter(pk=recommendation_id)
    return rows.first() or find(set_aside_seen_by(request.actor), recommendation_id)


def take_step(request: Asking, act: object, done: str, **given: object) -> None:
    """Take a step of one press; say at the head of the next page that it was taken, or what refuses it."""
    errors = attempt(act, actor=request.actor, **given)  # type: ignore[arg-type]
    for error in errors:
        messages.error(request, error)
    if not errors:
        messages.success(request, done)
