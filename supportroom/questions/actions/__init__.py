"""What is done with questions of the public."""

from supportroom.questions.actions.answering import amend_answer, answer_question, set_aside, translate_question
from supportroom.questions.actions.asking import ask

__all__ = ["amend_answer", "answer_question", "ask", "set_aside", "translate_question"]
