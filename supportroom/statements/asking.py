"""A statement or a report as the group is asked about it: reference, version, and the words in each language."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.journal.models import reference
from supportroom.kernel.multilingual import CURRENT, LONGEST, MultilingualText
from supportroom.points.subjects import Subject
from supportroom.statements.models import Report, Statement
from supportroom.statements.queries import items_of, numbered, report_paragraphs
from supportroom.statements.vocabulary import WRITTEN_SECTIONS


def subject_of(thing: Statement | Report) -> Subject:
    """Give what a check asks about: this very version of the text, with the words that the group sees."""
    wording = _statement_words(thing) if isinstance(thing, Statement) else _report_words(thing)
    return Subject(reference(thing), thing.text.version, wording)


def _statement_words(statement: Statement) -> MultilingualText:
    rows = numbered(items_of(statement))
    texts = {}
    for language in _languages(statement.title, statement.round.languages):
        lines = [_line(number, paragraph.content.said_in(language).text) for number, paragraph in rows]
        head = [statement.title.said_in(language).text, statement.addressee.said_in(language).text]
        texts[language] = "\n\n".join([*head, *lines])
    return _together(statement.title.original, texts)


def _line(number: str, words: str) -> str:
    return f"{number}. {words}" if number else words


def _report_words(report: Report) -> MultilingualText:
    paragraphs = report_paragraphs(report)
    texts = {}
    for language in _languages(report.round.title, report.round.languages):
        with override(language):
            lines = [_("Report of the participants"), report.round.title.said_in(language).text]
            section = ""
            for paragraph in paragraphs:
                if paragraph.section != section:
                    section = paragraph.section
                    lines.append(str(WRITTEN_SECTIONS.get(section, section)))
                lines.append(paragraph.content.said_in(language).text)
        texts[language] = "\n\n".join(lines)
    return _together(report.round.title.original, texts)


def _languages(title: MultilingualText, languages: list[str]) -> list[str]:
    return list(dict.fromkeys([title.original, *languages]))


def _together(original: str, texts: dict[str, str]) -> MultilingualText:
    cut = {code: words if len(words) <= LONGEST else f"{words[: LONGEST - 2]} …" for code, words in texts.items()}
    return MultilingualText(original, cut, {code: CURRENT for code in cut if code != original})
