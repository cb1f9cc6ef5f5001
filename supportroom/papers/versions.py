"""Frozen versions of a paper: kept inside actions, read as numbered paragraphs, compared word by word.

`content` of a version: {"title", "languages", "text_version", "paragraphs": [{"id", "kind", "level", "split_from",
"content"}]}, texts as plain values. A version is read in one query, whatever its length.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from supportroom.journal.writing import create
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.models import Paper, PaperVersion
from supportroom.papers.vocabulary import BY_HAND
from supportroom.texts.arranging import counts
from supportroom.texts.models import Paragraph


@dataclass(frozen=True)
class Shown:
    """A paragraph as it stood: `number` among those that count (None for a heading), its id for good."""

    number: int | None
    paragraph_id: int
    kind: str
    level: int
    content: MultilingualText
    split_from: int | None = None


@dataclass(frozen=True)
class VersionView:
    """A state of a paper as one reads it: a frozen version, or the draft (`version` is None then)."""

    paper: Paper
    title: MultilingualText
    languages: tuple[str, ...]
    text_version: int
    shown: tuple[Shown, ...]
    version: PaperVersion | None = None

    @property
    def numbers(self) -> dict[int, int]:
        """The number of each paragraph that counts, by its id."""
        return {each.paragraph_id: each.number for each in self.shown if each.number is not None}

    def find(self, paragraph_id: int) -> Shown | None:
        """Give a paragraph as it stood, or None."""
        return next((each for each in self.shown if each.paragraph_id == paragraph_id), None)


def keep_version_now(
    paper: Paper, name: str = "", *, occasion: str = BY_HAND, for_members: bool | None = None
) -> PaperVersion:
    """Freeze a paper as it stands, inside an action; what a step of the paper keeps (`occasion`) is for members too."""
    last = PaperVersion.objects.filter(paper=paper).order_by("-number").values_list("number", flat=True).first() or 0
    return create(
        PaperVersion,
        paper=paper,
        number=last + 1,
        name=name,
        occasion=occasion,
        for_members=occasion != BY_HAND if for_members is None else for_members,
        kept_on=now().date(),
        content=_plain(draft_view(paper)),
    )


def draft_view(paper: Paper) -> VersionView:
    """Read a paper as it stands now."""
    paragraphs = Paragraph.objects.filter(text=paper.text_id, removed=False)
    return VersionView(paper, paper.title, tuple(paper.languages), paper.text.version, _shown_of(paragraphs))


def view_of(version: PaperVersion) -> VersionView:
    """Read a frozen version."""
    kept = version.content
    rows = (
        (row["id"], row["kind"], row["level"], _text(row["content"]), row["split_from"])
        for row in kept.get("paragraphs", [])
    )
    return VersionView(
        paper=version.paper,
        title=_text(kept.get("title", {})),
        languages=tuple(kept.get("languages", [])),
        text_version=kept.get("text_version", 0),
        shown=_numbered(rows),
        version=version,
    )


def shown_in(version: PaperVersion) -> list[Shown]:
    """List the paragraphs of a frozen version, in order, with their numbers."""
    return list(view_of(version).shown)


def have_same_original(one: VersionView, other: VersionView) -> bool:
    """Tell whether two states say the same in the original: only translations differ, if anything does."""
    return str(one.title) == str(other.title) and _originals(one) == _originals(other)


def _originals(view: VersionView) -> list[tuple[Any, ...]]:
    return [(each.paragraph_id, each.kind, each.level, str(each.content)) for each in view.shown]


def _shown_of(paragraphs: Iterable[Paragraph]) -> tuple[Shown, ...]:
    return _numbered((each.pk, each.kind, each.level, each.content, each.split_from_id) for each in paragraphs)


def _numbered(rows: Iterable[tuple[int, str, int, MultilingualText, int | None]]) -> tuple[Shown, ...]:
    found: list[Shown] = []
    number = 0
    for paragraph_id, kind, level, content, split_from in rows:
        number += counts(kind)
        found.append(Shown(number if counts(kind) else None, paragraph_id, kind, level, content, split_from))
    return tuple(found)


def _plain(view: VersionView) -> dict[str, Any]:
    return {
        "title": view.title.as_json(),
        "languages": list(view.languages),
        "text_version": view.text_version,
        "paragraphs": [
            {
                "id": each.paragraph_id,
                "kind": each.kind,
                "level": each.level,
                "split_from": each.split_from,
                "content": each.content.as_json(),
            }
            for each in view.shown
        ],
    }


def _text(plain: Mapping[str, Any]) -> MultilingualText:
    return MultilingualText(plain.get("original", ""), plain.get("texts", {}), plain.get("states", {}))
