"""What a term means: a further version, and its translations."""

from datetime import date

from supportroom.glossary.actions.terms import refuse_known
from supportroom.glossary.defining import NOTHING, write_definition
from supportroom.glossary.models import Definition, Term
from supportroom.glossary.queries import search_text_of
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText


@action("glossary.define", on="term")
def define(
    *,
    actor: Actor,
    term: Term,
    text: MultilingualText,
    source: MultilingualText,
    link: str = "",
    since: date | None = None,
    why: MultilingualText = NOTHING,
) -> Definition:
    """Write a new version of what a term means; from the second on with the reason for the change.

    DomainError `glossary.source_needed`, `glossary.why_needed`, `glossary.nothing_new`.
    """
    definition = write_definition(term, text=text, source=source, link=link, since=since, why=why)
    record(term, actor=actor, number=definition.number)
    return definition


def refuse_other_original(before: MultilingualText, text: MultilingualText) -> None:
    """Raise DomainError `glossary.translations_only` where the original's words are not the same."""
    refuse_unless((text.original, str(text)) == (before.original, str(before)), "glossary.translations_only")


@action("glossary.translate_term", on="term")
def translate_term(
    *, actor: Actor, term: Term, seen: int | None = None, name: MultilingualText, **texts: MultilingualText
) -> Term:
    """Write translations of a term's name and of the definition that holds (text, source, why); no new version.

    Stale where somebody was faster; DomainError `glossary.translations_only`, `glossary.known_already`.
    """
    refuse_other_original(term.name, name)
    refuse_known(name, but=term)
    last = term.definitions.first()
    text = texts.get("text", last.text) if last else None
    change(term, seen=seen, name=name, search_text=search_text_of(name, term.forms, text))
    if last and texts:
        for field, given in texts.items():
            refuse_other_original(getattr(last, field), given)
        change(last, seen=last.version, **texts)
    record(term, actor=actor, fields=["name", *sorted(texts)])
    return term
