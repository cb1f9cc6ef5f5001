"""The team answers in public, mends an answer, translates, or sets a question aside."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.questions.lifecycle import QUESTION
from supportroom.questions.models import PublicQuestion
from supportroom.questions.vocabulary import ANSWERED


def _refuse_other_words(question: PublicQuestion, text: MultilingualText) -> None:
    same = (text.original, str(text)) == (question.text.original, str(question.text))
    refuse_unless(same, "questions.own_words")


def _search_text(text: MultilingualText, answer: MultilingualText) -> str:
    return f"{text.search_text} {answer.search_text}".strip()


@action("questions.answer_question", on="question")
def answer_question(
    *,
    actor: Actor,
    question: PublicQuestion,
    answer: MultilingualText,
    text: MultilingualText | None = None,
    seen: int | None = None,
) -> PublicQuestion:
    """Answer in public, with translations of the question where the team writes them; its own words stay.

    Stale where somebody was faster; DomainError `kernel.empty`, `questions.own_words`, `kernel.not_now`.
    """
    said = text or question.text
    refuse_unless(answer, "kernel.empty")
    _refuse_other_words(question, said)
    QUESTION.step(question.state, "answer")
    day = now().date()
    change(question, seen=seen, text=said, answer=answer, search_text=_search_text(said, answer))
    advance(question, QUESTION, "answer", answered_on=day, amended_on=None, why_set_aside="")
    record(question, actor=actor)
    return question


@action("questions.amend_answer", on="question")
def amend_answer(
    *,
    actor: Actor,
    question: PublicQuestion,
    answer: MultilingualText,
    text: MultilingualText | None = None,
    seen: int | None = None,
) -> PublicQuestion:
    """Change an answer that is public; the page says on which day.

    Stale where somebody was faster; DomainError `kernel.empty`, `questions.own_words`, `kernel.not_now`.
    """
    said = text or question.text
    refuse_unless(answer, "kernel.empty")
    _refuse_other_words(question, said)
    refuse_unless(question.state == ANSWERED, "kernel.not_now")
    is_other = str(answer) != str(question.answer)
    day = now().date() if is_other else question.amended_on
    change(question, seen=seen, text=said, answer=answer, amended_on=day, search_text=_search_text(said, answer))
    record(question, actor=actor, is_other=is_other)
    return question


@action("questions.translate_question", on="question")
def translate_question(
    *, actor: Actor, question: PublicQuestion, text: MultilingualText, answer: MultilingualText, seen: int | None = None
) -> PublicQuestion:
    """Write translations of a question and of its answer; the originals stand.

    Stale where somebody was faster; DomainError `questions.own_words`.
    """
    _refuse_other_words(question, text)
    before = question.answer
    refuse_unless((answer.original, str(answer)) == (before.original, str(before)), "questions.own_words")
    change(question, seen=seen, text=text, answer=answer, search_text=_search_text(text, answer))
    record(question, actor=actor)
    return question


@action("questions.set_aside", on="question")
def set_aside(*, actor: Actor, question: PublicQuestion, why: str) -> PublicQuestion:
    """Answer a question not in public, or take it down with its answer; the reason stays with the team.

    DomainError `questions.why_needed`, `kernel.not_now`.
    """
    refuse_unless(why.strip(), "questions.why_needed")
    advance(question, QUESTION, "set_aside", why_set_aside=why.strip()[:500])
    record(question, actor=actor)
    return question
