"""Items corrected by a person: amended, taken in, left out, joined, split, added out of the source's lines."""

from collections.abc import Sequence

from supportroom.intake.actions.holding import hold
from supportroom.intake.models import Intake, IntakeGroup, IntakeItem
from supportroom.intake.understanding.found import ASKED
from supportroom.intake.vocabulary import BY_HAND, MOST_ITEMS
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase, put_in_order, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.reading.marks import find_mark


@action("intake.correct_item", on="item")
def correct_item(*, actor: Actor, item: IntakeItem, text: str, seen: int | None = None) -> IntakeItem:
    """Give an item other words; it is taken in. Stale where somebody was faster."""
    intake = hold(item.group.intake_id)
    refuse_unless(text.strip(), "kernel.empty")
    change(item, seen=seen, text=text, is_taken=True, is_corrected=True)
    record(intake, actor=actor)
    return item


@action("intake.take_item", on="item")
def take_item(*, actor: Actor, item: IntakeItem) -> IntakeItem:
    """Mark an item to be recorded."""
    intake = hold(item.group.intake_id)
    change(item, is_taken=True)
    record(intake, actor=actor)
    return item


@action("intake.drop_item", on="item")
def drop_item(*, actor: Actor, item: IntakeItem) -> IntakeItem:
    """Leave an item out; it stays in the preview and can be taken in again."""
    intake = hold(item.group.intake_id)
    change(item, is_taken=False)
    record(intake, actor=actor)
    return item


@action("intake.join_items", on="item")
def join_items(*, actor: Actor, item: IntakeItem) -> IntakeItem:
    """Put an item's words behind those of the one before it in its list; DomainError `intake.first_of_all`."""
    intake = hold(item.group.intake_id)
    items = list(item.group.items.all())
    at = items.index(item)
    refuse_unless(at > 0, "intake.first_of_all")
    before = items[at - 1]
    last = max(before.last, item.last)
    change(before, text=f"{before.text}\n{item.text}", last=last, is_taken=True, is_corrected=True)
    erase(item)
    put_in_order([each for each in items if each.pk != item.pk])
    record(intake, actor=actor)
    return before


@action("intake.split_item", on="item")
def split_item(*, actor: Actor, item: IntakeItem, texts: Sequence[str]) -> IntakeItem:
    """Make several items of one; DomainError `intake.not_split` for a single text."""
    intake = hold(item.group.intake_id)
    words = [text.strip() for text in texts if text.strip()]
    refuse_unless(len(words) > 1, "intake.not_split")
    items = list(item.group.items.all())
    at = items.index(item)
    change(item, text=words[0], is_taken=True, is_corrected=True)
    rest = [_beside(item, text, number) for number, text in enumerate(words[1:], start=1)]
    put_in_order([*items[: at + 1], *rest, *items[at + 1 :]])
    record(intake, actor=actor)
    return item


def _beside(item: IntakeItem, text: str, number: int) -> IntakeItem:
    return create(
        IntakeItem,
        group=item.group,
        position=item.position + number,
        text=text,
        place=item.place,
        first=item.first,
        last=item.last,
        is_corrected=True,
    )


@action("intake.add_item", on="intake")
def add_item(*, actor: Actor, intake: Intake, first: int, last: int) -> IntakeItem:
    """Take lines of the source in as an item of the list above them; DomainError `intake.no_such_line`."""
    intake = hold(intake.pk)
    refuse_unless(0 <= first <= last < len(intake.lines), "intake.no_such_line")
    text = _without_mark(" ".join(line["text"] for line in intake.lines[first : last + 1] if line["text"]))
    refuse_unless(text, "intake.no_such_line")
    count = IntakeItem.objects.filter(group__intake=intake).count()
    refuse_unless(count < MOST_ITEMS, "intake.too_many", limit=MOST_ITEMS)
    group = _list_above(intake, first)
    item = create(
        IntakeItem,
        group=group,
        position=0,
        text=text[:20_000],
        place=intake.lines[first]["place"],
        first=first,
        last=last,
        is_corrected=True,
    )
    put_in_order(sorted(group.items.all(), key=lambda each: (each.first, each.position)))
    record(intake, actor=actor)
    return item


def _without_mark(words: str) -> str:
    """Give words without the number or bullet before them."""
    found = find_mark(words)
    return found[1] if found and found[1] and found[0].style != "ordinal" else words


def _list_above(intake: Intake, line: int) -> IntakeGroup:
    """Give the list of recommendations that stands last before a line, or the first one, or a new one."""
    lists = [group for group in intake.groups.all() if group.kind == ASKED]
    above = [group for group in lists if group.line <= line + 1]
    if lists:
        return (above or lists[:1])[-1]
    return create(IntakeGroup, intake=intake, position=intake.groups.count() + 1, why=BY_HAND, line=line + 1)
