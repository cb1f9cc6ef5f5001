"""A letter as a document to print: for addressees without an e-mail address, and for the team's files."""

from collections.abc import Iterator
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.answers.models import Letter
from supportroom.answers.queries import contents_of
from supportroom.kernel.multilingual import MultilingualText, direction_of
from supportroom.rendering import tree
from supportroom.room.queries import charter
from supportroom.web.formatting import plain_date

DOCUMENTS: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def letter_file(letter: Letter, language: str, kind: str) -> bytes:
    """Give a letter in a language as the bytes of a PDF or Word file."""
    document = letter_document(letter, language)
    if kind == "docx":
        from supportroom.rendering.docx import to_docx  # noqa: PLC0415

        return to_docx(document)
    from supportroom.rendering.pdf import to_pdf  # noqa: PLC0415

    return to_pdf(document)


def letter_document(letter: Letter, language: str) -> tree.Document:
    """Compose a letter in a language: to whom, its words, what is put to them, and how to answer. It holds no link."""
    with override(language):
        return tree.Document(
            title=_("To %(addressee)s") % {"addressee": _said(letter.addressee.name, language)},
            language=language,
            direction=_direction(language),
            blocks=tuple(_blocks(letter, language)),
            publisher=_said(charter().name, language),
            date_line=plain_date(letter.sent_on or letter.written_on),
            labels=tree.Labels(page=_("{number} / {total}")),
        )


def _blocks(letter: Letter, language: str) -> Iterator[tree.Block]:
    yield from _paragraphs(letter.words, language)
    yield tree.Heading(text=_("Recommendations"))
    for submission in contents_of(letter):
        asked = submission.recommendation
        said = asked.text.said_in(language)
        own = said.language == language
        yield tree.Heading(text=_("Recommendation %(number)s") % {"number": asked.cited}, level=3)
        yield tree.Paragraph(
            text=said.text,
            language="" if own else said.language,
            direction=None if own else _direction(said.language),
        )
    yield tree.Heading(text=_("How to answer"))
    if letter.due_on:
        yield tree.Paragraph(text=_("We ask for your answer by %(day)s.") % {"day": plain_date(letter.due_on)})
    yield tree.Paragraph(text=how_to_answer())


def how_to_answer() -> str:
    """Say how an addressee answers, with the room's address where it has one."""
    if settings.REPLY_ADDRESS:
        words = _(
            "Whoever answers for you here signs in. Without an account, write to %(address)s with the numbers of the "
            "recommendations: the team records your answer with its date and source."
        )
        return words % {"address": settings.REPLY_ADDRESS}
    return _(
        "Whoever answers for you here signs in. Without an account, answer in writing with the numbers of the "
        "recommendations: the team records your answer with its date and source."
    )


def _paragraphs(text: MultilingualText, language: str) -> Iterator[tree.Block]:
    said = text.said_in(language)
    own = said.language in ("", language)
    direction = None if own else _direction(said.language)
    for part in said.text.replace("\r\n", "\n").split("\n\n"):
        if part.strip():
            yield tree.Paragraph(text=part.strip(), language="" if own else said.language, direction=direction)


def _said(text: MultilingualText, language: str) -> str:
    return text.said_in(language).text


def _direction(language: str) -> tree.Direction:
    return "rtl" if direction_of(language) == "rtl" else "ltr"
