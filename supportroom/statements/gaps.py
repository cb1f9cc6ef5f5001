"""What of a report is not ready in a language: not translated, a draft, or out of date since the original changed."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from supportroom.kernel.multilingual import CURRENT, ORIGINAL, MultilingualText
from supportroom.statements.record import RoundRecord, StatementFacts
from supportroom.statements.vocabulary import WRITTEN_SECTIONS
from supportroom.texts.models import Paragraph
from supportroom.texts.vocabulary import TRANSLATION_STATES


@dataclass(frozen=True)
class Gap:
    """What is not ready in a language: the kind of text, its state, and which ones, by number."""

    what: str
    state: str
    which: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say it in the language of the page: "Points 3, 7: not translated"."""
        listed = f"{self.what} {_(', ').join(self.which[:12])}{'…' if len(self.which) > 12 else ''}".strip()
        return _("%(what)s: %(state)s") % {"what": listed, "state": TRANSLATION_STATES[self.state]}


Line = tuple[str, str, MultilingualText]


def gaps_of(record: RoundRecord, paragraphs: list[Paragraph], language: str) -> list[Gap]:
    """Give what is not ready in a language: missing, draft or out of date; grouped by kind and state."""
    lines = [(what, words.state(language), which) for what, which, words in _lines(record, paragraphs) if words]
    open_lines = [line for line in lines if line[1] not in (ORIGINAL, CURRENT)]
    order = {what: place for place, what in reversed(list(enumerate(line[0] for line in open_lines)))}
    open_lines.sort(key=lambda line: (order[line[0]], line[1]))
    grouped = groupby(open_lines, key=lambda line: (line[0], line[1]))
    return [Gap(what, state, tuple(line[2] for line in found if line[2])) for (what, state), found in grouped]


def _lines(record: RoundRecord, paragraphs: list[Paragraph]) -> list[Line]:
    """List every text in several languages that stands in the report: its kind, which one, its words."""
    round_ = record.round
    lines: list[Line] = [(_("Title"), "", round_.title), (_("Place"), "", round_.place)]
    lines.append((_("Organisers"), "", round_.organisers))
    lines += [(str(WRITTEN_SECTIONS.get(p.section, p.section)), "", p.content) for p in paragraphs]
    lines += [(_("Sessions"), str(n), session.title) for n, session in enumerate(record.sessions, start=1)]
    lines += [(_("Groups"), "", group.name) for group in record.groups if group]
    pillars = {facts.pillar.pk: facts.pillar.name for facts in record.pillars}
    lines += [(_("Pillars"), str(n), name) for n, name in enumerate(pillars.values(), start=1)]
    for facts in record.pillars:
        lines += [(_("Points"), str(f.point.number), f.point.content) for f in (*facts.agreed, *facts.remaining)]
    for number, told in enumerate(record.statements, start=1):
        lines += _statement_lines(number, told)
    return lines


def _statement_lines(number: int, told: StatementFacts) -> list[Line]:
    what = _("Statement %(number)s") % {"number": number}
    lines: list[Line] = [(what, "", told.statement.title), (what, "", told.statement.addressee)]
    lines += [(what, str(n), paragraph.content) for n, paragraph in enumerate(told.paragraphs, start=1)]
    for reply in told.replies:
        which = ngettext("Reply", "Replies", len(told.replies))
        lines += [(which, str(number), reply.by), (which, str(number), reply.content)]
    return lines
