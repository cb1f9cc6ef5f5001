"""Mails leave at least once under one Message-ID, whatever the mail server does; nothing is lost, nobody waits."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from supportroom.kernel.actors import SYSTEM
from supportroom.mailing.vocabulary import ADDRESS_REFUSED, NO_SERVER, PUT_OFF, SENDER_REFUSED
from supportroom.notices import sending
from supportroom.notices.models import AddressTrouble, Mail
from supportroom.notices.queries import unreachable
from supportroom.notices.telling import tell
from supportroom.notices.vocabulary import FAILED, SECURITY, SENT, WAITING
from supportroom.people.actions import give_role
from supportroom.people.models import Account, Person
from tests.factories.personas import make_person
from tests.factories.post_office import DROP, PostOffice

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail(clock: time_machine.Traveller, member: Person) -> Mail:
    """A mail that waits for the member: the team gave them a role."""
    give_role(actor=SYSTEM, person=member, role="observer")
    tell()
    return Mail.objects.get(person=member)


def test_a_mail_leaves_once_in_the_persons_language(mail: Mail, post_office: PostOffice) -> None:
    assert sending.send() == 1
    assert sending.send() == 0
    (arrived,) = post_office.mails
    assert arrived.to == (Account.objects.get(person=mail.person).email,)
    assert arrived.message_id == mail.message_id
    assert "/ar/" in arrived.message.get_content()
    mail.refresh_from_db()
    assert (mail.state, mail.lease, mail.tries) == (SENT, None, 0)


def test_the_server_is_greeted_by_the_senders_domain_and_not_by_the_name_of_this_machine(
    mail: Mail, post_office: PostOffice
) -> None:
    sending.send()
    assert post_office.greetings == ["example.org"]


def test_s40_many_mails_share_one_connection_and_each_has_one_recipient(
    clock: time_machine.Traveller, room: None, post_office: PostOffice
) -> None:
    for number in range(12):
        give_role(actor=SYSTEM, person=make_person(f"Somebody {number} Invented", "member"), role="observer")
    tell()
    assert sending.send() == 12
    assert len(post_office.greetings) == 1
    assert {len(mail.to) for mail in post_office.mails} == {1}
    assert set(post_office.message_ids.values()) == {1}


@pytest.mark.parametrize(
    ("where", "answer", "trouble"),
    [
        ("at_rcpt", "451 4.7.1 Greylisted, come again", PUT_OFF),
        ("at_rcpt", "421 4.3.2 Going away", PUT_OFF),
        ("at_rcpt", "554 5.7.1 Relay access denied", SENDER_REFUSED),
        ("at_data", "451 4.3.0 Later", PUT_OFF),
        ("at_data", "554 5.6.0 Not like this", PUT_OFF),
        ("at_data", DROP, NO_SERVER),
    ],
)
def test_a_mail_that_is_put_off_or_dropped_leaves_later_under_the_same_message_id(  # noqa: PLR0917
    where: str, answer: str, trouble: str, mail: Mail, post_office: PostOffice, clock: time_machine.Traveller
) -> None:
    getattr(post_office, where).append(answer)
    assert sending.send() == 0
    mail.refresh_from_db()
    assert (mail.state, mail.tries, mail.trouble, mail.lease) == (WAITING, 1, trouble, None)
    assert sending.send() == 0  # not at once
    clock.shift(61)
    assert sending.send() == 1
    assert set(post_office.message_ids) == {mail.message_id}
    assert not AddressTrouble.objects.exists()


def test_a_slow_server_is_not_waited_for_and_the_mail_leaves_later(
    mail: Mail, post_office: PostOffice, settings: Any, clock: time_machine.Traveller
) -> None:
    settings.EMAIL_TIMEOUT, post_office.slow_by = 0.2, 1.0
    assert sending.send() == 0
    settings.EMAIL_TIMEOUT, post_office.slow_by = 10, 0.0
    clock.shift(61)
    assert sending.send() == 1
    assert set(post_office.message_ids) == {mail.message_id}


def test_an_address_that_is_refused_for_good_is_given_up_and_both_sides_see_it(
    mail: Mail, post_office: PostOffice
) -> None:
    post_office.at_rcpt.append("550 5.1.1 No such mailbox")
    assert sending.send() == 0
    mail.refresh_from_db()
    assert (mail.state, mail.trouble) == (FAILED, ADDRESS_REFUSED)
    assert unreachable([mail.person_id]) == {mail.person_id}
    give_role(actor=SYSTEM, person=mail.person, role="interpreter")
    tell()
    assert not Mail.objects.filter(state=WAITING).exists()


def test_one_bad_address_does_not_keep_the_others_from_leaving(
    mail: Mail, team: Person, post_office: PostOffice
) -> None:
    give_role(actor=SYSTEM, person=team, role="observer")
    tell()
    post_office.at_rcpt.append("550 5.1.1 No such mailbox")
    assert sending.send() == Mail.objects.filter(state=SENT).count() > 0


def test_a_server_that_is_down_for_hours_loses_nothing_and_counts_no_tries(
    mail: Mail, post_office: PostOffice, clock: time_machine.Traveller
) -> None:
    post_office.close()
    for _hour in range(8):
        assert sending.send() == 0
        clock.shift(3600)
    mail.refresh_from_db()
    assert (mail.state, mail.tries, mail.trouble) == (WAITING, 0, NO_SERVER)
    post_office.open()
    assert sending.send() == 1


def test_after_48_hours_a_mail_is_given_up_and_the_team_can_let_it_be_tried_again(
    mail: Mail, post_office: PostOffice, clock: time_machine.Traveller
) -> None:
    from supportroom.kernel.clock import now
    from supportroom.notices.actions import try_again

    post_office.close()
    clock.shift(48 * 3600)
    sending.send()
    mail.refresh_from_db()
    assert (mail.state, mail.trouble) == (FAILED, NO_SERVER)
    post_office.open()
    try_again(actor=SYSTEM, until=now())
    assert sending.send() == 1
    assert set(post_office.message_ids) == {mail.message_id}


def test_a_mail_under_a_lease_is_left_alone_until_the_lease_runs_out(
    mail: Mail, post_office: PostOffice, clock: time_machine.Traveller
) -> None:
    from supportroom.notices.actions import send_mail

    send_mail(actor=SYSTEM, lease=17, take=10, outcomes=[])  # a worker that is killed right after
    assert sending.send() == 0
    clock.shift(timedelta(minutes=6))
    assert sending.send() == 1


def test_a_worker_that_is_told_to_stop_gives_back_what_it_had_taken(mail: Mail, post_office: PostOffice) -> None:
    asked = iter([False, True, True])
    assert sending.send(lambda: next(asked)) == 0
    mail.refresh_from_db()
    assert (mail.state, mail.lease, mail.tries) == (WAITING, None, 0)


def test_somebody_whose_account_is_gone_gets_no_mail_and_keeps_nobody_waiting(
    mail: Mail, post_office: PostOffice
) -> None:
    Account.objects.filter(person=mail.person).update(is_active=False)
    assert sending.send() == 0
    mail.refresh_from_db()
    assert mail.state == FAILED


def test_a_room_without_mail_queues_and_sends_none(
    member: Person, settings: Any, clock: time_machine.Traveller
) -> None:
    settings.MAIL_IS_ON = False
    give_role(actor=SYSTEM, person=member, role="observer")
    tell()
    assert sending.send() == 0
    assert not Mail.objects.exists()
    assert member.notices.filter(category=SECURITY).exists()


def test_a_worker_whose_lease_ran_out_cannot_put_back_what_another_has_taken_or_sent(
    mail: Mail, clock: time_machine.Traveller
) -> None:
    from supportroom.mailing.outcomes import LATER, REFUSED, Outcome
    from supportroom.mailing.outcomes import SENT as LEFT
    from supportroom.notices.actions import send_mail

    send_mail(actor=SYSTEM, lease=17, take=10, outcomes=[])
    clock.shift(timedelta(minutes=6))
    send_mail(actor=SYSTEM, lease=18, take=10, outcomes=[])
    for what in (LATER, REFUSED):
        send_mail(actor=SYSTEM, lease=19, take=0, outcomes=[Outcome(mail.pk, 17, what, PUT_OFF)])
        mail.refresh_from_db()
        assert (mail.state, mail.lease, mail.tries) == (WAITING, 18, 0)
    assert not AddressTrouble.objects.exists()
    send_mail(actor=SYSTEM, lease=20, take=0, outcomes=[Outcome(mail.pk, 17, LEFT)])  # it has left, whoever says so
    send_mail(actor=SYSTEM, lease=21, take=0, outcomes=[Outcome(mail.pk, 18, LATER, PUT_OFF)])
    send_mail(actor=SYSTEM, lease=22, take=0, outcomes=[Outcome(mail.pk, 18, LEFT)])
    mail.refresh_from_db()
    assert (mail.state, mail.lease, mail.tries) == (SENT, None, 0)


def test_a_mail_whose_person_is_gone_is_settled_without_a_word(mail: Mail) -> None:
    from supportroom.mailing.outcomes import SENT as LEFT
    from supportroom.mailing.outcomes import Outcome
    from supportroom.notices.actions import send_mail

    send_mail(actor=SYSTEM, lease=17, take=10, outcomes=[])
    pk = mail.pk
    Mail.objects.all().delete()
    send_mail(actor=SYSTEM, lease=18, take=0, outcomes=[Outcome(pk, 17, LEFT)])
    assert not Mail.objects.exists()
