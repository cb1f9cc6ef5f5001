"""A document beside what was understood of it: stretches of its lines, each with the items that stand on them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from supportroom.intake.models import Intake, IntakeGroup, IntakeItem
from supportroom.intake.understanding.found import ASKED, REPEATED
from supportroom.intake.vocabulary import REASONS
from supportroom.reading.outline import Note
from supportroom.reading.vocabulary import NOTES, note_text
from supportroom.register.models import Addressee

_MOST_PLAIN = 2  # passages between two lists that are shown open
_LONGEST_RUN = 12  # lines that are offered as one, where the document has no empty line


@dataclass
class Stretch:
    """Lines of the source, from `first` to `last`, with what was understood of them; `heads` are lists that begin."""

    first: int
    last: int
    lines: list[dict[str, Any]]
    items: list[IntakeItem] = field(default_factory=list)
    heads: list["Head"] = field(default_factory=list)


@dataclass(frozen=True)
class Head:
    """A list as the preview heads it: what it is taken for, why, how much of it is marked, to whom it goes."""

    group: IntakeGroup
    why: str
    taken: int
    all: int
    addressees: list[Addressee] = field(default_factory=list)


def head_of(group: IntakeGroup, bodies: Mapping[int, Addressee] | None = None) -> Head:
    """Give a list's head; `bodies` are the addressees that there are."""
    items = group.items.all()
    why = str(REASONS.get(group.why, "")) % {"heading": group.like} if group.why else ""
    addressees = [bodies[key] for key in group.addressees if key in bodies] if bodies else []
    return Head(group, why, sum(item.is_taken for item in items), len(items), addressees)


def stretches_of(
    intake: Intake, groups: Sequence[IntakeGroup], bodies: Mapping[int, Addressee] | None = None
) -> list[Stretch]:
    """Give the whole document in its order; lines on which several items stand are shown once."""
    items = sorted((item for group in groups for item in group.items.all()), key=lambda item: (item.first, item.last))
    found: list[Stretch] = []
    at = 0
    for item in items:
        found += _runs(intake.lines, at, item.first)
        if found and found[-1].items and found[-1].last >= item.first:
            found[-1].items.append(item)
            continue
        last = min(item.last, len(intake.lines) - 1)
        found.append(_stretch(intake.lines, item.first, last, [item]))
        at = max(at, last + 1)
    found += _runs(intake.lines, at, len(intake.lines))
    _put_heads(found, [head_of(group, bodies) for group in groups])
    return found


def _stretch(lines: Sequence[dict[str, Any]], first: int, last: int, items: list[IntakeItem]) -> Stretch:
    return Stretch(first, last, [line for line in lines[first : last + 1] if line["text"]], items)


def _runs(lines: Sequence[dict[str, Any]], start: int, stop: int) -> Iterator[Stretch]:
    """Yield what no item stands on, paragraph by paragraph."""
    first: int | None = None
    for at in range(start, stop + 1):
        is_filled = at < stop and bool(lines[at]["text"])
        if first is not None and (not is_filled or at - first >= _LONGEST_RUN):
            yield _stretch(lines, first, at - 1, [])
            first = None
        if is_filled and first is None:
            first = at


def _put_heads(stretches: Sequence[Stretch], heads: Sequence[Head]) -> None:
    """Head the first stretch of each list; a list whose items are gone stands at its heading's line."""
    for head in heads:
        items = list(head.group.items.all())
        line = min((item.first for item in items), default=max(head.group.line - 1, 0))
        at = next((each for each in stretches if each.first <= line <= each.last), stretches[-1] if stretches else None)
        if at is not None:
            at.heads.append(head)


@dataclass
class Block:
    """Stretches that belong together: of one list, or what was passed over between two."""

    heads: list[Head]
    stretches: list[Stretch]
    is_list: bool

    @property
    def is_folded(self) -> bool:
        """Say whether the page shows it closed: a list of which nothing is taken in, or much that was passed over."""
        if self.is_list:
            return not any(item.is_taken for stretch in self.stretches for item in stretch.items)
        return len(self.stretches) > _MOST_PLAIN


def blocks_of(stretches: Iterable[Stretch]) -> list[Block]:
    """Give the stretches of a page as blocks, in order."""
    found: list[Block] = []
    for stretch in stretches:
        is_list = bool(stretch.items)
        if found and found[-1].is_list == is_list and not stretch.heads:
            found[-1].stretches.append(stretch)
        else:
            found.append(Block(stretch.heads, [stretch], is_list))
    return found


@dataclass(frozen=True)
class Tally:
    """What was understood, in numbers: lists and items that are marked, and those that are left out."""

    lists: int
    taken: int
    left_lists: int
    left: int
    again: int


def tally_of(groups: Sequence[IntakeGroup]) -> Tally:
    """Count lists and items."""
    heads = [head_of(group) for group in groups]
    marked = [head for head in heads if head.taken]
    return Tally(
        lists=len(marked),
        taken=sum(head.taken for head in heads),
        left_lists=len(heads) - len(marked),
        left=sum(head.all - head.taken for head in heads),
        again=sum(head.group.kind == REPEATED for head in heads),
    )


def notes_of(intake: Intake) -> list[str]:
    """Give what the reader says of the document, in the reader's words."""
    found = [Note(each["code"], each["params"]) for each in intake.notes if each["code"] in NOTES]
    return [note_text(each) for each in found if each.code != "no_items"]


def asked_first(groups: Sequence[IntakeGroup]) -> list[Head]:
    """Give the lists for the table of contents of a preview: those of recommendations before the others."""
    return sorted(map(head_of, groups), key=lambda head: (head.group.kind != ASKED, head.group.position))
