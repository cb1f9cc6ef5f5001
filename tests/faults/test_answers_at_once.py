"""Several who answer, send, read, bring in and publish at the same instant, on real commits of both databases."""

from collections import Counter
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from supportroom.answers.actions import (
    acknowledge,
    acknowledge_by_link,
    amend_answer,
    answer,
    ask_assessment,
    renew_link,
    send_letter,
    withdraw_letter,
)
from supportroom.answers.models import Answer, EarlierAnswer, LetterLink
from supportroom.answers.reminding import remind
from supportroom.briefings.actions import read, read_again
from supportroom.briefings.models import Reflection
from supportroom.checks.models import MembersCheck
from supportroom.glossary.actions import add_term
from supportroom.glossary.models import Term
from supportroom.intake.actions import bring_document, record_intake
from supportroom.intake.models import Intake
from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.kernel.clock import now
from supportroom.mailing import sending
from supportroom.mailing.models import Envelope
from supportroom.newsletter.actions import confirm, leave, send_issue, subscribe, write_issue
from supportroom.newsletter.models import NewsletterIssue, Subscriber
from supportroom.newsletter.queries import subscriber_behind
from supportroom.pages.actions import correct_page, publish_page, reword_paragraph, schedule_page, take_down_page
from supportroom.pages.models import PageEdition
from supportroom.pages.putting_out import put_out_what_is_due
from supportroom.people.tokens import digest_of
from supportroom.questions.actions import ask
from supportroom.questions.models import PublicQuestion
from supportroom.questions.vocabulary import MOST_ABOUT_ONE
from supportroom.reading.source import read_source
from supportroom.register.actions import release_recommendations, set_aside
from supportroom.register.models import Document, Happening, Recommendation, Submission
from tests.factories.answers import SOURCE, a_draft, a_sent_letter, a_submission, freshly, token_for
from tests.factories.answers import answered as answered_once
from tests.factories.briefings import a_briefing
from tests.factories.glossary import both
from tests.factories.intake import REPORT, a_text
from tests.factories.pages import a_page, fresh
from tests.factories.personas import actor_of, make_person
from tests.factories.post_office import PostOffice
from tests.factories.questions import about
from tests.factories.register import a_recommendation, an_addressee
from tests.factories.rounds import words
from tests.faults.at_once import at_once, raised_by

REFUSED = {"kernel.not_now", "kernel.stale"}


@pytest.fixture
def kept(real_database: Path, room: object) -> None:
    """A room that stands in a database of its own."""


def codes(answers: list[Any]) -> Counter[str]:
    """Count what the refusals among the answers say."""
    return Counter(getattr(error, "code", repr(error)) for error in raised_by(answers))


def steps(recommendation: Recommendation) -> Counter[str]:
    """Count the steps that a recommendation's history tells."""
    return Counter(Happening.objects.filter(recommendation=recommendation).values_list("kind", flat=True))


def test_a_letter_goes_out_once_and_arrives_once_however_many_say_so(kept: None) -> None:
    with transaction.atomic():
        submission = a_submission()
        letter = a_draft(submission)
    answers = at_once(*[lambda: send_letter(actor=SYSTEM, letter=freshly(letter))] * 5)
    assert len(raised_by(answers)) == 4
    assert set(codes(answers)) <= REFUSED
    assert Envelope.objects.count() == LetterLink.objects.count() == 1
    with transaction.atomic():
        link = LetterLink.objects.get(digest=digest_of(token_for(freshly(letter))))
    said = [lambda: acknowledge_by_link(actor=VISITOR, link=link)] * 4
    said += [lambda: acknowledge(actor=SYSTEM, letter=freshly(letter), source=SOURCE)] * 4
    answers = at_once(*said)
    assert len(raised_by(answers)) == 7
    assert set(codes(answers)) <= REFUSED
    assert steps(submission.recommendation) == {"recorded": 1, "released": 1, "sent": 1, "acknowledged": 1}


def test_a_letter_withdrawn_while_somebody_opens_its_link_ends_in_one_way_or_the_other(kept: None) -> None:
    with transaction.atomic():
        submission = a_submission()
        letter = a_sent_letter(submission)
        link = LetterLink.objects.get(digest=digest_of(token_for(letter)))
    answers = at_once(
        lambda: acknowledge_by_link(actor=VISITOR, link=link),
        lambda: withdraw_letter(actor=SYSTEM, letter=freshly(letter)),
        lambda: renew_link(actor=SYSTEM, letter=freshly(letter), token="another-link"),
    )
    assert set(codes(answers)) <= REFUSED | {"answers.link_over"}
    state = freshly(letter).state
    assert (state, freshly(submission).state) in {("withdrawn", "recorded"), ("acknowledged", "acknowledged"),
                                                  ("withdrawn", "acknowledged")}  # fmt: skip
    assert state != "withdrawn" or not LetterLink.objects.exists()


def test_one_submission_is_answered_once_and_two_bodies_settle_a_recommendation(kept: None) -> None:
    with transaction.atomic():
        bodies = [an_addressee(), an_addressee()]
        asked = a_recommendation(addressees=bodies)
        submissions = list(asked.submissions.all())
        for each in submissions:
            a_sent_letter(each)
    given = {"actor": SYSTEM, "verdict": "accepted", "text": words("Yes."), "source": SOURCE}
    answers = at_once(*[partial(answer, submission=freshly(each), **given) for each in submissions * 3])
    assert len(raised_by(answers)) == 4
    assert set(codes(answers)) <= REFUSED
    assert Answer.objects.count() == 2
    assert freshly(asked).state == "answered"
    assert steps(asked)["answered"] == 2


def test_an_answer_changed_while_the_members_are_asked_keeps_every_wording_once(kept: None) -> None:
    with transaction.atomic():
        for number in range(3):
            make_person(f"Member {number} Invented", "member")
        given = answered_once()
    texts = [f"Wording {number}." for number in range(4)]
    change = [
        partial(
            amend_answer, actor=SYSTEM, answer=given, verdict="noted", text=words(text), why=words("Slip."),
            source=SOURCE, seen=given.version,
        )
        for text in texts
    ]  # fmt: skip
    answers = at_once(*change, *[partial(ask_assessment, actor=SYSTEM, answer=given)] * 3)
    assert set(codes(answers)) <= {"kernel.stale", "answers.assessed_already", "checks.open_already"}
    now_said = freshly(given)
    assert now_said.wording == 2
    assert EarlierAnswer.objects.filter(answer=given).count() == 1
    asked = list(MembersCheck.objects.values_list("subject_version", flat=True))
    assert len(asked) == len(set(asked)) <= 2
    assert set(asked) <= {1, 2}


def test_a_document_comes_in_once_and_is_recorded_once(kept: None) -> None:
    file = a_text(REPORT)
    source = read_source(file.name, file.content)
    bring = partial(bring_document, actor=SYSTEM, file=file, source=source, language="en")
    answers = at_once(*[bring] * 4)
    assert codes(answers) == {"intake.under_way": 3}
    intake = Intake.objects.get()
    particulars = {"title": words("A meeting"), "kind": "report", "dated_on": date(2019, 5, 12), "precision": "month",
                   "language": "en", "by": words("The north"), "link": "", "round": None}  # fmt: skip
    answers = at_once(*[partial(record_intake, actor=SYSTEM, intake=intake, **particulars)] * 4)
    assert len(raised_by(answers)) == 3
    assert Document.objects.count() == 1
    assert Recommendation.objects.count() == 5


def test_shown_and_set_aside_at_once_is_not_public_and_half_told(kept: None) -> None:
    with transaction.atomic():
        rows = [a_recommendation(released=False) for _each in range(4)]
    acts: list[Any] = []
    for row in rows:
        acts += [
            lambda row=row: release_recommendations(actor=SYSTEM, recommendations=[freshly(row)]),
            lambda row=row: set_aside(actor=SYSTEM, recommendation=freshly(row)),
        ]
    answers = at_once(*acts)
    assert set(codes(answers)) <= REFUSED | {"register.is_set_aside"}
    for row in rows:
        stands = freshly(row)
        assert steps(row)["released"] == (1 if stands.released_on else 0)


def test_two_readers_at_once_are_one_reading_and_one_second_reader(kept: None) -> None:
    with transaction.atomic():
        people = [make_person(f"Reader {number} Invented", "team") for number in range(4)]
        actors = [actor_of(person) for person in people]
        asked, briefing = a_recommendation(), a_briefing()
    first = [
        partial(read, actor=actor, recommendation=asked, briefing=briefing, verdict="absent", seen=0)
        for actor in actors
    ]
    answers = at_once(*first)
    assert len(raised_by(answers)) == 3
    reading = Reflection.objects.get()
    others = [actor for actor in actors if actor.person_id != reading.first_reader_id]
    again = [
        partial(read_again, actor=actor, reflection=reading, verdict="absent", seen=reading.version) for actor in others
    ]
    answers = at_once(*again)
    assert len(raised_by(answers)) == 2
    assert Reflection.objects.get().state == "confirmed"


def test_a_page_whose_moment_comes_is_put_out_once_and_never_early(kept: None, clock: Any) -> None:
    with transaction.atomic():
        page = a_page()
        moment = now() + timedelta(hours=1)
        schedule_page(actor=SYSTEM, page=page, publish_at=moment, time_zone="Pacific/Kiritimati")
    for early in (moment - timedelta(seconds=1), moment - timedelta(days=3), moment - timedelta(microseconds=1)):
        clock.move_to(early)
        at_once(*[put_out_what_is_due] * 3)
        assert fresh(page).state == "scheduled"
    clock.move_to(moment)
    answers = at_once(*[put_out_what_is_due] * 4, lambda: publish_page(actor=SYSTEM, page=fresh(page)))
    assert set(codes(answers)) <= REFUSED
    assert PageEdition.objects.count() == 1
    clock.move_to(moment - timedelta(days=400))
    put_out_what_is_due()
    assert fresh(page).state == "published"
    row = fresh(page).text.paragraphs.first()
    reword_paragraph(actor=SYSTEM, page=fresh(page), paragraph=row, seen=row.version, wordings={"en": "Thirty people."})
    note = words("The number was wrong.")
    answers = at_once(
        *[lambda: correct_page(actor=SYSTEM, page=fresh(page), note=note)] * 3,
        lambda: take_down_page(actor=SYSTEM, page=fresh(page)),
    )
    assert set(codes(answers)) <= REFUSED | {"pages.nothing_changed"}
    numbers = list(PageEdition.objects.order_by("number").values_list("number", flat=True))
    assert numbers in ([1], [1, 2])
    assert fresh(page).newest == numbers[-1]


def test_the_limits_of_questions_and_names_of_terms_hold_in_a_crowd(kept: None) -> None:
    with transaction.atomic():
        subject = about(a_recommendation())
    crowd = [
        partial(ask, actor=VISITOR, subject=subject, text=f"Question number {number}?", language="en")
        for number in range(MOST_ABOUT_ONE + 6)
    ]
    same = [partial(ask, actor=VISITOR, subject=subject, text="The same question?", language="en")] * 6
    answers = at_once(*same, *crowd)
    assert set(codes(answers)) == {"questions.too_many"}
    assert PublicQuestion.objects.count() == MOST_ABOUT_ONE
    assert PublicQuestion.objects.filter(search_text="the same question").count() <= 1
    add = partial(
        add_term, actor=SYSTEM, name=both("peace"), text=both("No war."), source=both("The room"), since=now().date()
    )
    assert len(raised_by(at_once(add, add, add))) == 2
    assert Term.objects.count() == 1


def test_the_newsletter_goes_to_each_once_and_a_link_works_once(kept: None, post_office: PostOffice) -> None:
    asks = [
        partial(subscribe, actor=VISITOR, address=f"Reader{number % 3}@example.org", language="en", token=f"t{number}")
        for number in range(9)
    ]
    answers = at_once(*asks)
    assert Subscriber.objects.count() == Envelope.objects.count() == 3, raised_by(answers)
    tokens = [each.secret for each in Envelope.objects.all()]
    behind = [subscriber_behind(token) for token in tokens]
    answers = at_once(*[partial(confirm, actor=VISITOR, subscriber=one) for one in behind * 2])
    assert set(codes(answers)) <= REFUSED
    with transaction.atomic():
        issue = write_issue(
            actor=SYSTEM, title=words("News", "أخبار"), introduction=words("Hello", "مرحبا"), since=now().date()
        )
    answers = at_once(*[lambda: send_issue(actor=SYSTEM, issue=NewsletterIssue.objects.get(pk=issue.pk))] * 4)
    assert len(raised_by(answers)) == 3
    assert Envelope.objects.filter(kind="newsletter.issue").count() == 3
    answers = at_once(*[sending.send] * 5, *[partial(leave, actor=VISITOR, subscriber=behind[0])] * 2)
    assert not [error for error in raised_by(answers) if getattr(error, "code", "") not in REFUSED | {"kernel.missing"}]
    sending.send()
    assert max(post_office.message_ids.values()) == 1
    assert not Envelope.objects.filter(state="waiting").exists()
    assert not Envelope.objects.exclude(address="", secret="").exists()


def test_two_reminders_at_once_are_one(kept: None, clock: Any) -> None:
    with transaction.atomic():
        submission = a_submission()
        a_sent_letter(submission)
    due = Submission.objects.get(pk=submission.pk).due_on
    clock.shift(timedelta(days=(due - now().date()).days - 1))
    answers = at_once(*[remind] * 4)
    assert raised_by(answers) == []
    assert Envelope.objects.filter(kind="answers.reminder").count() == 1
