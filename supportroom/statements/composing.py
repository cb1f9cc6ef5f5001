"""A report as one document: the same tree becomes the preview, the public page, the PDF and the DOCX.

What people wrote stands between what the record says. Paragraphs and points bear one row of numbers, the same in every
language; a text that is not translated stands in its original language and says so by its own direction.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from supportroom.kernel.multilingual import MultilingualText, Wording, direction_of
from supportroom.points.vocabulary import NOT_AGREED
from supportroom.rendering import tree
from supportroom.room.queries import charter
from supportroom.rounds.vocabulary import SESSION_KINDS
from supportroom.statements.annexes import annex_blocks
from supportroom.statements.models import Report
from supportroom.statements.preparation import preparation_blocks
from supportroom.statements.queries import report_paragraphs
from supportroom.statements.record import PillarFacts, PointFacts, RoundRecord, record_of
from supportroom.statements.sentences import dates_in_words, languages_in_words, list_in_words, place_in_words
from supportroom.statements.vocabulary import (
    ADOPTED,
    CONDUCT,
    DISCUSSION,
    FOLLOW_UP,
    GENDER_WORDS,
    PREPARATION,
    PUBLISHED,
    SUMMARY,
    WRITTEN_SECTIONS,
)
from supportroom.texts.models import Paragraph
from supportroom.web.formatting import plain_date

Blocks = Iterator[tree.Block]


@dataclass
class Setting:
    """What every part needs: the record, the language, the written paragraphs by section, the numbers given so far."""

    record: RoundRecord
    language: str
    written: dict[str, list[Paragraph]]
    number: int = 0
    numbers: dict[int, str] = field(default_factory=dict)

    @property
    def has_groups(self) -> bool:
        """Tell whether groups met side by side, so that it must be said which one it was."""
        return len({session.group_id for session in self.record.sessions if session.group_id}) > 1

    def paragraph(self, words: MultilingualText, *, point_id: int | None = None) -> tree.Paragraph:
        """Give the next numbered paragraph; a point's number is remembered for what rests on it."""
        self.number += 1
        if point_id is not None:
            self.numbers[point_id] = str(self.number)
        said = words.said_in(self.language)
        text, language, direction = self.own_tongue(said)
        number = str(self.number)
        return tree.Paragraph(text=text, number=number, anchor=f"p{number}", language=language, direction=direction)

    def own_tongue(self, said: Wording) -> tuple[str, str, tree.Direction | None]:
        """Give words with their language and direction, where these are not the document's."""
        if said.language in ("", self.language):
            return said.text, "", None
        return said.text, said.language, "rtl" if direction_of(said.language) == "rtl" else "ltr"

    def words(self, text: MultilingualText) -> str:
        """Give a short text in the document's language, else in its own."""
        return text.said_in(self.language).text


def report_document(
    report: Report, language: str, *, edition: str = "", address: str = "", date_line: str = ""
) -> tree.Document:
    """Compose a report in a language: what people wrote, what the record says, the statements annexed."""
    written: dict[str, list[Paragraph]] = {}
    for paragraph in report_paragraphs(report):
        written.setdefault(paragraph.section, []).append(paragraph)
    with override(language):
        setting = Setting(record_of(report.round), language, written)
        round_ = report.round
        return tree.Document(
            title=setting.words(round_.title),
            subtitle=_("Report of the participants"),
            language=language,
            direction="rtl" if direction_of(language) == "rtl" else "ltr",
            blocks=tuple(_blocks(setting)),
            publisher=setting.words(charter().name),
            date_line=date_line or dates_in_words(setting.record),
            edition=edition,
            address=address,
            notices=(_notice(report),),
            contents=True,
            labels=_labels(),
        )


def _notice(report: Report) -> str:
    if report.state in (ADOPTED, PUBLISHED):
        return _(
            "Adopted by the participants. Figures and points are taken from the record; who said what was not kept."
        )
    return _("Preview: the participants have not adopted this report yet.")


def _labels() -> tree.Labels:
    return tree.Labels(
        contents=_("Contents"),
        page=_("{number} / {total}"),
        permalink=_("Paragraph {number}"),
        address=_("Permanent address"),
    )


def _blocks(setting: Setting) -> Blocks:
    yield from _written(setting, SUMMARY)
    yield tree.Heading(text=_("Round and participants"), anchor="facts")
    yield tree.Facts(pairs=tuple(_facts(setting)))
    yield from _sessions(setting)
    yield from preparation_blocks(setting.record.preparation, setting.record.round, setting.language)
    for section in (PREPARATION, CONDUCT, DISCUSSION):
        yield from _written(setting, section)
    yield from _agreed(setting)
    yield from _remaining(setting)
    yield from _written(setting, FOLLOW_UP)
    for place, told in enumerate(setting.record.statements, start=1):
        yield from annex_blocks(told, place, setting.language, setting.numbers)


def _written(setting: Setting, section: str) -> Blocks:
    paragraphs = setting.written.get(section, [])
    if paragraphs:
        yield tree.Heading(text=str(WRITTEN_SECTIONS[section]), anchor=section.replace("_", "-"))
    for paragraph in paragraphs:
        yield setting.paragraph(paragraph.content)


def _facts(setting: Setting) -> Iterator[tuple[str, str]]:
    record = setting.record
    figures = record.figures
    yield _("Participants"), str(figures.count)
    shown = [f"{count} {GENDER_WORDS[cell]}" for cell, count in figures.gender.shown.items()]
    if shown:
        yield _("Of them"), list_in_words(shown)
    if figures.places:
        yield _("They live mainly in"), list_in_words(list(figures.places))
    yield _("Dates"), dates_in_words(record)
    yield _("Place"), place_in_words(record, setting.language)
    if record.round.interpretation:
        yield _("Interpretation"), languages_in_words(record.round.interpretation)
    if record.round.organisers:
        yield _("Organised by"), setting.words(record.round.organisers)
    if record.raised:
        yield _("Points raised"), str(record.raised)
        yield _("Pillars"), str(record.pillar_count)
        yield _("Points agreed"), str(record.agreed)
        yield _("Points without agreement"), str(record.left)


def _sessions(setting: Setting) -> Blocks:
    sessions = setting.record.sessions
    if not sessions:
        return
    yield tree.Heading(text=_("Sessions"), anchor="sessions")
    head = [_("No."), _("Session"), _("Kind"), _("Date")]
    counted = bool(setting.record.agreed_in)
    rows = []
    for number, session in enumerate(sessions, start=1):
        day = plain_date(session.starts_at.astimezone(ZoneInfo(setting.record.round.time_zone)).date())
        row = [str(number), setting.words(session.title), str(SESSION_KINDS[session.kind]), day]
        row += [setting.words(session.group.name) if session.group else _("all")] if setting.has_groups else []
        row += [str(setting.record.agreed_in.get(session.pk, ""))] if counted else []
        rows.append(tuple(row))
    head += ([_("Group")] if setting.has_groups else []) + ([_("Points agreed")] if counted else [])
    yield tree.Table(head=tuple(head), rows=tuple(rows))


def _agreed(setting: Setting) -> Blocks:
    pillars = [facts for facts in setting.record.pillars if facts.agreed]
    if not pillars:
        return
    yield tree.Heading(text=_("What was agreed"), anchor="agreed")
    for facts in _with_groups(setting, pillars):
        if isinstance(facts, tree.Heading):
            yield facts
            continue
        yield _pillar_heading(setting, facts)
        for told in facts.agreed:
            yield setting.paragraph(told.point.content, point_id=told.point.pk)


def _remaining(setting: Setting) -> Blocks:
    pillars = [facts for facts in setting.record.pillars if facts.remaining]
    if not pillars:
        return
    yield tree.Heading(text=_("What remains without agreement"), anchor="remaining")
    for facts in _with_groups(setting, pillars):
        if isinstance(facts, tree.Heading):
            yield facts
            continue
        yield _pillar_heading(setting, facts)
        for told in facts.remaining:
            yield setting.paragraph(told.point.content, point_id=told.point.pk)
            yield from _why(setting, told)


def _with_groups(setting: Setting, pillars: list[PillarFacts]) -> Iterator[PillarFacts | tree.Heading]:
    """Give pillars with a heading before each group's, where the points are of groups."""
    group = None
    for facts in pillars:
        if setting.has_groups and facts.group and facts.group != group:
            yield tree.Heading(text=setting.words(facts.group.name), level=2)
        group = facts.group
        yield facts


def _pillar_heading(setting: Setting, facts: PillarFacts) -> tree.Heading:
    text, language, direction = setting.own_tongue(facts.pillar.name.said_in(setting.language))
    return tree.Heading(
        text=text, level=3 if setting.has_groups and facts.group else 2, language=language, direction=direction
    )


def _why(setting: Setting, told: PointFacts) -> Blocks:
    if told.point.state == NOT_AGREED:
        yield tree.Note(text=_("The participants gave this point up."))
    entries = []
    for reason in told.reasons:
        said = Wording(reason.text, reason.language, "original")
        text, language, direction = setting.own_tongue(said)
        entries.append(tree.Item(text=text, language=language, direction=direction))
    if entries:
        count = len(entries)
        yield tree.Paragraph(text=ngettext("The reason given:", "The reasons given:", count))
        yield tree.Items(entries=tuple(entries))
    for word in told.words:
        yield tree.Note(text=_("The facilitator: %(word)s") % {"word": word})
