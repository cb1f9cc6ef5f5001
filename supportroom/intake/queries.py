"""What pages read of documents on their way in: the team alone."""

from django.db.models import Count, Q, QuerySet

from supportroom.intake.models import Intake, IntakeGroup, IntakeItem
from supportroom.intake.vocabulary import CANCELLED, READ
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.people.vocabulary import TEAM
from supportroom.register.models import Document

_TAKEN = Count("groups__items", filter=Q(groups__items__is_taken=True))


def intakes_visible_to(actor: Actor) -> QuerySet[Intake]:
    """The documents on their way in and those recorded, newest first, without their lines; for the team."""
    rows = Intake.objects.exclude(state=CANCELLED).select_related("document").defer("lines", "sketch")
    return rows if actor.holds(TEAM) else rows.none()


def waiting_intakes(actor: Actor) -> QuerySet[Intake]:
    """Those that wait to be looked through, each with how much of it is marked (`taken`)."""
    return intakes_visible_to(actor).filter(state=READ).annotate(taken=_TAKEN)


def intake_visible_to(actor: Actor, intake_id: int) -> Intake:
    """Find a document on its way in, or one that was recorded; Missing."""
    rows = Intake.objects.exclude(state=CANCELLED).select_related("document", "like__document")
    found = rows.filter(pk=intake_id).first() if actor.holds(TEAM) else None
    if found is None:
        raise Missing("kernel.missing")
    return found


def item_visible_to(actor: Actor, intake_item_id: int) -> IntakeItem:
    """Find an item of a document that is looked through; Missing."""
    rows = IntakeItem.objects.select_related("group__intake", "like").filter(group__intake__state=READ)
    found = rows.filter(pk=intake_item_id).first() if actor.holds(TEAM) else None
    if found is None:
        raise Missing("kernel.missing")
    return found


def group_visible_to(actor: Actor, intake_group_id: int) -> IntakeGroup:
    """Find a list of a document that is looked through; Missing."""
    rows = IntakeGroup.objects.select_related("intake", "pillar").filter(intake__state=READ)
    found = rows.filter(pk=intake_group_id).first() if actor.holds(TEAM) else None
    if found is None:
        raise Missing("kernel.missing")
    return found


def groups_of(intake: Intake) -> list[IntakeGroup]:
    """Give a document's lists in order, each with its items: two queries."""
    return list(intake.groups.select_related("pillar").prefetch_related("items__like"))


def known_as(digest: str) -> Document | Intake | None:
    """Give what the same file became: an earlier document, or one that waits to be looked through."""
    return Document.objects.filter(digest=digest).first() or Intake.objects.filter(digest=digest, state=READ).first()
