"""Letters sent, acknowledged and answered, deliveries, assessments: built by the product's own actions."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from supportroom.answers.actions import (
    acknowledge,
    acknowledge_by_link,
    answer,
    ask_assessment,
    deliver,
    renew_link,
    send_letter,
    write_letter,
)
from supportroom.answers.due import today
from supportroom.answers.models import Answer, Delivery, Letter, LetterLink
from supportroom.checks.actions import answer as answer_check
from supportroom.checks.counting import settle_if_over
from supportroom.checks.models import MembersCheck
from supportroom.checks.queries import check_about
from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.people.models import Person
from supportroom.people.tokens import digest_of, new_token
from supportroom.register.models import Addressee, Recommendation, Submission
from tests.factories.personas import actor_of
from tests.factories.register import a_recommendation, an_addressee
from tests.factories.rounds import words

SOURCE = "Letter of 3 June, file 12"


def a_submission(addressee: Addressee | None = None, **fields: Any) -> Submission:
    """Address one released recommendation to a body."""
    addressee = addressee or an_addressee()
    return submission_of(a_recommendation(addressees=[addressee], **fields), addressee)


def submission_of(recommendation: Recommendation, addressee: Addressee) -> Submission:
    """Give a recommendation's submission to a body, read anew."""
    rows = Submission.objects.select_related("recommendation", "addressee")
    return rows.get(recommendation=recommendation, addressee=addressee)


def freshly(thing: Any) -> Any:
    """Read a submission, letter, answer, recommendation anew."""
    return type(thing).objects.get(pk=thing.pk)


def a_draft(*submissions: Submission, language: str = "en") -> Letter:
    """Write a letter to the body of these submissions; without any, to one that is asked two things."""
    if not submissions:
        addressee = an_addressee()
        submissions = (a_submission(addressee), a_submission(addressee))
    return write_letter(
        actor=SYSTEM,
        addressee=submissions[0].addressee,
        submissions=list(submissions),
        words=words("We ask you to answer.", "نطلب منكم الرد."),
        language=language,
    )


def a_sent_letter(*submissions: Submission, **fields: Any) -> Letter:
    """Send such a letter."""
    return send_letter(actor=SYSTEM, letter=a_draft(*submissions, **fields))


def an_acknowledged_letter(*submissions: Submission, **fields: Any) -> Letter:
    """Send a letter and let the team write down that it arrived."""
    return acknowledge(actor=SYSTEM, letter=a_sent_letter(*submissions, **fields), source=SOURCE)


def token_for(letter: Letter) -> str:
    """Give the token of a fresh link to a letter: those before it are dead."""
    token = new_token()
    renew_link(actor=SYSTEM, letter=letter, token=token)
    return token


def acknowledged_by_link(letter: Letter) -> Letter:
    """Let whoever holds the link say that a letter arrived."""
    link = LetterLink.objects.select_related("letter").get(digest=digest_of(token_for(letter)))
    return acknowledge_by_link(actor=VISITOR, link=link)


def answered(
    submission: Submission | None = None, verdict: str = "accepted", by: Person | None = None, **fields: Any
) -> Answer:
    """Answer a submission: by who represents its addressee, else recorded by the team. Sent first, if it was not."""
    submission = submission or a_submission()
    if submission.state == "recorded":
        a_sent_letter(submission)
    given = {"source": "" if by else SOURCE, "answered_on": None if by else today(), **fields}
    return answer(
        actor=actor_of(by) if by else SYSTEM,
        submission=freshly(submission),
        verdict=verdict,
        text=given.pop("text", words("We take this up in June.", "سنتناول ذلك في حزيران.")),
        **given,
    )


def assessed(given: Answer, clock: Any, *, for_: Sequence[Person] = (), against: Sequence[Person] = ()) -> Answer:
    """Ask the members about an answer, let them answer, move the clock to the close, and count."""
    ask_assessment(actor=SYSTEM, answer=given)
    asked = check_about(given)
    assert asked is not None
    for people, choice in ((for_, "for"), (against, "against")):
        for person in people:
            answer_check(actor=actor_of(person), members_check=asked, choice=choice)
    clock.move_to(asked.closes_at)
    settle_if_over(MembersCheck.objects.get(pk=asked.pk))
    return freshly(given)


def a_delivery(*recommendations: Recommendation, **fields: Any) -> Delivery:
    """Carry recommendations to a conference."""
    given = {
        "title": words("Conference on the future", "مؤتمر المستقبل"),
        "occasion": "ministerial",
        "place": "Brussels",
        "held_on": date(2021, 3, 30),
        "carried_by": words("Two members of the room", "اثنان من أعضاء الغرفة"),
        **fields,
    }
    return deliver(actor=SYSTEM, recommendations=list(recommendations) or [a_recommendation()], **given)
