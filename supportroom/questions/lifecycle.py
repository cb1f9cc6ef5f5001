"""The life of a question of the public, as a table."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.questions.vocabulary import ANSWERED, SET_ASIDE, WAITING

QUESTION = Lifecycle(
    "public question",
    WAITING,
    Step("answer", (WAITING, SET_ASIDE), ANSWERED, "questions.answer_question"),
    Step("set_aside", (WAITING, ANSWERED), SET_ASIDE, "questions.set_aside"),
)
