"""A report's life: put together from the record, written, read back, adopted, published."""

from collections.abc import Collection, Mapping

from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import advance, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import require
from supportroom.points.queries import agreement_on
from supportroom.rounds.actions import publish_round_step
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import CLOSED
from supportroom.statements.actions.statements import note
from supportroom.statements.figures import figures_to_keep
from supportroom.statements.lifecycle import REPORT
from supportroom.statements.models import Report
from supportroom.statements.queries import is_of_all
from supportroom.statements.record import record_of
from supportroom.statements.sentences import opening_words
from supportroom.statements.vocabulary import DRAFTING, PUBLISHED, WRITTEN_SECTIONS
from supportroom.texts import writing
from supportroom.texts.models import Paragraph
from supportroom.texts.writing import new_text, write_paragraph


def held(report: Report) -> Report:
    """Read a report anew and hold it until the transaction ends."""
    rows = Report.objects.select_for_update(no_key=True, of=("self",)).select_related("round", "text")
    return rows.get(pk=report.pk)


def open_for_writing(report: Report) -> Report:
    """Hold a report; DomainError `statements.not_in_drafting` where it is not being written."""
    found = held(report)
    refuse_unless(found.state == DRAFTING, "statements.not_in_drafting")
    return found


def _own(report: Report, paragraph: Paragraph) -> Paragraph:
    own = Paragraph.objects.select_related("text").filter(pk=paragraph.pk, text=report.text_id).first()
    refuse_unless(own, "texts.no_such_paragraph")
    assert own
    return own


@action("statements.draft_report", on="round")
def draft_report(*, actor: Actor, round: Round) -> Report:
    """Put the report of a round together: its parts from the record, and opening words for those that people write.

    DomainError `statements.round_not_reporting` before a session is over, `statements.report_exists`.
    """
    round.refresh_from_db(fields=["state"])
    is_ready = round.can_meet and round.sessions.filter(state=CLOSED).exists()
    refuse_unless(is_ready, "statements.round_not_reporting")
    refuse_unless(not Report.objects.filter(round=round).exists(), "statements.report_exists")
    report = create(Report, round=round, text=new_text())
    for section, words in opening_words(record_of(round)).items():
        write_paragraph(report.text, words, section=section)
    record(report, actor=actor, round=round.pk)
    return report


@action("statements.write_section_anew", on="report")
def write_section_anew(*, actor: Actor, report: Report, section: str) -> Report:
    """Put a part's opening words in anew from the record as it is now; what stood there can be restored.

    DomainError `statements.no_such_section`, `statements.not_in_drafting`.
    """
    found = open_for_writing(report)
    refuse_unless(section in WRITTEN_SECTIONS, "statements.no_such_section")
    for paragraph in found.text.paragraphs.filter(section=section, removed=False):
        writing.remove_paragraph(paragraph)
    write_paragraph(found.text, opening_words(record_of(found.round))[section], section=section)
    note(found, actor, section=section)
    return found


@action("statements.add_paragraph", on="report")
def add_paragraph(*, actor: Actor, report: Report, section: str, content: MultilingualText) -> Paragraph:
    """Add a paragraph to a part that people write.

    DomainError `statements.no_such_section`, `statements.not_in_drafting`, `kernel.empty`.
    """
    found = open_for_writing(report)
    refuse_unless(section in WRITTEN_SECTIONS, "statements.no_such_section")
    paragraph = write_paragraph(found.text, content, section=section)
    note(found, actor, section=section)
    return paragraph


@action("statements.reword_paragraph", on="report")
def reword_paragraph(
    *,
    actor: Actor,
    report: Report,
    paragraph: Paragraph,
    seen: int,
    wordings: Mapping[str, str],
    drafts: Collection[str] = (),
    confirmed: Collection[str] = (),
) -> Paragraph:
    """Give a paragraph new words in one language or several, if it is still the version that was seen.

    Words in its original language are changed while the report is being written; once it is published by the team, for
    a new edition. Translations at any time. Stale with both texts; Denied; DomainError `statements.adopted_words`,
    `kernel.empty`, `texts.no_such_paragraph`.
    """
    found = held(report)
    own = _own(found, paragraph)
    if writing.touches_original(own, wordings):
        is_correction = found.state == PUBLISHED
        require(actor, "statements.correct_words" if is_correction else "statements.add_paragraph", found)
        refuse_unless(is_correction or found.state == DRAFTING or seen != own.version, "statements.adopted_words")
    writing.reword_paragraph(own, seen=seen, wordings=wordings, drafts=drafts, confirmed=confirmed)
    note(found, actor, languages=sorted(wordings))
    return own


@action("statements.move_paragraph", on="report")
def move_paragraph(*, actor: Actor, report: Report, paragraph: Paragraph, way: str) -> Report:
    """Move a paragraph `up` or `down` in its part; DomainError `statements.not_in_drafting`."""
    found = open_for_writing(report)
    writing.move_paragraph(_own(found, paragraph), way)
    note(found, actor)
    return found


@action("statements.remove_paragraph", on="report")
def remove_paragraph(*, actor: Actor, report: Report, paragraph: Paragraph) -> Report:
    """Take a paragraph out; it can be restored. DomainError `statements.not_in_drafting`."""
    found = open_for_writing(report)
    writing.remove_paragraph(_own(found, paragraph))
    note(found, actor)
    return found


@action("statements.restore_paragraph", on="report")
def restore_paragraph(*, actor: Actor, report: Report, paragraph: Paragraph) -> Report:
    """Bring a removed paragraph back; DomainError `statements.not_in_drafting`."""
    found = open_for_writing(report)
    writing.restore_paragraph(_own(found, paragraph))
    note(found, actor)
    return found


@action("statements.read_back_report", on="report")
def read_back_report(*, actor: Actor, report: Report) -> Report:
    """Freeze the report so that the participants can be asked about it; DomainError `statements.report_empty`."""
    found = held(report)
    refuse_unless(found.text.paragraphs.filter(removed=False).exists(), "statements.report_empty")
    advance(found, REPORT, "read_back")
    record(found, actor=actor, text_version=found.text.version)
    return found


@action("statements.take_back_report", on="report")
def take_back_report(*, actor: Actor, report: Report) -> Report:
    """Go on writing a report that was read back; `kernel.not_now` once it is adopted."""
    found = held(report)
    advance(found, REPORT, "take_back")
    record(found, actor=actor)
    return found


@action("statements.adopt_report", on="report")
def adopt_report(*, actor: Actor, report: Report) -> Report:
    """Record that the participants agreed to the report as it was read back; its figures are kept as they are now.

    DomainError `statements.no_check` without a confirmed check of this very version in a session of all participants.
    """
    found = held(report)
    REPORT.step(found.state, "adopt")
    item = agreement_on(reference(found), found.text.version)
    session = item.check_asked.session if item else None
    refuse_unless(session and session.round_id == found.round_id and is_of_all(session), "statements.no_check")
    advance(found, REPORT, "adopt", figures=figures_to_keep(found.round))
    record(found, actor=actor, text_version=found.text.version)
    return found


def mark_published(report: Report) -> Report:
    """Take the report's last step, and the round's with it, inside the action that publishes it.

    DomainError `kernel.not_now`, `rounds.session_open`; Stale where somebody was faster.
    """
    advance(report, REPORT, "publish")
    publish_round_step(report.round)
    return report
