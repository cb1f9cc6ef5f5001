"""Every address of the product, filled with the things of the demo room: one thing for each state that its kind has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

# What stands for a part of an address that is no thing of the room: app and name of the part -> values to try.
WORDS: dict[tuple[str, str], list[Any]] = {
    ("rounds", "kind"): ["csv", "xlsx"],
}
NOUNS = {"person": "people.Person", "room": "room.Room"}


@dataclass(frozen=True)
class Route:
    """One pattern of the product: its name with the app's, its view, the names of its parts."""

    name: str
    view: Any
    parts: tuple[str, ...]

    @property
    def app(self) -> str:
        """The namespace, or nothing."""
        return self.name.partition(":")[0] if ":" in self.name else ""

    def address(self, language: str, values: dict[str, Any]) -> str:
        """Write the address in a language."""
        with override(language):
            return reverse(self.name, kwargs=values)


def routes() -> list[Route]:
    """Give every pattern of the product."""
    return list(dict.fromkeys(_walk(get_resolver(), "", ())))


def _walk(resolver: URLResolver, prefix: str, parts: tuple[str, ...]) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        mine = (*parts, *entry.pattern.converters)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix, mine)
        elif isinstance(entry, URLPattern):
            yield Route(f"{prefix}{entry.name}", entry.callback, mine)


def fillings(route: Route) -> list[dict[str, Any]]:
    """Give the values with which a route's address can be written; LookupError where nothing in the demo room fits."""
    if not route.parts:
        return [{}]
    words = {part: WORDS[route.app, part] for part in route.parts if (route.app, part) in WORDS}
    ids = [part for part in route.parts if part.endswith("_id")]
    fields = [part for part in route.parts if part not in ids and part not in words]
    filled = _of_thing(ids) if ids else [{}]
    if fields:
        filled = [known | row for known in filled for row in _of_fields(route.app, fields)]
    for part, values in words.items():
        filled = [known | {part: value} for known in filled for value in values]
    if not filled:
        raise LookupError(f"nothing in the demo room fills {route.name} {route.parts}")
    return filled


def _of_thing(ids: list[str]) -> list[dict[str, Any]]:
    return [{ids[-1]: thing.pk} | {part: _above(thing, part) for part in ids[:-1]} for thing in things(ids[-1][:-3])]


def _above(thing: Model, part: str) -> Any:
    """Find the id that an address names before the thing's own: of its round, its session, its point."""
    if hasattr(thing, part):
        return getattr(thing, part)
    for field in thing._meta.concrete_fields:
        above = getattr(thing, field.name) if field.is_relation else None
        if above is not None and hasattr(above, part):
            return getattr(above, part)
    return things(part[:-3])[0].pk


def things(noun: str) -> list[Model]:
    """Give one row of a kind for each state that it has in the demo room; LookupError where there is none."""
    wanted = noun.replace("_", "")
    kinds = [kind for kind in apps.get_models() if kind.__module__.startswith("supportroom.")]
    kind = next((kind for kind in kinds if kind._meta.model_name == wanted), None)
    if kind is None:
        raise LookupError(f"no model is called {noun}: an address names its things by <id:model_id>")
    rows = list(kind._default_manager.order_by("pk"))
    if not rows:
        raise LookupError(f"the demo room has no {noun}")
    return list({getattr(row, "state", ""): row for row in rows}.values())


def _of_fields(app: str, fields: list[str]) -> list[dict[str, Any]]:
    for kind in apps.get_app_config(app).get_models():
        if set(fields) <= {field.name for field in kind._meta.concrete_fields}:
            return list(kind._default_manager.values(*fields)[:2])
    raise LookupError(f"no model of {app} has the fields {fields}")
