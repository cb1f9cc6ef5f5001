"""What is told of the register: whom it reaches, how calm it stays, what a recommendation's followers hear."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.answers.actions import acknowledge, amend_answer, reopen, say_done, say_lapsed, say_under_way
from supportroom.answers.due import today
from supportroom.answers.reminding import remind
from supportroom.briefings.actions import send_absent, trash_briefing
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied
from supportroom.notices import digests, sending
from supportroom.notices.actions import follow, read_notices, unfollow
from supportroom.notices.audiences import AUDIENCES
from supportroom.notices.models import Mail, Notice
from supportroom.notices.pace import usual_pace
from supportroom.notices.places import lines
from supportroom.notices.queries import is_following, notices_visible_to
from supportroom.notices.vocabulary import ADDRESSED, AT_ONCE, DAILY, FOLLOWUP, MAIL, SENTENCES, TEAM_WORK
from supportroom.people.models import Person
from supportroom.questions.actions import ask
from supportroom.questions.subjects import subject_at
from supportroom.register.actions import release_recommendations
from supportroom.register.models import Recommendation
from supportroom.rounds.models import Round
from tests.factories.answers import (
    SOURCE,
    a_delivery,
    a_sent_letter,
    a_submission,
    acknowledged_by_link,
    answered,
    assessed,
    freshly,
    submission_of,
)
from tests.factories.briefings import a_briefing, read_twice
from tests.factories.notices import kinds_told, mails_of, told
from tests.factories.personas import actor_of
from tests.factories.post_office import PostOffice
from tests.factories.register import a_document, a_recommendation, an_addressee, an_ask, recommendations
from tests.factories.rounds import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "room")]
SignIn = Callable[[Person], Client]


def forget() -> None:
    """Tell what happened so far, and begin anew."""
    told()
    Notice.objects.all().delete()
    Mail.objects.all().delete()


def heard(*people: Person) -> list[list[str]]:
    """Tell of everything, and give what each of these was told since; begin anew."""
    told()
    kinds = [[kind for kind in kinds_told(one) if kind != "people.accept_invitation"] for one in people]
    forget()
    return kinds


def links(person: Person) -> dict[str, str]:
    """Give where each notice leads, by its kind; none where the reader sees nothing there."""
    actor = actor_of(person)
    return {line.notice.kind: line.url for line in lines(actor, list(notices_visible_to(actor)))}


def test_what_is_addressed_comes_at_once_and_what_became_of_it_daily() -> None:
    assert (usual_pace(ADDRESSED, MAIL), usual_pace(FOLLOWUP, MAIL)) == (AT_ONCE, DAILY)


def test_a_release_is_told_once_a_day_to_who_took_part_and_to_followers_of_each(
    june: Round, member: Person, shielded_member: Person, stranger: Person, team: Person
) -> None:
    asked = recommendations(*(an_ask(round=june) for _number in range(3)), released=False)
    follow(actor=actor_of(stranger), thing=asked[0])
    unfollow(actor=actor_of(shielded_member), thing=june)
    forget()
    release_recommendations(actor=actor_of(team), recommendations=asked[:2])
    told()
    assert kinds_told(member) == ["register.released"], "two of one round are one thing to be told"
    assert kinds_told(stranger) == ["register.release_recommendations"]
    assert kinds_told(shielded_member) == kinds_told(team) == []
    assert "follow-up" in links(member)["register.released"]
    assert asked[0].slug in links(stranger)["register.release_recommendations"]
    release_recommendations(actor=actor_of(team), recommendations=asked[2:])
    told()
    assert kinds_told(member) == ["register.released"], "it is still not read"
    Notice.objects.update(is_read=True)
    release_recommendations(actor=actor_of(team), recommendations=asked[2:])
    told()
    assert len(kinds_told(member)) == 2


def test_who_took_part_follows_what_the_round_asked_until_they_stop(
    june: Round, member: Person, stranger: Person, observer: Person
) -> None:
    asked = a_recommendation(round=june, released=False)
    assert is_following(actor_of(member), asked)
    assert not is_following(actor_of(stranger), asked)
    unfollow(actor=actor_of(member), thing=asked)
    assert not is_following(actor_of(member), asked)
    assert is_following(actor_of(member), june)
    follow(actor=actor_of(member), thing=asked)
    unfollow(actor=actor_of(member), thing=june)
    assert is_following(actor_of(member), asked)
    with pytest.raises(Denied):
        follow(actor=actor_of(observer), thing=asked)


def test_a_letter_reaches_who_represents_the_addressee_at_once_and_followers_daily(
    june: Round, member: Person, addressee: Person, team: Person, stranger: Person
) -> None:
    body = an_addressee(people=[addressee])
    submission = a_submission(body, round=june)
    forget()
    letter = a_sent_letter(submission)
    told()
    assert kinds_told(addressee) == ["answers.send_letter"]
    assert kinds_told(member) == ["answers.sent"]
    assert kinds_told(stranger) == kinds_told(team) == []
    assert [mail.kinds for mail in mails_of(addressee)] == [[ADDRESSED]]
    assert mails_of(member) == []
    assert links(addressee)["answers.send_letter"]
    assert f"addressee={body.slug}" in links(member)["answers.sent"]
    forget()
    acknowledged_by_link(letter)
    assert heard(team, addressee) == [["answers.acknowledge"], []]
    acknowledge(actor=actor_of(addressee), letter=a_sent_letter(a_submission(body)))
    assert "answers.acknowledge" in heard(team)[0]


def test_an_addressee_is_reminded_in_the_room_as_well(addressee: Person, clock: time_machine.Traveller) -> None:
    letter = a_sent_letter(a_submission(an_addressee(people=[addressee], answer_days=30)))
    forget()
    clock.shift(timedelta(days=25))
    assert remind() == 1
    clock.shift(timedelta(days=10))
    assert remind() == 1
    told()
    assert kinds_told(addressee) == ["answers.remind"] * 2
    assert letter.addressee.name.texts["en"]


def test_followers_hear_of_each_answer_members_and_team_once_a_day_of_an_addressee(
    june: Round, member: Person, stranger: Person, team: Person, office: Person
) -> None:
    body = an_addressee()
    submissions = [a_submission(body, round=june) for _number in range(3)]
    a_sent_letter(*submissions)
    forget()
    answers = [answered(freshly(each)) for each in submissions]
    told()
    assert kinds_told(member) == ["answers.answer"] * 3
    assert kinds_told(stranger) == kinds_told(team) == ["answers.answered"]
    assert Notice.objects.get(person=team).category == TEAM_WORK
    assert kinds_told(office) == []
    assert {line.url for line in lines(actor_of(stranger), list(notices_visible_to(actor_of(stranger))))} == {
        f"/ar/register/?addressee={body.slug}"
    }
    forget()
    amend_answer(actor=SYSTEM, answer=answers[0], verdict="noted", text=words("Later"), why=words("New"), source=SOURCE)
    assert heard(member, stranger) == [["answers.amend_answer"], ["answers.amended"]]


def test_every_member_hears_of_steps_deliveries_and_assessments_unless_they_stopped(  # noqa: PLR0917
    member: Person, shielded_member: Person, addressee: Person, observer: Person, team: Person,
    clock: time_machine.Traveller,
) -> None:  # fmt: skip
    body = an_addressee(people=[addressee])
    given = answered(a_submission(body))
    asked = given.submission.recommendation
    unfollow(actor=actor_of(shielded_member), thing=asked)
    forget()
    for step in (say_under_way, say_done, reopen, say_lapsed):
        step(actor=actor_of(team), recommendation=freshly(asked), source=SOURCE, words=words("So it is"))
        assert heard(member, shielded_member, addressee) == [[f"answers.{step.__name__}"], [], []]
    a_delivery(asked, carrier=shielded_member)
    told()
    assert kinds_told(member) == ["answers.deliver"]
    assert kinds_told(shielded_member) == ["answers.carried"]
    assert links(member)["answers.deliver"] == links(shielded_member)["answers.carried"]
    forget()
    assessed(answered(a_submission(body)), clock, for_=[member])
    told()
    assert {"answers.ask_assessment", "answers.settle_assessment"} <= set(kinds_told(member))
    assert all(links(member).values())
    assert kinds_told(observer) == []


def test_a_briefing_waits_for_team_and_office_and_its_followers_hear_what_two_readers_found(
    june: Round, member: Person, stranger: Person, team: Person, office: Person
) -> None:
    asked = [a_recommendation(round=june) for _number in range(3)]
    forget()
    briefing = a_briefing()
    told()
    assert kinds_told(team) == kinds_told(office) == ["briefings.log_briefing"]
    assert kinds_told(member) == []
    trash_briefing(actor=SYSTEM, briefing=a_briefing("Five words that say nothing much at all, twice."))
    forget()
    read_twice(asked[0], briefing, "absent")
    assert heard(team, member, stranger) == [[], ["briefings.confirmed"], []]
    for one in asked[1:]:
        read_twice(one, briefing, "absent", "reflected")
    told()
    assert kinds_told(team) == ["briefings.read_again"], "one a day for a briefing"
    assert kinds_told(member) == []
    forget()
    send_absent(actor=actor_of(team), briefing=briefing)
    told()
    assert kinds_told(office) == ["briefings.send_absent"]
    assert all(links(office).values())
    trash_briefing(actor=SYSTEM, briefing=freshly(briefing))
    assert not any(links(office).values()), "what lies in the trash is led to no more"


def test_what_was_set_aside_meanwhile_is_told_to_nobody(june: Round, member: Person) -> None:
    asked = a_recommendation(round=june)
    forget()
    say_under_way(actor=SYSTEM, recommendation=asked, source=SOURCE)
    Recommendation.objects.filter(pk=asked.pk).update(set_aside=True)
    assert heard(member) == [[]]


def test_the_team_hears_that_the_public_asks_and_nothing_else(team: Person, member: Person) -> None:
    asked = a_recommendation()
    forget()
    for text in ("When will trucks pass?", "Who answers this?"):
        ask(actor=SYSTEM, subject=subject_at("recommendations", asked.slug), text=text, language="en")
    told()
    assert kinds_told(team) == ["questions.ask"] * 2
    assert kinds_told(member) == []
    (line,) = {line.url for line in lines(actor_of(team), list(notices_visible_to(actor_of(team))))}
    assert line == "/ar/public-questions/"


def test_a_recommendation_is_followed_from_its_page_and_left_from_its_notice(
    june: Round, stranger: Person, sign_in: SignIn, client: Client
) -> None:
    body = an_addressee()
    asked = a_recommendation(round=june, addressees=[body])
    assert "/follow/" not in client.get(f"/en/register/{asked.slug}/").content.decode()
    browser = sign_in(stranger)
    page = browser.get(f"/en/register/{asked.slug}/").content.decode()
    assert f'value="register.recommendation:{asked.pk}"' in page
    answer = browser.post("/en/notices/follow/", {"thing": f"register.recommendation:{asked.pk}"})
    assert (answer.status_code, answer["Location"]) == (302, f"/en/register/{asked.slug}/")
    assert is_following(actor_of(stranger), asked)
    forget()
    answered(submission_of(asked, body))
    told()
    assert browser.get("/en/notices/").content.decode().count("Stop following") == 1
    browser.post("/en/notices/unfollow/", {"thing": f"register.recommendation:{asked.pk}"})
    assert not is_following(actor_of(stranger), asked)
    assert "Stop following" not in browser.get("/en/notices/").content.decode()


def test_everything_that_is_told_has_a_sentence_and_many_are_shown_by_as_many_queries_as_one(
    june: Round, member: Person
) -> None:
    kinds = {one.kind or name for name, audiences in AUDIENCES.items() for one in audiences}
    assert kinds <= set(SENTENCES)
    counts = []
    for number in (1, 3):
        forget()
        document = a_document()
        recommendations(*(an_ask(round=june) for _number in range(number)), document=document)
        for one in document.recommendations.all():
            say_under_way(actor=SYSTEM, recommendation=one, source=SOURCE)
        told()
        found = list(notices_visible_to(actor_of(member)))
        assert len(found) == number + 1
        with CaptureQueriesContext(connection) as asked:
            lines(actor_of(member), found)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_what_is_read_is_not_mailed_and_no_mail_names_what_was_asked(  # noqa: PLR0917
    june: Round, member: Person, shielded_member: Person, addressee: Person, team: Person, office: Person,
    post_office: PostOffice, clock: time_machine.Traveller,
) -> None:  # fmt: skip
    body = an_addressee(words("Canary body", "جهة كنارية"), people=[addressee])
    asked = a_recommendation(text=words("Canary wish", "أمنية كنارية"), addressees=[body], round=june)
    forget()
    given = answered(submission_of(asked, body), text=words("Canary answer", "رد كناري"))
    read_twice(asked, a_briefing(title=words("Canary briefing")), "absent")
    a_delivery(asked, title=words("Canary meeting"))
    told()
    read_notices(actor=actor_of(shielded_member), person=shielded_member, until=now())
    for _day in range(3):
        clock.shift(timedelta(days=1))
        told()
        digests.queue()
        sending.send()
    assert given.answered_on == today() - timedelta(days=3)
    kinds = {person.pk: {kind for mail in mails_of(person) for kind in mail.kinds} for person in (member, addressee)}
    assert kinds == {member.pk: {FOLLOWUP}, addressee.pk: {ADDRESSED}}
    assert mails_of(shielded_member) == []
    assert FOLLOWUP in {kind for mail in mails_of(office) for kind in mail.kinds}
    assert post_office.mails
    assert not any("anary" in mail.words or "كناري" in mail.words for mail in post_office.mails)
