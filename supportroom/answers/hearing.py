"""What this app is told by those below: the members said whether an answer answers."""

from django.urls import reverse
from django.utils.translation import gettext as _

from supportroom.answers.models import Answer
from supportroom.checks.models import MembersCheck
from supportroom.kernel.actors import SYSTEM


def assessment_counted(check: MembersCheck) -> None:
    """Keep what the members said, in the transaction of the count."""
    from supportroom.answers.actions import settle_assessment  # noqa: PLC0415 - loaded when it is needed

    answer = answer_asked_about(check)
    if answer is not None:
        settle_assessment(actor=SYSTEM, answer=answer, members_check=check)


def assessment_withdrawn(check: MembersCheck) -> None:
    """Nothing: without an outcome the wording can be asked about again."""


def assessment_page(check: MembersCheck) -> tuple[str, str] | None:
    """Give where the answer is that the members are asked about."""
    answer = answer_asked_about(check)
    return (_("The answer"), reverse("answers:answer_detail", args=[answer.pk])) if answer else None


def answer_asked_about(check: MembersCheck) -> Answer | None:
    """Give the answer that a check is about."""
    label, _colon, key = check.subject.partition(":")
    known = label == Answer._meta.label_lower and key.isdigit()
    return Answer.objects.filter(pk=key).first() if known else None
