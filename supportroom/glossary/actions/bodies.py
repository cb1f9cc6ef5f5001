"""Actors: added, changed, released, retired, removed while they are drafts."""

from typing import Any

from supportroom.glossary.actions.definitions import refuse_other_original
from supportroom.glossary.defining import NOTHING, one_at_a_time
from supportroom.glossary.lifecycle import BODY
from supportroom.glossary.models import Body
from supportroom.glossary.persons import refuse_persons
from supportroom.glossary.vocabulary import DRAFT
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import random_id, spell
from supportroom.kernel.multilingual import MultilingualText


def _refuse_known(name: MultilingualText, but: Body | None = None) -> None:
    one_at_a_time()
    wanted = {fold(words) for words in name.texts.values() if words}
    for body in Body.objects.all():
        if (but is None or body.pk != but.pk) and wanted & {fold(words) for words in body.name.texts.values() if words}:
            raise DomainError("glossary.known_already", name=body.name)


def _search_text(name: MultilingualText, about: MultilingualText) -> str:
    return f"{name.search_text} {about.search_text}".strip()


@action("glossary.add_body", on="name")
def add_body(
    *,
    actor: Actor,
    name: MultilingualText,
    kind: str,
    about: MultilingualText = NOTHING,
    source: MultilingualText = NOTHING,
) -> Body:
    """Add an actor of the country's process as a draft: a body, never a person.

    DomainError `glossary.known_already`, `glossary.names_a_person`.
    """
    _refuse_known(name)
    refuse_persons(name, about)
    words: dict[str, Any] = {"name": name, "about": about, "search_text": _search_text(name, about)}
    body = create(Body, slug=spell(random_id())[-6:], kind=kind, source=source, **words)
    record(body, actor=actor)
    return body


@action("glossary.amend_body", on="body")
def amend_body(
    *,
    actor: Actor,
    body: Body,
    name: MultilingualText,
    kind: str,
    about: MultilingualText = NOTHING,
    source: MultilingualText = NOTHING,
    seen: int | None = None,
) -> Body:
    """Change what is said of an actor. Stale; DomainError `glossary.known_already`, `glossary.names_a_person`."""
    _refuse_known(name, but=body)
    refuse_persons(name, about)
    words: dict[str, Any] = {"name": name, "about": about, "search_text": _search_text(name, about)}
    change(body, seen=seen, kind=kind, source=source, **words)
    record(body, actor=actor)
    return body


@action("glossary.translate_body", on="body")
def translate_body(*, actor: Actor, body: Body, seen: int | None = None, **texts: MultilingualText) -> Body:
    """Write translations of an actor's name, about, source. Stale; DomainError `glossary.translations_only`."""
    for field, given in texts.items():
        refuse_other_original(getattr(body, field), given)
    refuse_persons(*texts.values())
    found = _search_text(texts.get("name", body.name), texts.get("about", body.about))
    change(body, seen=seen, search_text=found, **texts)
    record(body, actor=actor, fields=sorted(texts))
    return body


@action("glossary.release_body", on="body")
def release_body(*, actor: Actor, body: Body) -> Body:
    """Let everybody see an actor, with its influences on and by others that are released."""
    advance(body, BODY, "release")
    record(body, actor=actor)
    return body


@action("glossary.retire_body", on="body")
def retire_body(*, actor: Actor, body: Body) -> Body:
    """Show an actor no longer; what was said of its influences is kept for the team."""
    advance(body, BODY, "retire")
    record(body, actor=actor)
    return body


@action("glossary.remove_body", on="body")
def remove_body(*, actor: Actor, body: Body) -> None:
    """Remove a draft, with what was said of its influences. DomainError `glossary.only_drafts_go`."""
    held = Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    refuse_unless(held.state == DRAFT, "glossary.only_drafts_go")
    record(held, actor=actor)
    erase(held)
