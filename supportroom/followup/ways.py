"""The whole way of a recommendation as one line of time, with the answers, deliveries and briefings it tells of."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from supportroom.answers.models import Answer, Delivery
from supportroom.answers.vocabulary import VERDICT_TONES
from supportroom.briefings.models import Reflection
from supportroom.briefings.vocabulary import DISPUTED
from supportroom.briefings.vocabulary import TONES as READING_TONES
from supportroom.followup.standing import Standing
from supportroom.journal.models import reference
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.models import Addressee, Happening, Recommendation
from supportroom.register.queries import happenings_of
from supportroom.register.vocabulary import (
    ACKNOWLEDGED,
    ANSWERED,
    DAY,
    DONE,
    LAPSED,
    REOPENED,
    SENT,
    UNDER_WAY,
)

ASKED, OVERDUE, AWAITED = "asked", "overdue", "awaited"
DELIVERED, REFLECTED = "delivered", "reflected"
QUIET: Final = frozenset({"recorded", "released", "brought_together", "amended"})
TONES: Final = {
    ASKED: "settled",
    SENT: "open",
    "reminded": "waiting",
    ACKNOWLEDGED: "open",
    ANSWERED: "settled",
    DELIVERED: "open",
    UNDER_WAY: "settled",
    DONE: "settled",
    LAPSED: "refused",
    REOPENED: "waiting",
    OVERDUE: "refused",
    AWAITED: "waiting",
}
_ORDER: Final = (ASKED, "recorded", "released", SENT, "reminded", ACKNOWLEDGED, ANSWERED)


@dataclass(frozen=True)
class Step:
    """One thing that happened; `told` is the happening, and at most one of answer, delivery, reflection is set."""

    kind: str
    on: date
    precision: str = DAY
    tone: str = "quiet"
    word: Any = ""
    addressee: Addressee | None = None
    words: MultilingualText | None = None
    source: str = ""
    answer: Answer | None = None
    delivery: Delivery | None = None
    reflection: Reflection | None = None

    @property
    def is_minor(self) -> bool:
        """Tell whether it concerns the register rather than the recommendation's way."""
        return self.kind in QUIET


def way_of(recommendation: Recommendation, standing: Standing) -> list[Step]:
    """Give what happened to a recommendation in the order of days; at last what is awaited."""
    found = _things(recommendation)
    first = Step(ASKED, recommendation.asked_on, recommendation.precision, TONES[ASKED])
    steps, told = [first], set()
    for happening in happenings_of(recommendation):
        thing = found.get(happening.about)
        steps.append(_with(_told(happening), thing if happening.about not in told else None))
        if _speaks_of(happening.kind, thing):
            told.add(happening.about)
    steps += [_own(thing) for ref, thing in found.items() if ref not in told]
    steps += [_awaited(one) for one in standing.waiting if one.due_on]
    return sorted(steps, key=lambda step: (step.on, _rank(step.kind)))


def _things(recommendation: Recommendation) -> dict[str, Any]:
    """Give the answers, deliveries and reflections of a recommendation by their references."""
    answers = Answer.objects.filter(submission__recommendation=recommendation)
    answers = answers.select_related("submission__addressee", "file").prefetch_related("earlier")
    deliveries = Delivery.objects.filter(recommendations=recommendation).select_related("speech")
    reflections = Reflection.objects.filter(recommendation=recommendation, briefing__trashed_at=None)
    rows = (*answers, *deliveries, *reflections.select_related("briefing", "passage"))
    return {reference(row): row for row in rows}


def _told(happening: Happening) -> Step:
    return Step(
        kind=happening.kind,
        on=happening.on,
        tone=TONES.get(happening.kind, "quiet"),
        word=happening.get_kind_display(),
        addressee=happening.addressee,
        words=happening.words or None,
        source=happening.source,
    )


def _speaks_of(kind: str, thing: Any) -> bool:
    """Tell whether this step is the one at which a thing is shown whole: an answer at its answer, not at a change."""
    return {Answer: ANSWERED, Delivery: DELIVERED, Reflection: REFLECTED}.get(type(thing)) == kind


def _with(step: Step, thing: Any) -> Step:
    if not _speaks_of(step.kind, thing):
        return step
    own = _own(thing)
    words = step.words if own.answer else None  # a delivery and a reading stand below in full
    return replace(own, word=step.word, addressee=step.addressee or own.addressee, words=words)


def _own(thing: Any) -> Step:
    """Give the step that a thing is by itself."""
    if isinstance(thing, Answer):
        tone, source = VERDICT_TONES[thing.verdict], thing.source
        return Step(
            ANSWERED, thing.answered_on, tone=tone, addressee=thing.submission.addressee, source=source, answer=thing
        )
    if isinstance(thing, Delivery):
        return Step(DELIVERED, thing.held_on, tone=TONES[DELIVERED], source=thing.source, delivery=thing)
    tone = "waiting" if thing.state == DISPUTED else READING_TONES[thing.verdict]
    return Step(REFLECTED, thing.briefing.given_on, tone=tone, reflection=thing)


def _awaited(waiting: Any) -> Step:
    kind = OVERDUE if waiting.is_late else AWAITED
    return Step(kind, waiting.due_on, tone=TONES[kind], addressee=waiting.addressee)


def _rank(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
