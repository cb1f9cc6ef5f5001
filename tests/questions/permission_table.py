"""Who may ask, answer and set aside."""

from tests.permission_tables import PERSONAS, Row

SUBJECT, QUESTION = "a released recommendation", "a question of the public"

TABLE = (
    Row("questions.ask", SUBJECT, " ".join(PERSONAS)),
    *(Row(f"questions.{verb}", QUESTION, "team") for verb in ("answer_question", "amend_answer", "set_aside")),
    *(Row(f"questions.{verb}", QUESTION, "team interpreter") for verb in ("read_questions", "translate_question")),
)
