"""What every correction begins with: the document is still looked through, and nobody else corrects it meanwhile."""

from supportroom.intake.models import Intake
from supportroom.intake.vocabulary import READ
from supportroom.journal.writing import refuse_unless


def hold(intake_id: int) -> Intake:
    """Give the intake, held until the action is done; DomainError `intake.not_open`."""
    intake = Intake.objects.select_for_update(no_key=True).get(pk=intake_id)
    refuse_unless(intake.state == READ, "intake.not_open")
    return intake
