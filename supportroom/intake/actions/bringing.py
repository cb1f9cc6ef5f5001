"""A document brought in: read before (in the child process), understood, kept until it is recorded or cancelled."""

from supportroom.files.cleaning import Cleaned
from supportroom.files.keeping import keep, let_go
from supportroom.intake.actions.holding import hold
from supportroom.intake.guessing import named_in
from supportroom.intake.lifecycle import INTAKE
from supportroom.intake.models import Intake, IntakeGroup, IntakeItem
from supportroom.intake.sketching import ALIKE, likeness, sketch_of
from supportroom.intake.understanding.found import Group
from supportroom.intake.understanding.gathering import gather
from supportroom.intake.vocabulary import CANCELLED, MOST_ITEMS, READ
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, create_many, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import multilingual
from supportroom.reading.source import Source
from supportroom.register.likeness import alike
from supportroom.register.models import Addressee, Document
from supportroom.room.models import Room
from supportroom.room.queries import all_pillars


@action("intake.bring_document", on="file")
def bring_document(*, actor: Actor, file: Cleaned, source: Source, language: str) -> Intake:
    """Take in a cleaned document with what was read of it; nothing of it stands in the register yet.

    DomainError `intake.known_already`, `intake.under_way` for the same file again, `intake.too_many`, `files.*`.
    """
    Room.objects.select_for_update(no_key=True).first()
    refuse_unless(not Document.objects.filter(digest=file.digest).exists(), "intake.known_already")
    refuse_unless(not Intake.objects.filter(digest=file.digest, state=READ).exists(), "intake.under_way")
    refuse_unless(source.outline.item_count <= 2 * MOST_ITEMS, "intake.too_many", limit=MOST_ITEMS)
    groups = gather(source, language)
    refuse_unless(sum(len(group.parts) for group in groups) <= MOST_ITEMS, "intake.too_many", limit=MOST_ITEMS)
    sketch = sketch_of([line.text for line in source.lines])
    intake = create(
        Intake,
        name=file.name,
        file=keep(file, by=actor),
        digest=file.digest,
        language=language,
        lines=[{"text": line.text, "place": line.place} for line in source.lines],
        notes=[{"code": note.code, "params": dict(note.params)} for note in source.outline.notes],
        sketch=sketch,
        like=_nearly_the_same(sketch),
        brought_on=now().date(),
    )
    _keep_groups(intake, groups, source)
    record(intake, actor=actor)
    return intake


def _nearly_the_same(sketch: list[int]) -> Intake | None:
    """Give the earlier document that this one is most like, if it is much like it."""
    others = Intake.objects.exclude(state=CANCELLED).only("pk", "sketch")
    degrees = [(likeness(sketch, other.sketch), other) for other in others]
    best = max(degrees, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= ALIKE else None


def _keep_groups(intake: Intake, groups: list[Group], source: Source) -> None:
    texts = [multilingual(intake.language, **{intake.language: part.text}) for group in groups for part in group.parts]
    known = iter(alike(texts, most=1))
    bodies, pillars = list(Addressee.objects.all()), all_pillars()
    for position, group in enumerate(groups, start=1):
        body = named_in(group.heading, bodies)
        kept = create(
            IntakeGroup,
            intake=intake,
            position=position,
            heading=group.heading,
            kind=group.kind,
            why=group.why,
            like=group.like,
            line=group.line,
            pillar=named_in(group.heading, pillars),
            addressees=[body.pk] if body else [],
        )
        rows = [
            {
                "group": kept,
                "position": number,
                "text": part.text,
                "place": source.lines[part.first].place,
                "first": part.first,
                "last": part.last,
                "is_taken": group.is_taken,
                "like": next((each.recommendation for each in next(known)), None),
            }
            for number, part in enumerate(group.parts, start=1)
        ]
        create_many(IntakeItem, rows)


@action("intake.cancel_intake", on="intake")
def cancel_intake(*, actor: Actor, intake: Intake) -> Intake:
    """Give up a document: its file, its lines and what was understood of it go, nothing reaches the register.

    DomainError `intake.not_open`.
    """
    intake = hold(intake.pk)
    file = intake.file
    advance(intake, INTAKE, "cancel", name="", digest="", lines=[], notes=[], sketch=[], like=None, file=None)
    erase_all(IntakeGroup.objects.filter(intake=intake))
    _forget(intake)
    if file is not None:
        let_go(file)
    record(intake, actor=actor)
    return intake


def _forget(intake: Intake) -> None:
    """Let no other document be called like one that is gone."""
    for other in Intake.objects.filter(like=intake):
        change(other, like=None)
