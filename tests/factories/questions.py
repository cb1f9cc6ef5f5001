"""Questions of the public, asked and answered by the product's own actions."""

from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.pages.models import Page
from supportroom.questions.actions import answer_question, ask
from supportroom.questions.models import PublicQuestion
from supportroom.questions.subjects import Subject, subject_at
from supportroom.questions.vocabulary import NEWS, RECOMMENDATIONS
from supportroom.register.models import Recommendation


def about(thing: Recommendation | Page) -> Subject:
    """Give a released recommendation or published news as something that can be asked about."""
    return subject_at(RECOMMENDATIONS if isinstance(thing, Recommendation) else NEWS, thing.slug)


def a_question(
    thing: Recommendation | Page, text: str = "Who answered this, and when?", *, language: str = "en"
) -> PublicQuestion:
    """Ask about something published."""
    return ask(actor=VISITOR, subject=about(thing), text=text, language=language)


def answered(question: PublicQuestion, answer: MultilingualText | None = None) -> PublicQuestion:
    """Answer a question in public."""
    answer = answer or multilingual("en", en="Nobody has answered so far.", ar="لم يُجب أحد حتى الآن.")
    return answer_question(actor=SYSTEM, question=question, answer=answer)
