"""Terms: added, named anew, released, retired, removed while they are drafts."""

from collections.abc import Mapping, Sequence
from datetime import date

from supportroom.glossary.defining import NOTHING, one_at_a_time, write_definition
from supportroom.glossary.lifecycle import TERM
from supportroom.glossary.models import Term
from supportroom.glossary.queries import search_text_of, terms_named
from supportroom.glossary.vocabulary import DRAFT
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import random_id, spell
from supportroom.kernel.multilingual import MultilingualText

Forms = Mapping[str, Sequence[str]]


def plain_forms(forms: Forms | None) -> dict[str, list[str]]:
    """Give further forms as they are kept: each once, none empty."""
    cleaned = {code: list(dict.fromkeys(form.strip() for form in words)) for code, words in (forms or {}).items()}
    return {code: kept for code, words in cleaned.items() if (kept := [form for form in words if form])}


def refuse_known(name: MultilingualText, *, but: Term | None = None) -> None:
    """Raise DomainError `glossary.known_already` where another term has this name in any language."""
    one_at_a_time()
    for term in terms_named(words for words in name.texts.values() if words).values():
        if but is None or term.pk != but.pk:
            raise DomainError("glossary.known_already", name=term.name)


def write_term(name: MultilingualText, forms: Forms | None) -> Term:
    """Write a new term, inside an action; its address has no words in it (S37)."""
    refuse_known(name)
    kept = plain_forms(forms)
    slug = spell(random_id())[-6:]
    return create(Term, slug=slug, name=name, forms=kept, search_text=search_text_of(name, kept, None))


@action("glossary.add_term", on="name")
def add_term(
    *,
    actor: Actor,
    name: MultilingualText,
    forms: Forms | None = None,
    text: MultilingualText = NOTHING,
    source: MultilingualText = NOTHING,
    link: str = "",
    since: date | None = None,
) -> Term:
    """Add a term as a draft, with its first definition where one is given.

    DomainError `glossary.known_already`, `glossary.source_needed`.
    """
    term = write_term(name, forms)
    if text:
        write_definition(term, text=text, source=source, link=link, since=since)
        term.refresh_from_db()
    record(term, actor=actor)
    return term


@action("glossary.amend_term", on="term")
def amend_term(
    *, actor: Actor, term: Term, name: MultilingualText, forms: Forms | None = None, seen: int | None = None
) -> Term:
    """Change a term's name or its further forms. Stale where somebody was faster; `glossary.known_already`."""
    refuse_known(name, but=term)
    kept, last = plain_forms(forms), term.definitions.first()
    change(term, seen=seen, name=name, forms=kept, search_text=search_text_of(name, kept, last.text if last else None))
    record(term, actor=actor)
    return term


@action("glossary.release_term", on="term")
def release_term(*, actor: Actor, term: Term) -> Term:
    """Let everybody read a term, and texts lead to it. DomainError `glossary.not_defined`, `kernel.not_now`."""
    refuse_unless(term.definitions.exists(), "glossary.not_defined")
    advance(term, TERM, "release")
    record(term, actor=actor)
    return term


@action("glossary.retire_term", on="term")
def retire_term(*, actor: Actor, term: Term) -> Term:
    """Use a term no longer: it leaves the list; published texts that explain it still lead to it."""
    advance(term, TERM, "retire")
    record(term, actor=actor)
    return term


@action("glossary.remove_term", on="term")
def remove_term(*, actor: Actor, term: Term) -> None:
    """Remove a draft, with its definitions. DomainError `glossary.only_drafts_go`."""
    held = Term.objects.select_for_update(no_key=True).get(pk=term.pk)
    refuse_unless(held.state == DRAFT, "glossary.only_drafts_go")
    record(held, actor=actor)
    erase(held)
