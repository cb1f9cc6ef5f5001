"""What stands in the files of the register: columns with their HXL tags, each with how it is read off."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.followup.dating import written_day
from supportroom.followup.taken import Taken
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.models import Happening
from supportroom.web.sheets import Cell

BETWEEN: Final = " | "


@dataclass(frozen=True)
class Column:
    """A column: its head in the reader's language, its HXL tag, what stands in it."""

    head: str | Promise
    tag: str
    read: Callable[[Taken], Cell]


def _in(language: str, text: MultilingualText) -> str:
    """Give the words in a language, or nothing where there are none: a file mixes no languages."""
    return text.texts.get(language, "")


def _said(text: MultilingualText | None) -> str:
    """Give a name in every language that it has."""
    return " / ".join(filter(None, (text.texts.get(code) for code, _name in settings.LANGUAGES))) if text else ""


def _words(code: str, name: str) -> Column:
    return Column(name, f"#description+text+i_{code}", lambda one: _in(code, one.recommendation.text))


def _of_each(read: Callable[[Any], str]) -> Callable[[Taken], Cell]:
    return lambda one: BETWEEN.join(read(submission) for submission in one.submissions)


def _day_of(name: str) -> Callable[[Taken], Cell]:
    return _of_each(lambda submission: written_day(getattr(submission, name)))


def _late(one: Taken) -> Cell:
    return sum(waiting.is_late for waiting in one.standing.waiting)


COLUMNS: Final[Sequence[Column]] = (
    Column(_("Number"), "#meta+code", lambda one: one.recommendation.code),
    Column(_("Address"), "#meta+url", lambda one: one.address),
    Column(pgettext_lazy("column of a table", "Asked on"), "#date+asked", lambda one: one.asked_on),
    *(_words(code, name) for code, name in settings.LANGUAGES),
    Column(_("Pillar"), "#sector+pillar", lambda one: _said(getattr(one.recommendation.pillar, "name", None))),
    Column(_("Cross-cutting themes"), "#subsector+themes+list", lambda one: BETWEEN.join(one.themes)),
    Column(
        _("Sustainable Development Goals"),
        "#meta+sdg+list",
        lambda one: BETWEEN.join(str(goal) for goal in one.recommendation.goals),
    ),
    Column(_("Round"), "#event+round", lambda one: _said(getattr(one.recommendation.round, "title", None))),
    Column(_("Source"), "#meta+source", lambda one: _said(one.source)),
    Column(_("Place in the source"), "#meta+source+place", lambda one: one.recommendation.place),
    Column(_("Demand"), "#meta+demand", lambda one: _said(getattr(one.recommendation.demand, "title", None))),
    Column(_("State"), "#status+code", lambda one: one.recommendation.state),
    Column(
        pgettext_lazy("column of a table", "In this state since"),
        "#date+status",
        lambda one: written_day(one.recommendation.state_since),
    ),
    Column(_("Addressee"), "#org+addressee+list", _of_each(lambda submission: _said(submission.addressee.name))),
    Column(pgettext_lazy("column of a table", "Sent on"), "#date+sent+list", _day_of("sent_on")),
    Column(
        pgettext_lazy("column of a table", "Acknowledged on"), "#date+acknowledged+list", _day_of("acknowledged_on")
    ),
    Column(pgettext_lazy("column of a table", "Answer due on"), "#date+due+list", _day_of("due_on")),
    Column(pgettext_lazy("column of a table", "Answered on"), "#date+answered+list", _day_of("answered_on")),
    Column(_("Overdue answers"), "#indicator+overdue+num", _late),
    Column(_("Answers"), "#status+answer+list", lambda one: BETWEEN.join(answer.verdict for answer in one.answers)),
    Column(
        _("In briefings"),
        "#status+briefing+list",
        lambda one: BETWEEN.join(
            f"{each.briefing.symbol or each.briefing.given_on}: {each.verdict}" for each in one.reflections
        ),
    ),
)
STEPS: Final[Sequence[tuple[str | Promise, str]]] = (
    (_("Number"), "#meta+code"),
    (_("Day"), "#date"),
    (pgettext_lazy("column of a table", "What happened"), "#event+code"),
    (_("Addressee"), "#org+addressee"),
    *((name, f"#description+i_{code}") for code, name in settings.LANGUAGES),
    (_("Source"), "#meta+source"),
)


def rows_of(taken: Iterator[Taken]) -> Iterator[Sequence[Cell]]:
    """Give the heads in the reader's language, the HXL tags, then a line for each recommendation as it is asked for."""
    heads = [str(column.head) for column in COLUMNS]
    lines = ([column.read(one) for column in COLUMNS] for one in taken)
    return chain([heads, [column.tag for column in COLUMNS]], lines)


def steps_of(taken: Iterator[Taken]) -> Iterator[Sequence[Cell]]:
    """Give heads and HXL tags, then a line for everything that happened to each recommendation, as it is asked for."""
    heads = [str(head) for head, _tag in STEPS]
    lines = (_step(one, happening) for one in taken for happening in one.happenings)
    return chain([heads, [tag for _head, tag in STEPS]], lines)


def _step(one: Taken, happening: Happening) -> Sequence[Cell]:
    name = _said(happening.addressee.name) if happening.addressee else ""
    words = (_in(code, happening.words) for code, _name in settings.LANGUAGES)
    return [one.recommendation.code, written_day(happening.on), happening.kind, name, *words, happening.source]
