"""The case of November 2017: seven days' notice, titles instead of discussion points, nobody who knows the topics.

The facts of that invitation are replayed, dates and numbers alone; every name and sentence here is invented.
"""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils import translation
from time_machine import Traveller

from supportroom.invitations import actions
from supportroom.invitations.models import Invitation, JointDecline
from supportroom.invitations.queries import joint_declines_published, notice_of
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.people.models import Account, Person
from supportroom.rounds.models import Round
from supportroom.selection.actions import confirm_list
from supportroom.topics.actions import contribute_point, name_contact, settle_point
from supportroom.topics.models import Topic
from tests.factories.invitations import invitation_to, letter_for
from tests.factories.personas import actor_of, make_person
from tests.factories.programme import agenda_topic, published, speaks_about
from tests.factories.rounds import make_round, make_session, words
from tests.factories.selection import make_list

SENT_ON = datetime(2017, 11, 21, 8, 0, tzinfo=UTC)
FIRST_DAY, LAST_DAY = date(2017, 11, 28), date(2017, 11, 30)
TERM = datetime(2017, 11, 26, 12, 0, tzinfo=UTC)
TITLES = ("Constitution", "Detainees", "Displacement")


@pytest.fixture
def nine(room: None) -> list[Person]:
    """Nine people, each of an organisation of their own."""
    return [make_person(f"Delegate {n} Invented", "member", organisation=f"Circle {n}") for n in range(1, 10)]


@pytest.fixture
def round_of_titles(clock: Traveller, nine: list[Person]) -> Round:
    """A round a week ahead, with titles on its agenda and nothing behind them."""
    clock.move_to(SENT_ON)
    made = make_round(others=0, running=False, starts_on=FIRST_DAY, ends_on=LAST_DAY, time_zone="Europe/Zurich")
    for title in TITLES:
        agenda_topic(made, title, points=())
    make_session(made, starts_at=datetime(2017, 11, 28, 9, 0, tzinfo=UTC))
    confirm_list(actor=SYSTEM, draft_list=make_list(made, nine))
    letter_for(made, answer_by=TERM)
    return made


def make_good(made: Round, contact: Person) -> None:
    """Add what was missing: points that members contribute, competent contacts, a programme."""
    topics = list(Topic.objects.filter(round=made))
    for topic in topics:
        point = contribute_point(actor=SYSTEM, topic=topic, text=words(f"What comes first under {topic}?"))
        settle_point(actor=SYSTEM, point=point, verb="take_up")
        name_contact(actor=SYSTEM, topic=topic, contact=contact, competence=words("Ten years of work on it"))
    speaks_about(made.sessions.get(), *topics)
    published(made)


def test_the_invitations_do_not_go_out_and_all_that_is_missing_is_said(round_of_titles: Round, team: Person) -> None:
    with translation.override("en"), pytest.raises(DomainError, match=r"invitations\.not_ready") as refused:
        actions.send_invitations(actor=actor_of(team), round=round_of_titles)
    with translation.override("en"):
        said = refused.value.wording
    assert "a published programme" in said
    for title in TITLES:
        assert f"a discussion point, taken up, for “{title}”" in said
        assert f"a contact person for “{title}”" in said
    assert "the notice is 7 days; the room promises 14" in said
    assert said.count(";") >= 2 * len(TITLES) + 1
    assert Invitation.objects.count() == 0
    assert Entry.objects.filter(action="invitations.send_invitations").count() == 0


def test_the_page_says_the_same_with_the_ways_to_mend_it(round_of_titles: Round, team: Person) -> None:
    client = Client()
    client.force_login(Account.objects.get(person=team))
    page = client.get(f"/en/rounds/{spell(round_of_titles.pk)}/invitations/").content.decode()
    assert page.count("state--refused") == 2 * len(TITLES) + 2
    assert f"/en/topics/{spell(Topic.objects.filter(round=round_of_titles)[0].pk)}/" in page
    assert f"/en/rounds/{spell(round_of_titles.pk)}/letter/" in page
    answer = client.post(f"/en/rounds/{spell(round_of_titles.pk)}/invitations/send/")
    assert answer.status_code == 422
    assert "state--refused" in answer.content.decode()


def test_when_all_is_added_the_short_notice_still_wants_its_reason_and_keeps_it(
    round_of_titles: Round, team: Person, nine: list[Person]
) -> None:
    make_good(round_of_titles, team)
    with pytest.raises(DomainError, match=r"invitations\.not_ready"):
        actions.send_invitations(actor=actor_of(team), round=round_of_titles)
    letter_for(round_of_titles, answer_by=TERM, reason="The talks were called at short notice.", seen=1)
    actions.send_invitations(actor=actor_of(team), round=round_of_titles)
    notice = notice_of(round_of_titles)
    assert notice
    assert (notice.days, notice.promised_days, notice.is_short) == (7, 14, True)
    assert str(notice.reason) == "The talks were called at short notice."
    assert Entry.objects.filter(action="invitations.send_invitations").count() == len(nine)
    client = Client()
    client.force_login(Account.objects.get(person=nine[0]))
    page = client.get(f"/en/invitations/{spell(invitation_to(round_of_titles, nine[0]).pk)}/").content.decode()
    assert "The talks were called at short notice." in page


def test_nine_organisations_decline_by_one_statement_that_is_published_as_they_wish(
    round_of_titles: Round, team: Person, nine: list[Person]
) -> None:
    make_good(round_of_titles, team)
    letter_for(round_of_titles, answer_by=TERM, reason="Short notice.", seen=1)
    actions.send_invitations(actor=actor_of(team), round=round_of_titles)
    first, *others = nine
    joint = actions.begin_joint_decline(
        actor=actor_of(first),
        invitation=invitation_to(round_of_titles, first),
        text=words("We thank you and cannot come.", "نشكركم ونعتذر."),
        organisation="Circle 1",
        may_be_named=True,
        is_public=True,
    )
    for number, person in enumerate(others, start=2):
        actions.join_decline(
            actor=actor_of(person),
            invitation=invitation_to(round_of_titles, person),
            joint_decline=joint,
            organisation=f"Circle {number}",
            may_be_named=number != 9,
        )
    assert {each.state for each in Invitation.objects.all()} == {"declined"}
    (published_one,) = joint_declines_published(round_of_titles)
    assert published_one.organisations == tuple(f"Circle {n}" for n in range(1, 9))
    assert (published_one.unnamed, published_one.total) == (1, 9)
    actions.publish_wish(actor=actor_of(first), joint_decline=JointDecline.objects.get(), is_public=False)
    assert joint_declines_published(round_of_titles) == []
