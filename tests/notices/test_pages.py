"""Pages of notices: each answers in each language, to whom it may, with the same number of queries."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.once import fresh_key
from supportroom.mailing.vocabulary import NO_SERVER
from supportroom.notices.actions import follow
from supportroom.notices.models import AddressTrouble, Choice, Following, Mail, Notice
from supportroom.notices.outcomes import digest_of_address
from supportroom.notices.queries import is_following, unread_count
from supportroom.notices.telling import tell
from supportroom.notices.vocabulary import FAILED, WAITING
from supportroom.people.actions import give_role
from supportroom.people.models import Account, Person
from tests.factories.notices import choose
from tests.factories.personas import actor_of
from tests.factories.programme import planned_round, published
from tests.factories.rounds import make_round, open_a_session

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SignIn = Callable[[Person], Client]
LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])


def refused(person: Person) -> AddressTrouble:
    """Let a mail server have refused somebody's address."""
    digest = digest_of_address(Account.objects.get(person=person).email)
    return AddressTrouble.objects.create(person=person, digest=digest, since=now().date())


@LANGUAGES
@pytest.mark.parametrize("page", ["notices/", "settings/notices/"])
@pytest.mark.parametrize("persona", ["member", "team", "office", "observer"])
def test_everybody_reads_their_own_notices_and_chooses(
    persona: str, page: str, language: str, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    person = request.getfixturevalue(persona)
    tell()
    assert sign_in(person).get(f"/{language}/{page}").status_code == 200


@LANGUAGES
def test_the_outbox_is_for_the_team(language: str, team: Person, member: Person, sign_in: SignIn) -> None:
    Mail.objects.create(
        person=member, state=FAILED, trouble=NO_SERVER, written_at=now(), due_at=now(), settled_at=now(), kinds=[]
    )
    refused(member)
    page = sign_in(team).get(f"/{language}/mails/")
    assert page.status_code == 200
    assert member.name in page.content.decode()
    assert sign_in(member).get(f"/{language}/mails/").status_code == 403
    assert Client().get(f"/{language}/mails/").status_code == 302


def test_the_list_takes_as_many_queries_for_many_rounds_as_for_one(
    member: Person, sign_in: SignIn, clock: time_machine.Traveller
) -> None:
    tell()
    counts = []
    for _more in range(3):
        round_, _session, _topic = planned_round(people=[member], others=0)
        published(round_)
        clock.shift(1)
        tell()
        client = sign_in(member)
        client.get("/en/notices/")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/en/notices/")
        counts.append(len(queries))
    assert len(set(counts)) == 1, counts


def test_a_notice_leads_to_the_thing_and_names_it(member: Person, sign_in: SignIn) -> None:
    session = open_a_session(member, others=1)
    tell()
    page = sign_in(member).get("/en/notices/").content.decode()
    assert "A session is open" in page
    assert str(session.title) in page
    assert "/en/sessions/" in page


def test_a_thing_that_the_reader_does_not_see_any_more_is_neither_named_nor_linked(
    member: Person, stranger: Person, sign_in: SignIn
) -> None:
    make_round(people=[member], others=0)
    tell()
    Notice.objects.filter(person=member, kind="rounds.start_round").update(person=stranger, entry=5)
    page = sign_in(stranger).get("/en/notices/").content.decode()
    assert "The round began" in page
    assert "The June round" not in page
    assert "/en/rounds/" not in page.partition("<main")[2]


def test_all_is_read_by_one_button_but_what_came_meanwhile(
    member: Person, sign_in: SignIn, clock: time_machine.Traveller
) -> None:
    tell()
    seen = now()
    clock.shift(timedelta(minutes=1))
    give_role(actor=SYSTEM, person=member, role="observer")
    tell()
    client = sign_in(member)  # whose role changes signs in anew
    assert unread_count(actor_of(member)) == 2
    answer = client.post("/en/notices/read/", {"once": fresh_key(), "until": seen.isoformat()})
    assert answer.status_code == 302
    assert unread_count(actor_of(member)) == 1
    assert client.post("/en/notices/read/", {"once": fresh_key(), "until": "yesterday"}).status_code == 422
    assert client.get("/en/notices/read/").status_code == 405


def test_a_reader_stops_following_from_the_notice_itself(member: Person, sign_in: SignIn) -> None:
    round_, _session, topic = planned_round(people=[member], others=0)
    follow(actor=actor_of(member), thing=topic)
    published(round_)
    tell()
    client = sign_in(member)
    assert "Stop following" in client.get("/en/notices/").content.decode()
    thing = f"rounds.round:{round_.pk}"
    assert client.post("/en/notices/unfollow/", {"once": fresh_key(), "thing": thing}).status_code == 302
    assert not Following.objects.get(person=member, thing=thing).is_on


def test_a_topic_is_followed_by_a_form_that_leads_back_to_it(stranger: Person, sign_in: SignIn) -> None:
    _round, _session, topic = planned_round(others=0)
    client = sign_in(stranger)
    answer = client.post("/ar/notices/follow/", {"once": fresh_key(), "thing": f"topics.topic:{topic.pk}"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/ar/topics/")
    assert is_following(actor_of(stranger), topic)


@pytest.mark.parametrize("thing", ["", "topics.topic:17", "people.person:x", "no.such:1", "rounds.round:" + "9" * 30])
def test_what_is_not_there_cannot_be_followed(thing: str, member: Person, sign_in: SignIn) -> None:
    assert sign_in(member).post("/en/notices/follow/", {"once": fresh_key(), "thing": thing}).status_code == 404


def test_what_is_no_round_or_topic_or_not_seen_cannot_be_followed(
    member: Person, stranger: Person, sign_in: SignIn
) -> None:
    person = {"once": fresh_key(), "thing": f"people.person:{member.pk}"}
    assert sign_in(member).post("/en/notices/follow/", person).status_code == 404
    hidden = {"once": fresh_key(), "thing": f"rounds.round:{make_round(others=0).pk}"}
    assert sign_in(stranger).post("/en/notices/follow/", hidden).status_code == 404


def offered(client: Client) -> list[str]:
    """Give the names of the fields in which somebody can choose."""
    return re.findall(r'<select name="(\w+)"', client.get("/en/settings/notices/").content.decode())


def test_choices_are_kept_and_shown(member: Person, sign_in: SignIn) -> None:
    client = sign_in(member)
    fields = dict.fromkeys(offered(client), "daily")
    assert (
        client.post("/en/settings/notices/", fields | {"topics_mail": "none", "once": fresh_key()}).status_code == 302
    )
    assert Choice.objects.get(person=member, category="topics", channel="mail").pace == "none"
    assert Choice.objects.filter(person=member, pace="daily").count() == len(fields) - 1
    assert '<option value="none" selected>' in client.get("/en/settings/notices/").content.decode()
    assert client.post("/en/settings/notices/", fields | {"topics_mail": "hourly"}).status_code == 422


def test_the_teams_work_is_offered_to_the_team_alone(member: Person, team: Person, sign_in: SignIn) -> None:
    more = set(offered(sign_in(team))) - set(offered(sign_in(member)))
    assert more == {"team_work_mail", "team_work_app"}


def test_a_form_cannot_slow_down_what_always_comes_at_once(member: Person, sign_in: SignIn) -> None:
    client = sign_in(member)
    fields = dict.fromkeys(offered(client), "none")
    client.post("/en/settings/notices/", fields | {"security_mail": "none", "invitations_app": "none"})
    assert not Choice.objects.filter(category__in=["security", "invitations"]).exists()


@LANGUAGES
def test_a_refused_address_is_told_to_its_owner_who_can_have_it_tried_again(
    language: str, member: Person, sign_in: SignIn
) -> None:
    refused(member)
    client = sign_in(member)
    assert f"/{language}/settings/notices/address/" in client.get(f"/{language}/settings/notices/").content.decode()
    assert client.post(f"/{language}/settings/notices/address/", {"once": fresh_key()}).status_code == 302
    assert not AddressTrouble.objects.exists()


def test_a_trouble_belongs_to_its_address_and_ends_with_it(member: Person, sign_in: SignIn) -> None:
    refused(member)
    account = Account.objects.get(person=member)
    account.email = "another@example.org"
    account.save()
    assert "/settings/notices/address/" not in sign_in(member).get("/en/settings/notices/").content.decode()


def test_a_room_without_mail_says_so(member: Person, sign_in: SignIn, settings: Any) -> None:
    settings.MAIL_IS_ON = False
    assert "This room sends no mail" in sign_in(member).get("/en/settings/notices/").content.decode()


def test_the_team_lets_mails_be_tried_again(team: Person, member: Person, sign_in: SignIn) -> None:
    mail = Mail.objects.create(
        person=member, state=FAILED, trouble=NO_SERVER, written_at=now(), due_at=now(), settled_at=now(), kinds=[]
    )
    form = {"once": fresh_key(), "until": now().isoformat()}
    assert sign_in(member).post("/en/mails/again/", form).status_code == 403
    assert sign_in(team).post("/en/mails/again/", form).status_code == 302
    mail.refresh_from_db()
    assert mail.state == WAITING
    assert sign_in(team).post("/en/mails/again/", {"until": ""}).status_code == 422


def test_own_settings_lead_to_the_choices(member: Person, sign_in: SignIn) -> None:
    assert "/en/settings/notices/" in sign_in(member).get("/en/settings/").content.decode()


def test_notices_of_others_are_not_read(member: Person, stranger: Person, sign_in: SignIn) -> None:
    choose(member, "topics", "none")
    tell()
    client = sign_in(stranger)
    client.post("/en/notices/read/", {"once": fresh_key(), "until": now().isoformat()})
    assert unread_count(actor_of(member)) == 1
    assert unread_count(actor_of(stranger)) == 0


def test_the_teams_list_of_invitations_says_whom_no_mail_reaches(
    team: Person, member: Person, sign_in: SignIn, settings: Any
) -> None:
    from supportroom.kernel.ids import spell
    from tests.factories.invitations import invited_round

    round_ = invited_round([member])
    client, page = sign_in(team), f"/en/rounds/{spell(round_.pk)}/invitations/"
    assert "no mail reaches them" not in client.get(page).content.decode()
    refused(member)
    assert client.get(page).content.decode().count("no mail reaches them") == 1
    settings.MAIL_IS_ON = False
    assert "no mail reaches them" not in client.get(page).content.decode()


def test_what_says_the_same_several_times_in_a_row_stands_once_with_its_count(
    member: Person, sign_in: SignIn, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(minutes=1))
    for role in ("observer", "interpreter", "addressee"):
        give_role(actor=SYSTEM, person=member, role=role)
    tell()
    assert "(<bdi>3</bdi>)" in sign_in(member).get("/en/notices/").content.decode()


def test_what_the_office_is_always_told_of_stands_on_its_page_alone(
    office: Person, member: Person, sign_in: SignIn
) -> None:
    pages = [sign_in(person).get("/en/settings/notices/").content.decode() for person in (office, member)]
    assert ["office&#39;s review" in page or "office's review" in page for page in pages] == [True, False]
