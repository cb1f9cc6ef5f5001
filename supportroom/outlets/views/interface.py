"""The interface for machines, and the page that explains it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from supportroom.outlets.interface.answering import as_json, problem, too_many
from supportroom.outlets.interface.describing import VERSION, described
from supportroom.outlets.interface.filters import PAGING, USUAL_A_PAGE, one_of, read_all
from supportroom.outlets.interface.offered import RESOURCES
from supportroom.outlets.interface.resources import Resource
from supportroom.web.limits import limited

View = Callable[..., HttpResponse]


def for_machines(view: View) -> View:
    """Open a view to everybody, in the language that is asked for by `lang`, within its limit."""

    @wraps(view)
    def spoken(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
        language = request.GET.get("lang", request.LANGUAGE_CODE)
        if language not in dict(settings.LANGUAGES):
            return problem(400, _("A filter cannot be read."), {"lang": _("This language is not spoken here.")})
        with override(language):
            answer = view(request, *args, **given)
        answer["Content-Language"] = language
        return answer

    return login_not_required(require_safe(limited("interface", too_many)(spoken)))


@for_machines
def index(request: HttpRequest) -> HttpResponse:
    """Say what there is."""
    return as_json(
        {
            "version": VERSION,
            "description": _full(reverse("interface:description")),
            "resources": {name: _full(reverse("interface:list", args=[name])) for name in RESOURCES},
        }
    )


@for_machines
def description(request: HttpRequest) -> HttpResponse:
    """Describe the interface as OpenAPI."""
    return as_json(described())


@for_machines
def things(request: HttpRequest, resource: str) -> HttpResponse:
    """Give a page of a kind's public things, those that were asked for."""
    kind = RESOURCES.get(resource)
    if kind is None:
        return problem(404, _("There is no such list. See the description."))
    asked, wrong = read_all((*kind.filters, *PAGING, _language()), request.GET.dict())
    if wrong:
        return problem(400, _("A filter cannot be read."), wrong)
    rows = kind.narrow(kind.rows(), asked)
    count, number, most = rows.count(), asked.get("page", 1), asked.get("per_page", USUAL_A_PAGE)
    if number > 1 and (number - 1) * most >= count:
        return problem(404, _("The list has no such page."), {"page": str(number)})
    found = list(rows[(number - 1) * most : number * most])
    return as_json(
        {
            "count": count,
            "page": number,
            "per_page": most,
            "next": _page(request, number + 1) if number * most < count else None,
            "previous": _page(request, number - 1) if number > 1 else None,
            "items": kind.write(found),
        }
    )


@for_machines
def thing(request: HttpRequest, resource: str, key: str) -> HttpResponse:
    """Give one public thing."""
    kind = RESOURCES.get(resource)
    _asked, wrong = read_all((_language(),), request.GET.dict())
    if wrong:
        return problem(400, _("A filter cannot be read."), wrong)
    found = _found(kind, key) if kind else None
    return as_json(found) if found else problem(404, _("There is nothing here for you under this address."))


def _found(kind: Resource, key: str) -> dict[str, Any] | None:
    row = kind.rows().filter(**{kind.key: key}).first() if kind.key else None
    return kind.write([row])[0] if row else None


def _language() -> Any:
    return one_of("lang", _("Language"), [code for code, _name in settings.LANGUAGES])  # type: ignore[arg-type]


def _page(request: HttpRequest, number: int) -> str:
    return _full(f"{request.path}?{urlencode({**request.GET.dict(), 'page': str(number)})}")


def _full(address: str) -> str:
    return f"{settings.ROOM_ADDRESS}{address}"
