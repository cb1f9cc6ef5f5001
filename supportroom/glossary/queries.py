"""What pages and floors above read about terms and actors. `..._visible_to(actor)` are the only entrances to rows."""

from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from supportroom.glossary.models import Body, Definition, Influence, Term
from supportroom.glossary.vocabulary import BODY_KINDS, RELEASED, RETIRED
from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.errors import Missing
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import may
from supportroom.kernel.searching import holding


def terms_visible_to(actor: Actor) -> QuerySet[Term]:
    """The terms that are released; drafts and retired ones too for who keeps the glossary."""
    terms = Term.objects.all()
    return terms if may(actor, "glossary.read_drafts") else terms.filter(state=RELEASED)


def public_terms() -> QuerySet[Term]:
    """The terms that everybody reads, for what leaves the room."""
    return Term.objects.filter(state=RELEASED)


def term_at(actor: Actor, slug: str) -> Term:
    """Give a term by its address. One that is retired keeps it: published texts lead to it. Missing."""
    shown = Q() if may(actor, "glossary.read_drafts") else Q(state__in=(RELEASED, RETIRED))
    term = Term.objects.filter(shown, slug=slug).first()
    if term is None:
        raise Missing("kernel.missing")
    return term


def definitions_of(term: Term) -> list[Definition]:
    """List every version of a term's definition, the newest first."""
    return list(term.definitions.order_by("-number"))


def newest_definitions(terms: QuerySet[Term] | Sequence[Term]) -> QuerySet[Definition]:
    """The definition that holds of each of these terms, with the term."""
    newer = Definition.objects.filter(term=OuterRef("term"), number__gt=OuterRef("number"))
    definitions = Definition.objects.filter(term__in=terms).filter(~Exists(newer))
    return definitions.select_related("term").order_by("term_id")


def in_force() -> list[Definition]:
    """List the definitions that hold today of all released terms, each with its term: one query."""
    return list(newest_definitions(public_terms()))


def found_terms(terms: QuerySet[Term], words: str) -> QuerySet[Term]:
    """Keep the terms that hold every word in name, other forms or definition, however it is typed."""
    return terms.filter(holding(words))


def in_alphabet(terms: Iterable[Term], language: str) -> list[Term]:
    """Put terms in the order of their names in a language, without looking at the article."""
    return sorted(terms, key=lambda term: (sorted_by(str(term.name.said_in(language))), term.pk))


def sorted_by(name: str) -> str:
    """Give the folded name by which a term is put in order: Arabic lists leave the article out."""
    plain = fold(name)
    return plain[2:] if plain.startswith("ال") and len(plain) > 4 else plain


def terms_named(names: Iterable[str]) -> dict[str, Term]:
    """Give the terms that have one of these names in any language, by the folded name."""
    wanted = {fold(name) for name in names}
    terms: dict[str, Term] = {}
    for term in Term.objects.order_by("pk"):
        for words in term.name.texts.values():
            if fold(words) in wanted:
                terms.setdefault(fold(words), term)
    return terms


def bodies_visible_to(actor: Actor) -> QuerySet[Body]:
    """The actors that are released; all of them for who keeps the glossary."""
    return Body.objects.all() if may(actor, "glossary.read_drafts") else public_bodies()


def public_bodies() -> QuerySet[Body]:
    """The actors that everybody reads, for what leaves the room."""
    return Body.objects.filter(state=RELEASED)


def body_at(actor: Actor, slug: str) -> Body:
    """Give an actor's entry by its address; Missing."""
    body = bodies_visible_to(actor).filter(slug=slug).first()
    if body is None:
        raise Missing("kernel.missing")
    return body


def in_kinds(bodies: Iterable[Body], language: str) -> list[Body]:
    """Put actors in the order of their kinds, and by name within one."""
    kinds = list(BODY_KINDS)
    return sorted(bodies, key=lambda body: (kinds.index(body.kind), sorted_by(str(body.name.said_in(language)))))


def influences_between(bodies: Iterable[Body]) -> list[Influence]:
    """List what is said of influences among these actors, strongest first."""
    keys = [body.pk for body in bodies]
    rows = Influence.objects.filter(by__in=keys, on__in=keys).select_related("by", "on")
    return list(rows.order_by("-strength", "pk"))


def influences_of(body: Body, among: QuerySet[Body]) -> list[Influence]:
    """List the influences that an actor has and is under, among the actors that the reader sees."""
    rows = Influence.objects.filter(Q(by=body) | Q(on=body), by__in=among, on__in=among)
    return list(rows.select_related("by", "on").order_by("-strength", "pk"))


def influence_visible_to(actor: Actor, influence_id: int) -> Influence:
    """Give an influence with its two actors; Missing."""
    seen = bodies_visible_to(actor)
    rows = Influence.objects.filter(pk=influence_id, by__in=seen, on__in=seen).select_related("by", "on")
    influence = rows.first()
    if influence is None:
        raise Missing("kernel.missing")
    return influence


def public_influences() -> QuerySet[Influence]:
    """The influences among actors that everybody reads, for what leaves the room."""
    return Influence.objects.filter(by__state=RELEASED, on__state=RELEASED).select_related("by", "on")


def search_text_of(name: MultilingualText, forms: dict[str, list[str]], definition: MultilingualText | None) -> str:
    """Give what a search for a term looks into."""
    further = " ".join(fold(form) for words in forms.values() for form in words)
    return " ".join(part for part in (name.search_text, further, definition.search_text if definition else "") if part)
