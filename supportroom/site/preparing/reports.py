"""The files of a report's edition: one page, one PDF and one DOCX in each language."""

from dataclasses import replace

from django.utils.translation import gettext

from supportroom.glossary.underlining import with_terms
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText
from supportroom.rendering.docx import to_docx
from supportroom.rendering.html import to_html
from supportroom.rendering.pdf import to_pdf
from supportroom.site.places import PAGE, REPORTS
from supportroom.site.preparing.files import Frame, Prepared, page, prepare
from supportroom.statements.composing import report_document
from supportroom.statements.models import Report
from supportroom.statements.record import finished_statements


def slug_of(report: Report) -> str:
    """Give a report's stable address: when the round was, and a few letters of an opaque id (no words: S37)."""
    return f"{report.round.starts_on:%Y-%m}-{spell(report.pk)[-5:]}"


def prepare_edition(report: Report, number: int, languages: list[str], note: MultilingualText) -> Prepared:
    """Make all files of an edition in these languages, and give where they lie."""

    def make(language: str, frame: Frame) -> dict[str, bytes]:
        label = gettext("Edition %(number)s") % {"number": number}
        document = report_document(report, language, edition=label, address=str(frame["page_url"]))
        said = note.said_in(language) if note else None
        context = {**frame, "text": with_terms(to_html(document)), "title": document.title, "note": said}
        return {
            **page(PAGE, "site/edition.html", context),
            "report.pdf": to_pdf(document),
            "report.docx": to_docx(document),
        }

    annexes = tuple(finished_statements(report.round).values_list("pk", flat=True))
    return replace(prepare(REPORTS, slug_of(report), number, languages, make), annexes=annexes)
