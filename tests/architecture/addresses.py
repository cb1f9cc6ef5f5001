"""Every address of the product, filled with the things of the demo room: one thing for each state that its kind has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

# What stands for a part of an address that is no thing of the room: app and name of the part -> values to try.
WORDS: dict[tuple[str, str], list[Any]] = {
    ("answers", "kind"): ["pdf", "docx", "no-such-kind"],
    ("answers", "language"): ["ar", "en", "fr"],
    ("answers", "number"): [1, 99],
    ("answers", "token"): ["a-link-that-nobody-was-given"],
    ("answers", "verb"): ["under-way", "done", "lapsed", "reopen", "no-such-step"],
    ("glossary", "kind"): ["csv", "xlsx", "json"],
    ("interface", "key"): ["no-such-thing"],
    ("interface", "resource"): ["recommendations", "reports", "terms"],
    ("library", "kind"): ["ris", "bib", "json", "csv", "xlsx", "no-such-kind"],
    ("followup", "kind"): ["csv", "xlsx", "json", "steps", "no-such-kind"],
    ("newsletter", "token"): ["a-link-that-nobody-was-given"],
    ("outlets", "feed"): ["news-room", "news-office", "reports", "papers", "register"],
    ("outlets", "letter"): ["digits", "0627"],
    ("pages", "number"): [1],
    ("pages", "step"): ["take-down", "no-such-step"],
    ("pages", "way"): ["up"],
    ("papers", "kind"): ["md", "no-such-kind"],
    ("papers", "language"): ["ar", "en", "fr"],
    ("papers", "way"): ["up"],
    ("briefings", "kind"): ["csv", "xlsx", "docx", "no-such-kind"],
    ("comments", "kind"): ["csv", "xlsx", "docx"],
    ("people", "token"): ["a-link-that-nobody-was-given"],
    ("press", "language"): ["ar", "en"],
    ("programme", "number"): [1, 99],
    ("programme", "token"): ["a-link-that-nobody-was-given"],
    ("site", "language"): ["ar", "en"],
    ("site", "token"): ["a-link-that-nobody-was-given"],
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
    filled = _of_things(ids, route.app) if ids else [{}]
    for part, values in words.items():
        filled = [known | {part: value} for known in filled for value in values]
    if not filled:
        raise LookupError(f"nothing in the demo room fills {route.name} {route.parts}")
    return filled


def _of_things(parts: tuple[str, ...], app: str) -> list[Values]:
    if parts in FILLERS:
        return FILLERS[parts](parts)
    if len(parts) == 2 and parts[1] == "paragraph_id":
        return _paragraphs(parts[0])
    last = parts[-1]
    return [{last: thing.pk} | {part: _above(thing, part) for part in parts[:-1]} for thing in things(last[:-3], app)]


def _of_publication(parts: tuple[str, ...]) -> list[Values]:
    return [{parts[0]: edition.publication.slug} for edition in _editions(parts[0])]


def _of_edition(parts: tuple[str, ...]) -> list[Values]:
    return [{parts[0]: edition.publication.slug, "number": edition.number} for edition in _editions(parts[0])]


def _of_joint(_parts: tuple[str, ...]) -> list[Values]:
    return [{"code": joint.code} for joint in things("joint_decline")] + [{"code": 1 << 59}]


def _of_page(parts: tuple[str, ...]) -> list[Values]:
    kind = "news" if parts[0] == "news_slug" else "other"
    found = apps.get_model("pages", "page")._default_manager.filter(kind=kind, state="published")
    return [{parts[0]: page.slug} for page in found]


def _of_register(parts: tuple[str, ...]) -> list[Values]:
    found = [thing for thing in things(parts[0][: -len("_slug")]) if getattr(thing, "released_on", True)]
    return [{parts[0]: thing.slug} for thing in found]


def _of_glossary(parts: tuple[str, ...]) -> list[Values]:
    read = {"term_slug": ("released", "retired"), "body_slug": ("released",)}[parts[0]]
    return [{parts[0]: thing.slug} for thing in things(parts[0][:-5]) if thing.state in read]


def _of_text_asked_about(parts: tuple[str, ...]) -> list[Values]:
    asked = apps.get_model("register", "recommendation")._default_manager.filter(released_on__isnull=False)
    found = [("recommendations", one.slug) for one in asked.filter(set_aside=False)[:2]]
    found += [("reports", edition.publication.slug) for edition in _editions("slug")[:1]]
    found += [("papers", edition.publication.slug) for edition in _editions("paper_slug")[:1]]
    return [dict(zip(parts, one, strict=True)) for one in found]


def _of_reading(parts: tuple[str, ...]) -> list[Values]:
    return [{parts[0]: one.briefing_id, parts[1]: one.recommendation.slug} for one in things("reflection")]


def _of_event(parts: tuple[str, ...]) -> list[Values]:
    return [{parts[0]: event.slug} for event in things("public_event") if event.was_announced]


def _of_statement_in_session(parts: tuple[str, ...]) -> list[Values]:
    pairs = [(statement, statement.round.sessions.first()) for statement in things("statement")]
    return [{parts[0]: statement.pk, parts[1]: session.pk} for statement, session in pairs]


def _paragraphs(above: str) -> list[Values]:
    owners = things("report" if above == "round_id" else above[:-3])
    pairs = [(owner, owner.text.paragraphs.first()) for owner in owners]
    return [{above: _above(owner, above), "paragraph_id": paragraph.pk} for owner, paragraph in pairs if paragraph]


# Addresses that name their things otherwise than by <id:model_id>.
FILLERS: dict[tuple[str, ...], Callable[[tuple[str, ...]], list[Values]]] = {
    ("slug",): _of_publication,
    ("paper_slug",): _of_publication,
    ("slug", "number"): _of_edition,
    ("paper_slug", "number"): _of_edition,
    ("code",): _of_joint,
    ("news_slug",): _of_page,
    ("page_slug",): _of_page,
    ("recommendation_slug",): _of_register,
    ("demand_slug",): _of_register,
    ("term_slug",): _of_glossary,
    ("body_slug",): _of_glossary,
    ("kind", "asked_slug"): _of_text_asked_about,
    ("briefing_id", "recommendation_slug"): _of_reading,
    ("event_slug",): _of_event,
    ("statement_id", "session_id"): _of_statement_in_session,
}


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


def kind_of(noun: str, app: str) -> Any:
    """Give the model of a noun, an app's own where it has one of that name: rounds and addressees have letters."""
    kinds = [kind for kind in apps.get_models() if kind.__module__.startswith("supportroom.")]
    named = [kind for kind in kinds if kind._meta.model_name == noun.replace("_", "")]
    return next((kind for kind in named if kind._meta.app_label == app), next(iter(named), None))


def things(noun: str, app: str = "") -> list[Any]:
    """Give one row of a kind for each state that it has in the demo room; LookupError where there is none."""
    kind = kind_of(noun, app)
    if kind is None:
        raise LookupError(f"no model is called {noun}: an address names its things by <id:model_id>")
    rows = list(kind._default_manager.order_by("pk"))
    if not rows:
        raise LookupError(f"the demo room has no {noun}")
    return list({getattr(row, "state", ""): row for row in rows}.values())
