"""Published reports: built by the product's own actions."""

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.multilingual import MultilingualText
from supportroom.site.actions import publish_report
from supportroom.site.models import Edition
from supportroom.site.preparing import prepare_edition
from supportroom.site.queries import next_number
from supportroom.statements.models import Report


def published_report(report: Report, *languages: str) -> Edition:
    """Publish an adopted report in Arabic and English unless said otherwise."""
    prepared = prepare_edition(report, next_number(report), list(languages or ("ar", "en")), MultilingualText())
    return publish_report(actor=SYSTEM, report=report, prepared=prepared)
