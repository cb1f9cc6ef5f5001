"""A paper taken along: as a Word file, as PDF, as Markdown; the draft, or a version by its number."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.kernel.errors import Missing
from supportroom.papers.composing import paper_document, paper_markdown
from supportroom.papers.models import Paper
from supportroom.papers.queries import languages_of, paper_visible_to, readable, versions_visible_to
from supportroom.papers.versions import VersionView, view_of
from supportroom.people.middleware import Asking
from supportroom.web.limits import limited

DOCX, PDF, MARKDOWN = "docx", "pdf", "md"
TYPES = {
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PDF: "application/pdf",
    MARKDOWN: "text/markdown; charset=utf-8",
}


@limited("exports")
def paper_taken(request: Asking, paper_id: int, kind: str, language: str) -> HttpResponse:
    """Give a paper in a language as a file: what the reader reads of it, or the version whose number is asked for."""
    paper = paper_visible_to(request.actor, paper_id)
    if kind not in TYPES or language not in languages_of(paper):
        raise Missing("kernel.missing")
    view = _asked(request, paper)
    answer = HttpResponse(_written(view, kind, language), content_type=TYPES[kind])
    number = f"-{view.version.number}" if view.version else ""
    answer["Content-Disposition"] = f'attachment; filename="paper{number}-{language}.{kind}"'
    return answer


def _asked(request: Asking, paper: Paper) -> VersionView:
    word = request.GET.get("version", "")
    if not word:
        return readable(request.actor, paper)
    number = int(word) if word.isascii() and word.isdigit() and len(word) < 6 else 0
    version = versions_visible_to(request.actor, paper).filter(number=number).first()
    if version is None:
        raise Missing("kernel.missing")
    version.paper = paper
    return view_of(version)


def _written(view: VersionView, kind: str, language: str) -> bytes:
    if kind == MARKDOWN:
        return paper_markdown(view, language).encode()
    document = paper_document(view, language, notice=_notice(view, language))
    if kind == DOCX:
        from supportroom.rendering.docx import to_docx  # noqa: PLC0415

        return to_docx(document)
    from supportroom.rendering.pdf import to_pdf  # noqa: PLC0415

    return to_pdf(document)


def _notice(view: VersionView, language: str) -> str:
    with override(language):
        if view.version is None:
            return _("Draft of the working group: not for passing on.")
        return _("Version %(number)s: %(name)s.") % {"number": view.version.number, "name": view.version}
