"""Comments as pages show them: by which name, at which paragraph, the proposed words against those that stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from supportroom.comments.authors import author_of, is_own
from supportroom.comments.models import Comment
from supportroom.comments.queries import with_windows
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.footnotes import without_notes
from supportroom.papers.models import Paper, PaperVersion
from supportroom.papers.versions import VersionView, view_of
from supportroom.papers.whereabouts import Places, Whereabouts
from supportroom.texts.differences import Piece, differences


@dataclass(frozen=True)
class Row:
    """A comment with what a page says of it. `pieces`: the proposed words against those of the paragraph."""

    comment: Comment
    author: str
    is_own: bool
    pieces: tuple[Piece, ...]
    place: Whereabouts | None
    is_supported: bool = False
    answer_place: int | None = None


class Shower:
    """Reads a paper's present paragraphs and the versions that were commented on, once for a whole page."""

    def __init__(self, paper: Paper) -> None:
        """Take the paper."""
        self.paper = paper
        self.places = Places(paper)
        self.versions: dict[int, VersionView] = {}

    def version(self, version: PaperVersion) -> VersionView:
        """Read a version, once."""
        if version.pk not in self.versions:
            version.paper = self.paper
            self.versions[version.pk] = view_of(version)
        return self.versions[version.pk]

    def rows(self, actor: Actor, comments: Iterable[Comment], supported: set[int] | None = None) -> list[Row]:
        """Give the rows of comments of this paper."""
        return [self.row(actor, comment, supported or set()) for comment in with_windows(comments, self.paper)]

    def row(self, actor: Actor, comment: Comment, supported: set[int]) -> Row:
        """Give the row of one comment."""
        view = self.version(comment.window.shown)
        answer = comment.answer
        return Row(
            comment=comment,
            author=author_of(comment, actor),
            is_own=is_own(comment, actor),
            pieces=pieces_of(comment.proposed, view, comment.paragraph_id),
            place=self.places.of(comment.paragraph_id, view)
            if comment.paragraph_id in self.places.paragraphs
            else None,
            is_supported=comment.pk in supported,
            answer_place=self.places.numbers.get(answer.paragraph_id) if answer and answer.paragraph_id else None,
        )


def pieces_of(proposed: MultilingualText, view: VersionView, paragraph_id: int | None) -> tuple[Piece, ...]:
    """Compare proposed words with those of the paragraph in the same language, word by word."""
    shown = view.find(paragraph_id) if paragraph_id else None
    if not proposed or shown is None:
        return ()
    before = shown.content.texts.get(proposed.original, "")
    return differences(before if "[" in str(proposed) else without_notes(before), str(proposed))
