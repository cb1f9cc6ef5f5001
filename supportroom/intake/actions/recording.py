"""What was taken in goes into the register: the document and all of its recommendations, or nothing."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from supportroom.intake.actions.holding import hold
from supportroom.intake.lifecycle import INTAKE
from supportroom.intake.models import Intake, IntakeGroup, IntakeItem
from supportroom.intake.vocabulary import LONGEST_TEXT
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.register.actions.documents import new_document
from supportroom.register.models import Addressee, Document
from supportroom.register.recording import Ask, record_all
from supportroom.room.models import Pillar


@action("intake.record_intake", on="intake")
def record_intake(
    *,
    actor: Actor,
    intake: Intake,
    pillar: Pillar | None = None,
    addressees: Sequence[Addressee] = (),
    themes: Sequence[str] = (),
    **particulars: Any,
) -> Intake:
    """Record a document and what was taken in of it; pillar, addressees and themes go to lists that have none.

    `particulars` are those of `register.add_document`: title, kind, dated_on, precision, language, by, link, round.
    DomainError `intake.nothing_taken`, `intake.too_long`, and as `register.add_document` and `register.recording`.
    """
    intake = hold(intake.pk)
    items = _taken(intake)
    document = new_document(**particulars, file=intake.file, digest=intake.digest)
    bodies = Addressee.objects.in_bulk()
    asks = [
        replace(
            _ask(item, document),
            pillar=item.group.pillar or pillar,
            themes=item.group.themes or themes,
            addressees=_bodies(item.group, bodies) or addressees,
        )
        for item in items
    ]
    recorded = record_all(document, asks)
    for thing in (document, *recorded):
        record(thing, actor=actor)
    advance(intake, INTAKE, "record", document=document, lines=[], notes=[], name="")
    erase_all(IntakeGroup.objects.filter(intake=intake))
    record(intake, actor=actor, number=len(recorded))
    return intake


def _ask(item: IntakeItem, document: Document) -> Ask:
    return Ask(
        text=_said(document.language, item.text),
        heading=_said(document.language, item.group.heading),
        asked_on=document.dated_on,
        precision=document.precision,
        place=item.place,
        round=document.round,
    )


def _taken(intake: Intake) -> list[IntakeItem]:
    """Give the items that are marked, in the document's order, if each can be recorded."""
    rows = IntakeItem.objects.filter(group__intake=intake, is_taken=True).select_related("group__pillar")
    items = list(rows.order_by("group__position", "position"))
    refuse_unless(items, "intake.nothing_taken")
    for item in items:
        refuse_unless(len(item.text) <= LONGEST_TEXT, "intake.too_long", place=item.place, limit=LONGEST_TEXT)
    return items


def _bodies(group: IntakeGroup, bodies: dict[int, Addressee]) -> list[Addressee]:
    return [bodies[key] for key in group.addressees if key in bodies]


def _said(language: str, words: str) -> MultilingualText:
    return multilingual(language, **{language: words}) if words else MultilingualText()
