"""Who influences whom: said, changed, withdrawn."""

from supportroom.glossary.actions.definitions import refuse_other_original
from supportroom.glossary.defining import NOTHING
from supportroom.glossary.models import Body, Influence
from supportroom.glossary.persons import refuse_persons
from supportroom.glossary.vocabulary import RETIRED
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText


@action("glossary.say_influence", on="by")
def say_influence(
    *, actor: Actor, by: Body, on: Body, how: MultilingualText, strength: int, source: MultilingualText = NOTHING
) -> Influence:
    """Say that one actor influences another, how and how strongly; it shows as soon as both are released.

    DomainError `glossary.on_itself`, `glossary.influence_known`, `glossary.actor_retired`, `glossary.names_a_person`.
    """
    refuse_unless(by.pk != on.pk, "glossary.on_itself")
    refuse_unless(RETIRED not in (by.state, on.state), "glossary.actor_retired")
    refuse_unless(not Influence.objects.filter(by=by, on=on).exists(), "glossary.influence_known")
    refuse_persons(how)
    influence = create(Influence, by=by, on=on, how=how, strength=strength, source=source)
    record(influence, actor=actor, by=by.pk, on=on.pk)
    return influence


@action("glossary.amend_influence", on="influence")
def amend_influence(
    *,
    actor: Actor,
    influence: Influence,
    how: MultilingualText,
    strength: int,
    source: MultilingualText = NOTHING,
    seen: int | None = None,
) -> Influence:
    """Change how and how strongly. Stale where somebody was faster; DomainError `glossary.names_a_person`."""
    refuse_persons(how)
    change(influence, seen=seen, how=how, strength=strength, source=source)
    record(influence, actor=actor)
    return influence


@action("glossary.translate_influence", on="influence")
def translate_influence(
    *, actor: Actor, influence: Influence, seen: int | None = None, **texts: MultilingualText
) -> Influence:
    """Write translations of how an actor influences another, and of the source. Stale; `glossary.translations_only`."""
    for field, given in texts.items():
        refuse_other_original(getattr(influence, field), given)
    refuse_persons(*texts.values())
    change(influence, seen=seen, **texts)
    record(influence, actor=actor, fields=sorted(texts))
    return influence


@action("glossary.withdraw_influence", on="influence")
def withdraw_influence(*, actor: Actor, influence: Influence) -> None:
    """Say no longer that one actor influences another."""
    record(influence, actor=actor, by=influence.by_id, on=influence.on_id)
    erase(influence)
