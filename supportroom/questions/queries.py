"""What pages read of the public's questions. Nothing is public before it was answered."""

from django.db.models import Q, QuerySet

from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.kernel.searching import holding
from supportroom.pages.vocabulary import PUBLISHED
from supportroom.questions.models import PublicQuestion
from supportroom.questions.vocabulary import ANSWERED, WAITING


def public_questions() -> QuerySet[PublicQuestion]:
    """The questions that were answered, about what the public still reads; the newest answer first."""
    stands = (
        Q(publication__isnull=False)
        | Q(page__state=PUBLISHED)
        | Q(recommendation__set_aside=False, recommendation__released_on__isnull=False)
    )
    return PublicQuestion.objects.filter(stands, state=ANSWERED).order_by("-answered_on", "-asked_on", "pk")


def questions_about(field: str, thing_id: int) -> QuerySet[PublicQuestion]:
    """The questions that were answered about one thing; `field` names the relation (`subjects.Subject.field`)."""
    return public_questions().filter(**{f"{field}_id": thing_id})


def found_questions(questions: QuerySet[PublicQuestion], words: str) -> QuerySet[PublicQuestion]:
    """Keep the questions that hold every word in question or answer, however it is typed."""
    return questions.filter(holding(words))


def questions_visible_to(actor: Actor) -> QuerySet[PublicQuestion]:
    """Every question for who answers or translates them; what is public for everybody else."""
    return PublicQuestion.objects.all() if may(actor, "questions.read_questions") else public_questions()


def question_visible_to(actor: Actor, question_id: int) -> PublicQuestion:
    """Give a question; Missing."""
    question = questions_visible_to(actor).filter(pk=question_id).first()
    if question is None:
        raise Missing("kernel.missing")
    return question


def waiting_questions() -> int:
    """Count the questions that wait for an answer, for the team's desk."""
    return PublicQuestion.objects.filter(state=WAITING).count()
