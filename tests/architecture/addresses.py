"""Every address of the product, filled with the things of the demo room: one thing for each state that its kind has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

# What stands for a part of an address that is no thing of the room: app and name of the part -> values to try.
WORDS: dict[tuple[str, str], list[Any]] = {
    ("library", "kind"): ["ris", "bib", "json", "csv", "xlsx", "no-such-kind"],
    ("papers", "kind"): ["md", "no-such-kind"],
    ("papers", "language"): ["ar", "en", "fr"],
    ("papers", "way"): ["up"],
    ("comments", "kind"): ["csv", "xlsx", "docx"],
    ("people", "token"): ["a-link-that-nobody-was-given"],
    ("press", "language"): ["ar", "en"],
    ("programme", "number"): [1, 99],
    ("programme", "token"): ["a-link-that-nobody-was-given"],
    ("site", "language"): ["ar", "en"],
    ("statements", "language"): ["ar", "en"],
    ("statements", "section"): ["summary", "conduct", "no-such-part"],
    ("statements", "verb"): ["volunteer", "read-back", "adopt", "agree", "no-such-step"],
    ("statements", "way"): ["up"],
}
Values = dict[str, Any]


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


def fillings(route: Route) -> list[Values]:
    """Give the values with which a route's address can be written; LookupError where nothing in the demo room fits."""
    words = {part: WORDS[route.app, part] for part in route.parts if (route.app, part) in WORDS}
    ids = tuple(part for part in route.parts if part not in words)
    filled = _of_things(ids) if ids else [{}]
    for part, values in words.items():
        filled = [known | {part: value} for known in filled for value in values]
    if not filled:
        raise LookupError(f"nothing in the demo room fills {route.name} {route.parts}")
    return filled


def _of_things(parts: tuple[str, ...]) -> list[Values]:
    match parts:
        case ("slug",) | ("paper_slug",):
            return [{parts[0]: edition.publication.slug} for edition in _editions(parts[0])]
        case ("code",):
            return [{"code": joint.code} for joint in things("joint_decline")] + [{"code": 1 << 59}]
        case ("slug", "number") | ("paper_slug", "number"):
            found = _editions(parts[0])
            return [{parts[0]: edition.publication.slug, "number": edition.number} for edition in found]
        case ("statement_id" | "round_id" | "paper_id" as above, "paragraph_id"):
            owners = things("report" if above == "round_id" else above[:-3])
            pairs = [(owner, owner.text.paragraphs.first()) for owner in owners]
            return [{above: _above(owner, above), parts[1]: paragraph.pk} for owner, paragraph in pairs if paragraph]
        case ("statement_id", "session_id"):
            pairs = [(statement, statement.round.sessions.first()) for statement in things("statement")]
            return [{parts[0]: statement.pk, parts[1]: session.pk} for statement, session in pairs]
        case _:
            last = parts[-1]
            return [
                {last: thing.pk} | {part: _above(thing, part) for part in parts[:-1]} for thing in things(last[:-3])
            ]


def _editions(part: str) -> list[Any]:
    """Give editions of reports or, where the part says so, of papers; LookupError where there is none."""
    kind = apps.get_model("site", "edition")
    found = list(kind._default_manager.filter(publication__paper__isnull=part == "slug"))
    if not found:
        raise LookupError(f"the demo room has no edition for {part}")
    return found


def _above(thing: Any, part: str) -> Any:
    """Find the id of what a thing belongs to, or of the thing itself, under the name that an address gives it."""
    if f"{thing._meta.model_name}_id" == part:
        return thing.pk
    if hasattr(thing, part):
        return getattr(thing, part)
    above = [getattr(thing, field.name) for field in thing._meta.concrete_fields if field.is_relation]
    return next(getattr(one, part) for one in above if one is not None and hasattr(one, part))


def things(noun: str) -> list[Any]:
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
