"""Whether an answer answers: the members are asked about one wording of it, and what they said is kept with it."""

from datetime import datetime

from supportroom.answers.actions.held import held_answer
from supportroom.answers.due import today
from supportroom.answers.models import Answer, EarlierAnswer
from supportroom.answers.sentences import assessed_in_words, assessment_question
from supportroom.answers.vocabulary import ANSWERED_IT, DID_NOT, MOST_ASSESSED_AT_ONCE, UNASSESSED
from supportroom.checks.actions import open_members_check
from supportroom.checks.models import MembersCheck
from supportroom.checks.outcome import decide
from supportroom.checks.vocabulary import ASSESSMENT, OPEN, WITHDRAWN
from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import change, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.register.history import tell
from supportroom.room.models import Room

ASSESSED = "assessed"


@action("answers.ask_assessment", on="answer")
def ask_assessment(*, actor: Actor, answer: Answer, closes_at: datetime | None = None) -> Answer:
    """Ask all members whether an answer's present wording answers what was asked; once for each wording.

    DomainError `answers.assessed_already`, `answers.assessments_enough`, and those of `checks.open_members_check`.
    """
    Room.objects.select_for_update(no_key=True).first()
    held = held_answer(answer)
    about = MembersCheck.objects.filter(subject=reference(held), subject_version=held.wording)
    refuse_unless(not about.exclude(state=WITHDRAWN).exists(), "answers.assessed_already")
    going_on = MembersCheck.objects.filter(purpose=ASSESSMENT, state=OPEN).count()
    refuse_unless(going_on < MOST_ASSESSED_AT_ONCE, "answers.assessments_enough", limit=MOST_ASSESSED_AT_ONCE)
    open_members_check(
        actor=actor,
        purpose=ASSESSMENT,
        subject=held,
        subject_version=held.wording,
        question=assessment_question(held),
        closes_at=closes_at,
    )
    record(held, actor=actor, recommendation=held.submission.recommendation_id)
    return held


@action("answers.settle_assessment", on="answer")
def settle_assessment(*, actor: Actor, answer: Answer, members_check: MembersCheck) -> Answer:
    """Keep what the members said with the wording that they were asked about, and tell it where they decided."""
    held = held_answer(answer)
    said = _said(members_check)
    if members_check.subject_version == held.wording:
        change(held, assessment=said)
    elif earlier := EarlierAnswer.objects.filter(answer=held, number=members_check.subject_version).first():
        change(earlier, assessment=said)
    if said:
        asked, words = held.submission.recommendation, assessed_in_words(said)
        tell(asked, ASSESSED, today(), addressee=held.submission.addressee, words=words, about=reference(held))
    record(held, actor=actor, recommendation=held.submission.recommendation_id)
    return held


def _said(check: MembersCheck) -> str:
    """Give what a counted check means: too few answers or no majority of either side is no assessment."""
    if check.is_agreed:
        return ANSWERED_IT
    turned = {"for": check.tally.get("against", 0), "against": check.tally.get("for", 0)}
    turned["abstain"] = check.tally.get("abstain", 0)
    outcome = decide(turned, check.roll, check.majority_percent, check.quorum_percent)
    return DID_NOT if outcome.is_agreed else UNASSESSED
