"""Pictures of the register: a way along its days, a demand along its years, figures as bars."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from supportroom.briefings.vocabulary import ABSENT
from supportroom.briefings.vocabulary import PARTLY as IN_PART
from supportroom.briefings.vocabulary import REFLECTED as IS_REFLECTED
from supportroom.followup.counted import Line
from supportroom.followup.figures import Figure
from supportroom.followup.ways import ASKED, DELIVERED, OVERDUE, REFLECTED, Step
from supportroom.register.models import Demand, Recommendation
from supportroom.register.vocabulary import ACKNOWLEDGED, ANSWERED, DONE, LAPSED, REOPENED, SENT, UNDER_WAY
from supportroom.web.charts import Bar, Drawing, Mark, Part, bars, days
from supportroom.web.formatting import plain_date

SHAPES: Final = {
    ASKED: "dot",
    SENT: "ring",
    ACKNOWLEDGED: "plus",
    DELIVERED: "triangle",
    ANSWERED: "square",
    OVERDUE: "cross",
    UNDER_WAY: "point",
    DONE: "bar",
    LAPSED: "block",
    REOPENED: "ring",
    REFLECTED: "diamond",
}
READINGS: Final = {IS_REFLECTED: "diamond", IN_PART: "half", ABSENT: "frame"}
FEWEST = 3


def picture_of_way(recommendation: Recommendation, steps: Iterable[Step], today: date) -> Drawing | None:
    """Draw what happened along the years; nothing where too little happened to be seen at a glance."""
    marks = [_mark(step) for step in steps if step.kind in SHAPES and step.on <= today]
    if len(marks) < FEWEST:
        return None
    title = _("The way of recommendation %(number)s") % {"number": recommendation.cited}
    said = ngettext("%(num)s step since %(day)s.", "%(num)s steps since %(day)s.", len(marks))
    told = said % {"num": len(marks), "day": plain_date(min(mark.on for mark in marks))}
    return days(f"way-{recommendation.slug}", title, told, marks, today)


def _mark(step: Step) -> Mark:
    words = {ASKED: pgettext("what happened", "asked"), OVERDUE: pgettext("what happened", "no answer by the day set")}
    if step.kind == REFLECTED and step.reflection:
        shape = READINGS[step.reflection.verdict]
        return Mark(step.on, str(step.reflection.get_verdict_display()), shape, step.tone)
    return Mark(step.on, str(words.get(step.kind) or step.word), SHAPES[step.kind], step.tone)


def picture_of_demand(demand: Demand, asked: Sequence[Recommendation], today: date) -> Drawing | None:
    """Draw the days on which the same was asked for; nothing for a single one."""
    if len(asked) < FEWEST - 1:
        return None
    word = pgettext("what happened", "asked")
    marks = [Mark(one.asked_on, word, SHAPES[ASKED], "settled") for one in asked]
    years = ", ".join(str(year) for year in sorted({one.year for one in asked}))
    return days(
        f"demand-{demand.slug}", _("When it was asked for"), _("Asked in %(years)s") % {"years": years}, marks, today
    )


def answers_picture(way: str, lines: Sequence[Line]) -> Drawing:
    """Draw of each line how what was sent was answered."""
    parts = (
        Part(pgettext("figures", "answered in time"), "settled"),
        Part(pgettext("figures", "answered late"), "open"),
        Part(pgettext("figures", "answered, no day was set"), "quiet"),
        Part(pgettext("figures", "waiting, in time"), "waiting"),
        Part(pgettext("figures", "overdue"), "refused"),
    )
    rows = [Bar(line.name.text, _answered(figure), str(figure.sent)) for line in lines if (figure := line.figure).sent]
    told = _("Of what was sent: how much was answered in time or late, what waits, what is overdue.")
    return bars(f"answers-{way}", _("What was sent, and how it was answered"), told, rows, parts)


def _answered(figure: Figure) -> tuple[int, ...]:
    return (figure.in_time, figure.late, figure.without_day, figure.waiting, figure.overdue)


def days_picture(way: str, lines: Sequence[Line]) -> Drawing:
    """Draw of each line after how many days answers come."""
    rows = [Bar(line.name.text, (line.figure.median_days,)) for line in lines if line.figure.median_days is not None]
    told = _("Half of the answers came within so many days.")
    return bars(f"days-{way}", _("Days until an answer (median)"), told, rows)


def reflected_picture(way: str, lines: Sequence[Line]) -> Drawing:
    """Draw of each line which share of what was looked for in briefings was found there."""
    shares = [(line, line.figure.reflected_share) for line in lines]
    rows = [Bar(line.name.text, (share,), _percent(share)) for line, share in shares if share is not None]
    told = _("Of what was looked for in briefings: the share that a briefing reflected, wholly or partly.")
    return bars(f"reflected-{way}", _("Reflected in briefings (share)"), told, rows)


def _percent(share: int) -> str:
    return f"{share}%"
