"""Statements as they are annexed to published reports, and the public's questions with their answers."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from django.conf import settings
from django.utils.translation import override

from supportroom.journal.models import reference
from supportroom.questions.models import PublicQuestion
from supportroom.questions.queries import public_questions
from supportroom.questions.subjects import Subject, subjects_of
from supportroom.search.sources.kinds import Leaf, Source, address_of, ids_in, languages_of
from supportroom.site.rounds import Annexed, annexed_to_newest
from supportroom.texts.queries import paragraphs_of


def _statement_marks() -> Iterable[tuple[str, str]]:
    """A statement's address says the edition that it stands in: with the next one it is another."""
    rows = annexed_to_newest(settings.LANGUAGE_CODE)
    return [(reference(one.statement), f"{one.statement.version}{one.address[-50:]}") for one in rows]


def _statement_leaves(things: Collection[str]) -> Iterator[Leaf]:
    for language, _name in settings.LANGUAGES:
        for one in annexed_to_newest(language):
            is_there = one.language == language and language in languages_of(one.statement.title)
            if is_there and reference(one.statement) in things:
                yield _statement(one, language)


def _statement(one: Annexed, language: str) -> Leaf:
    texts = [one.statement.addressee, *(paragraph.content for paragraph in paragraphs_of(one.statement.text))]
    return Leaf(
        thing=reference(one.statement),
        language=language,
        title=one.statement.title.said_in(language).text,
        words="\n".join(words for text in texts if (words := text.said_in(language).text)),
        address=one.address,
        day=one.statement.round.ends_on,
    )


def _question_marks() -> Iterable[tuple[str, str]]:
    return [(f"questions.publicquestion:{pk}", str(v)) for pk, v in public_questions().values_list("pk", "version")]


def _question_leaves(things: Collection[str]) -> Iterator[Leaf]:
    rows = list(public_questions().filter(pk__in=ids_in(things)))
    subjects = subjects_of(rows)
    for row in rows:
        subject = subjects.get(row.pk)
        for language in languages_of(row.text) if subject else ():
            yield _question(row, subject, language)  # type: ignore[arg-type]


def _question(row: PublicQuestion, subject: Subject, language: str) -> Leaf:
    with override(language):
        about = subject.title.said_in(language).text
    return Leaf(
        thing=reference(row),
        language=language,
        title=row.text.said_in(language).text,
        words="\n".join(filter(None, [row.answer.said_in(language).text, about])),
        address=address_of("questions:ask", language, kind=subject.kind, asked_slug=subject.slug),
        day=row.answered_on or row.asked_on,
    )


STATEMENTS: Final = Source("statement", _statement_marks, _statement_leaves)
QUESTIONS: Final = Source("question", _question_marks, _question_leaves)
