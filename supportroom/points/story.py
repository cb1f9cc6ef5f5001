"""A point's story as its page tells it: its words in each language, its versions with what changed, its checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from supportroom.kernel.multilingual import CURRENT, DRAFT, MISSING, ORIGINAL, OUTDATED, Wording
from supportroom.points.models import Point
from supportroom.points.pieces import grounds
from supportroom.points.queries import Outcome, versions_of
from supportroom.points.vocabulary import CHOICES, POINT_STATES
from supportroom.texts.differences import Piece, differences
from supportroom.texts.vocabulary import TRANSLATION_STATES

TONES = {ORIGINAL: "settled", CURRENT: "settled", DRAFT: "waiting", OUTDATED: "waiting", MISSING: "quiet"}


@dataclass(frozen=True)
class Side:
    """A point in one language: its words, or none, and how they stand to the original."""

    code: str
    name: str
    words: Wording | None
    state: str
    word: str
    tone: str


@dataclass(frozen=True)
class Version:
    """One of a point's wordings: what changed in one language against the wording before."""

    number: int
    language: str
    changed: tuple[Piece, ...]


@dataclass(frozen=True)
class OutcomeTold:
    """What a check showed: where, the words asked about, tally, the rule's reasons, the outcome, and reasons given."""

    where: Wording
    asked: Wording
    tally: list[int]
    grounds: list[str]
    outcome: str
    word: str
    reasons: list[tuple[str, Wording]]


def languages_of(point: Point, names: Mapping[str, str]) -> list[Side]:
    """Give a point in each of the room's languages, the original first."""
    content = point.content
    codes = sorted(names, key=lambda code: code != content.original)
    return [_side(point, code, names[code]) for code in codes]


def _side(point: Point, code: str, name: str) -> Side:
    state = point.content.state(code)
    words = None if state == MISSING else point.content.said_in(code)
    return Side(code, name, words, state, str(TRANSLATION_STATES[state]), TONES[state])


def versions_told(point: Point) -> list[Version]:
    """Give every change of a point's words, newest first; a point that was never reworded has none."""
    contents = [*(version.content for version in versions_of(point)), point.content]
    told = []
    for number, (before, after) in enumerate(pairwise(contents), start=2):
        for code, words in after.texts.items():
            if words != before.texts.get(code, ""):
                told.append(Version(number, code, differences(before.texts.get(code, ""), words)))
    return told[::-1]


def outcomes_told(outcomes: Sequence[Outcome], language: str) -> list[OutcomeTold]:
    """Tell what closed checks showed, oldest first, without anybody's name."""
    return [
        OutcomeTold(
            where=outcome.session.title.said_in(language),
            asked=outcome.item.wording.said_in(language),
            tally=[outcome.item.tally.get(choice, 0) for choice in CHOICES],
            grounds=grounds(outcome.item.why),
            outcome=str(POINT_STATES[outcome.item.outcome]) if outcome.item.outcome else "",
            word=outcome.item.word,
            reasons=[(str(CHOICES[choice]), Wording(text, code, "")) for choice, text, code in outcome.reasons],
        )
        for outcome in outcomes
    ]
