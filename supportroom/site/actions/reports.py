"""Publishing a report, and publishing its corrections as new editions."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.rounds.lifecycle import ROUND
from supportroom.site.actions.editions import add_edition
from supportroom.site.models import Edition, Publication
from supportroom.site.preparing import Prepared
from supportroom.statements.actions import mark_published
from supportroom.statements.models import Report
from supportroom.statements.queries import report_summary
from supportroom.statements.vocabulary import ADOPTED, PUBLISHED


@action("site.publish_report", on="report")
def publish_report(*, actor: Actor, report: Report, prepared: Prepared) -> Edition:
    """Publish the first edition of an adopted report; DomainError `site.not_adopted`, `site.round_not_reporting`."""
    refuse_unless(report.state == ADOPTED, "site.not_adopted")
    refuse_unless(ROUND.allows(report.round.state, "publish"), "site.round_not_reporting")
    mark_published(report)
    edition = _edition(create(Publication, report=report, slug=prepared.slug), prepared, MultilingualText())
    record(report, actor=actor, slug=prepared.slug, edition=edition.number)
    return edition


@action("site.correct_report", on="report")
def correct_report(*, actor: Actor, report: Report, prepared: Prepared, note: MultilingualText) -> Edition:
    """Publish a correction as a new edition with a note that says what is corrected; the earlier ones stay."""
    refuse_unless(report.state == PUBLISHED, "site.not_adopted")
    refuse_unless(note, "site.note_needed")
    edition = _edition(Publication.objects.select_for_update().get(report=report), prepared, note)
    record(report, actor=actor, slug=prepared.slug, edition=edition.number)
    return edition


def _edition(publication: Publication, prepared: Prepared, note: MultilingualText) -> Edition:
    report = publication.report
    assert report
    return add_edition(publication, prepared, title=report.round.title, summary=report_summary(report), note=note)
