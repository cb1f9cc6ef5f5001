"""Mail to an address leaves under one Message-ID, whatever the server does, and is forgotten afterwards."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils.translation import get_language

from supportroom.journal.door import action, record
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.permissions import may, permission, permission_names
from supportroom.mailing import actions, words
from supportroom.mailing.lifecycle import ENVELOPE
from supportroom.mailing.models import Envelope
from supportroom.mailing.putting import put_in
from supportroom.mailing.sending import send
from supportroom.mailing.vocabulary import ADDRESS_REFUSED, FAILED, NO_SERVER, SENT, WAITING
from supportroom.mailing.words import Words, words_of
from supportroom.people.models import Person
from tests.factories.personas import actor_of
from tests.factories.post_office import DROP, PostOffice
from tests.factories.trial import forget_action, registers_kept

pytestmark = pytest.mark.django_db
ADDRESS = "desk@addressee.example"


@pytest.fixture(autouse=True)
def written() -> Iterator[None]:
    """Envelopes of the kind `trial` say what they are about, those about `nothing` need not leave any more."""
    kept = dict(words._writers)
    words_of("trial", lambda envelope: None if envelope.thing == "nothing" else _words(envelope))
    yield
    words._writers.clear()
    words._writers.update(kept)


def _words(envelope: Envelope) -> Words:
    return Words(
        "Something waits", f"In {get_language()}:\nhttps://room.example/{envelope.secret}/", {"X-Kind": "trial"}
    )


def put(thing: str = "trial.thing:1", language: str = "en", **given: Any) -> Envelope:
    with registers_kept():

        @permission("trial.put")
        def anybody(actor: Actor, thing: Any) -> bool:
            return True

        @action("trial.put", on="thing")
        def act(*, actor: Actor, thing: str) -> None:
            put_in("trial", thing, ADDRESS, language, secret="s3cret", **given)
            record(thing, actor=actor)

        act(actor=SYSTEM, thing=thing)
        forget_action("trial.put")
    return Envelope.objects.get(thing=thing)


def test_it_leaves_once_in_its_language_and_the_address_and_the_secret_are_forgotten(
    clock: time_machine.Traveller, post_office: PostOffice
) -> None:
    envelope = put(language="ar")
    assert [send(), send()] == [1, 0]
    (arrived,) = post_office.mails
    assert (arrived.to, arrived.message_id) == ((ADDRESS,), envelope.message_id)
    assert arrived.message["X-Kind"] == "trial"
    assert arrived.message.get_content().splitlines() == [
        "\N{RIGHT-TO-LEFT MARK}In ar:",
        "https://room.example/s3cret/",
    ]
    envelope.refresh_from_db()
    assert (envelope.state, envelope.address, envelope.secret, envelope.lease) == (SENT, "", "", None)


def test_it_waits_for_its_time(clock: time_machine.Traveller, post_office: PostOffice) -> None:
    from supportroom.kernel.clock import now

    put(due_at=now() + timedelta(hours=1))
    assert send() == 0
    clock.shift(timedelta(hours=1))
    assert send() == 1


def test_a_server_that_is_away_or_drops_the_line_loses_nothing(
    clock: time_machine.Traveller, post_office: PostOffice
) -> None:
    envelope = put()
    post_office.close()
    assert send() == 0
    envelope.refresh_from_db()
    assert (envelope.state, envelope.trouble, envelope.address) == (WAITING, NO_SERVER, ADDRESS)
    post_office.open()
    post_office.at_data = [DROP]
    clock.shift(timedelta(minutes=2))
    assert send() == 0
    clock.shift(timedelta(minutes=5))
    assert send() == 1
    assert post_office.message_ids == {envelope.message_id: 2}


def test_an_address_that_is_refused_for_good_is_given_up_and_forgotten(
    clock: time_machine.Traveller, post_office: PostOffice
) -> None:
    envelope = put()
    post_office.at_rcpt = ["550 5.1.1 Nobody here"]
    send()
    envelope.refresh_from_db()
    assert (envelope.state, envelope.trouble, envelope.address, envelope.secret) == (FAILED, ADDRESS_REFUSED, "", "")


def test_what_need_not_leave_any_more_is_not_sent(clock: time_machine.Traveller, post_office: PostOffice) -> None:
    envelope = put("nothing")
    assert send() == 0
    envelope.refresh_from_db()
    assert (envelope.state, envelope.address, post_office.mails) == (FAILED, "", [])


def test_after_two_days_it_is_given_up_and_the_team_can_let_it_be_tried_again(
    clock: time_machine.Traveller, post_office: PostOffice, team: Person
) -> None:
    envelope = put()
    post_office.close()
    clock.shift(timedelta(hours=48))
    send()
    envelope.refresh_from_db()
    assert (envelope.state, envelope.address) == (FAILED, ADDRESS)
    post_office.open()
    actions.try_envelopes_again(actor=actor_of(team), until=envelope.settled_at)
    assert send() == 1


def test_what_is_settled_is_forgotten_after_a_week(clock: time_machine.Traveller, post_office: PostOffice) -> None:
    put()
    send()
    clock.shift(timedelta(days=6))
    send()
    assert Envelope.objects.exists()
    clock.shift(timedelta(days=2))
    send()
    assert not Envelope.objects.exists()


def test_two_workers_do_not_take_the_same_envelope(clock: time_machine.Traveller) -> None:
    put()
    actions.send_envelopes(actor=SYSTEM, lease=1, take=10, outcomes=[])
    actions.send_envelopes(actor=SYSTEM, lease=2, take=10, outcomes=[])
    assert list(Envelope.objects.values_list("lease", flat=True)) == [1]


def test_nobody_but_the_clock_sends_and_the_team_alone_lets_it_try_again(team: Person, member: Person) -> None:
    names = {name for name in permission_names() if name.startswith("mailing.")}
    assert {name for name in names if may(actor_of(team), name)} == {"mailing.try_envelopes_again"}
    assert not any(may(actor_of(member), name) for name in names)
    assert {step.permission for step in ENVELOPE.steps} < names | {"mailing.forget_envelopes"}
