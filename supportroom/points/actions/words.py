"""What is said, and reworded, and translated: every wording is kept."""

from supportroom.journal.door import action
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Stale
from supportroom.kernel.multilingual import CURRENT, DRAFT, MISSING, MultilingualText
from supportroom.points.actions.board import fresh, hold, note, turn
from supportroom.points.models import Point, PointVersion
from supportroom.points.vocabulary import RAISED, REMAINING
from supportroom.rendering.clean import clean
from supportroom.room.queries import charter
from supportroom.rounds.actions.rounds import refuse_if_over
from supportroom.rounds.models import Session

LONGEST = 5000


def said(language: str, text: str, *, longest: int = LONGEST) -> str:
    """Give what somebody wrote without hidden controls.

    DomainError `kernel.empty`, `kernel.too_long`, `kernel.unknown_language`.
    """
    words = clean(text)
    refuse_unless(words, "kernel.empty")
    refuse_unless(len(words) <= longest, "kernel.too_long", limit=longest)
    refuse_unless(language in charter().languages, "kernel.unknown_language")
    return words


@action("points.reword_point", on="point")
def reword_point(*, actor: Actor, point: Point, session: Session, language: str, text: str, seen: int) -> Point:
    """Give a point new words in one language, in an open session; `seen` is the `wording_number` that the actor saw.

    Stale (with `mine` and `theirs`) where somebody has changed the words in this language since; DomainError
    `points.settled` for the original words of a point that is in a check or settled, and those of `raise_point`.
    """
    held = hold(session)
    current = fresh(point, held)
    is_open = current.state in (RAISED, REMAINING)
    refuse_unless(is_open or language != current.content.original, "points.settled")
    _write(current, language, text, seen=seen, state=CURRENT)
    turn(held)
    note(held, current, actor, language=language)
    return current


@action("points.translate_point", on="point")
def translate_point(
    *, actor: Actor, point: Point, language: str, text: str, seen: int, is_final: bool = False
) -> Point:
    """Write a point's words in another language than its original, at any time until the round is published.

    It is a draft until somebody confirms it, or at once current with `is_final`. Stale as in `reword_point`;
    DomainError `points.settled` for the original's language, `rounds.round_over`.
    """
    current, session = _held_point(point)
    refuse_unless(language != current.content.original, "points.settled")
    _write(current, language, text, seen=seen, state=CURRENT if is_final else DRAFT)
    turn(session)
    note(session, current, actor, language=language)
    return current


@action("points.confirm_translation", on="point")
def confirm_translation(*, actor: Actor, point: Point, language: str) -> Point:
    """Say that a translation says what the original says; DomainError `kernel.empty` where there is none."""
    current, session = _held_point(point)
    refuse_unless(current.content.state(language) != MISSING, "kernel.empty")
    change(current, content=current.content.confirmed(language))
    turn(session)
    note(session, current, actor, language=language)
    return current


def _held_point(point: Point) -> tuple[Point, Session]:
    """Read a point anew and hold it, with the session in which it was raised; DomainError `rounds.round_over`."""
    held = (
        Point.objects.select_for_update(no_key=True, of=("self",)).select_related("round", "raised_in").get(pk=point.pk)
    )
    refuse_if_over(held.round)
    return held, held.raised_in


def _write(point: Point, language: str, text: str, *, seen: int, state: str) -> None:
    """Keep the wording that was, and put new words in one language in its place; Stale as in `reword_point`."""
    words = said(language, text)
    before = point.content
    if before.texts.get(language, "") != _seen(point, seen).texts.get(language, ""):
        raise Stale(mine=words, theirs=before.texts.get(language, ""), seen=point.wording_number)
    number = point.wording_number
    content = before.reworded(language, words, state=state)
    change(point, content=content, search_text=content.search_text, wording_number=number + 1)
    create(PointVersion, point=point, number=number, content=before)


def _seen(point: Point, number: int) -> MultilingualText:
    if number >= point.wording_number:
        return point.content
    version = PointVersion.objects.filter(point=point, number=number).first()
    return version.content if version else MultilingualText()
