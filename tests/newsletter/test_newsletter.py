"""The newsletter: confirmed twice, left by one click, and nobody learns who gets it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from supportroom.kernel.actors import VISITOR
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import multilingual
from supportroom.kernel.permissions import may, permission_names
from supportroom.mailing.models import Envelope
from supportroom.mailing.sending import send
from supportroom.newsletter import actions
from supportroom.newsletter.forgetting import forget
from supportroom.newsletter.links import leaver_behind, leaving_token
from supportroom.newsletter.models import NewsletterIssue, Subscriber
from supportroom.newsletter.vocabulary import CONFIRMED, MOST_PENDING, PENDING, SENT
from supportroom.people.models import Person
from supportroom.people.tokens import digest_of, new_token
from tests.factories.personas import actor_of
from tests.factories.post_office import PostOffice

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]
SINCE = date(2026, 5, 1)
ADDRESS = "somebody@reader.example"
TITLE = multilingual("en", en="What is new", ar="ما الجديد")
WORDS = multilingual("en", en="Much is new.", ar="الكثير جديد.")


def asks(client: Client, address: str = ADDRESS, language: str = "en") -> Any:
    return client.post("/en/newsletter/", {"address": address, "language": language, "once": new_token()})


def confirmed(address: str = ADDRESS, language: str = "en") -> Subscriber:
    token = new_token()
    actions.subscribe(actor=VISITOR, address=address, language=language, token=token)
    subscriber = Subscriber.objects.get(digest=digest_of(token))
    actions.confirm(actor=VISITOR, subscriber=subscriber)
    Envelope.objects.filter(kind="newsletter.confirm").update(state=SENT)
    return subscriber


def issue(team: Person, **given: Any) -> NewsletterIssue:
    fields = {"title": TITLE, "introduction": WORDS, "since": SINCE} | given
    return actions.write_issue(actor=actor_of(team), **fields)


def links_in(words: str) -> list[str]:
    return re.findall(r"https?://[^/]+(/[^\s>]+)", words)


@pytest.mark.usefixtures("clock", "room")
def test_who_asks_gets_one_mail_and_is_on_the_list_once_they_press_the_button(
    client: Client, post_office: PostOffice
) -> None:
    assert asks(client).status_code == 200
    assert send() == 1
    (arrived,) = post_office.mails
    (link,) = links_in(arrived.message.get_content())
    assert arrived.to == (ADDRESS,)
    assert client.get(link).status_code == 200
    assert Subscriber.objects.get().state == PENDING
    assert client.post(link).status_code == 200
    assert (Subscriber.objects.get().state, Subscriber.objects.get().digest) == (CONFIRMED, "")
    assert client.post(link).status_code == 422


@pytest.mark.usefixtures("clock", "room")
def test_the_page_says_the_same_to_who_is_on_the_list_and_sends_them_nothing(client: Client) -> None:
    unknown = asks(client, "else@reader.example").content
    confirmed()
    before = Envelope.objects.count()
    known = asks(client, ADDRESS.upper()).content
    assert known == unknown
    assert (Envelope.objects.count(), Subscriber.objects.count()) == (before, 2)


def test_an_address_is_asked_once_a_day_and_the_newest_link_alone_confirms(
    clock: time_machine.Traveller, room: None, client: Client
) -> None:
    tokens = [new_token() for _ in range(3)]
    actions.subscribe(actor=VISITOR, address=ADDRESS, language="ar", token=tokens[0])
    actions.subscribe(actor=VISITOR, address=ADDRESS, language="ar", token=tokens[1])
    clock.shift(timedelta(days=1))
    actions.subscribe(actor=VISITOR, address=ADDRESS, language="ar", token=tokens[2])
    assert [each.secret for each in Envelope.objects.order_by("written_at")] == [tokens[0], tokens[2]]
    assert [client.get(f"/ar/newsletter/confirm/{token}/").status_code for token in tokens] == [422, 422, 200]


@pytest.mark.usefixtures("clock", "room")
def test_a_flood_of_addresses_is_stopped_with_a_clear_word_and_what_was_typed_stays(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "MOST_PENDING", 2)
    assert MOST_PENDING > 2
    for number in range(2):
        asks(client, f"number{number}@reader.example")
    answer = asks(client, "one.more@reader.example")
    assert answer.status_code == 422
    assert "one.more@reader.example" in answer.content.decode()
    assert "come back tomorrow" in answer.content.decode()
    assert asks(client, "no address").status_code == 422


def test_an_address_that_nobody_confirms_is_forgotten_after_three_days(
    clock: time_machine.Traveller, room: None
) -> None:
    actions.subscribe(actor=VISITOR, address=ADDRESS, language="ar", token=new_token())
    confirmed("else@reader.example")
    clock.shift(timedelta(days=3))
    forget()
    assert Subscriber.objects.count() == 2
    clock.shift(timedelta(days=1))
    forget()
    assert [each.address for each in Subscriber.objects.all()] == ["else@reader.example"]


@pytest.mark.usefixtures("clock", "room")
def test_one_leaves_by_a_button_or_by_the_mail_programs_own_click_and_the_address_is_gone(client: Client) -> None:
    for way in ({}, {"List-Unsubscribe": "One-Click"}):
        subscriber = confirmed()
        address = f"/en/newsletter/leave/{leaving_token(subscriber.pk)}/"
        strict = Client(enforce_csrf_checks=True)
        assert strict.get(address).status_code == 200
        assert Subscriber.objects.exists()
        assert strict.post(address, way).status_code == 200
        assert not Subscriber.objects.exists()
        assert strict.post(address, way).status_code == 200
    assert b"erased" in client.get("/en/newsletter/leave/a-link-that-nobody-was-given/").content


@pytest.mark.usefixtures("clock", "room")
def test_a_link_to_leave_is_ones_own() -> None:
    mine, theirs = confirmed(), confirmed("else@reader.example")
    token = leaving_token(mine.pk)
    assert leaver_behind(token) == mine
    spelled, signature = leaving_token(theirs.pk).split("-")[0], token.split("-")[1]
    assert leaver_behind(f"{spelled}-{signature}") is None
    assert leaver_behind(token[:-1]) is None
    assert leaver_behind("-") is None


@pytest.mark.usefixtures("clock", "room")
def test_an_issue_goes_to_each_in_their_language_with_a_link_of_their_own(
    team: Person, post_office: PostOffice
) -> None:
    readers = [confirmed("a@reader.example", "ar"), confirmed("e@reader.example", "en")]
    actions.subscribe(actor=VISITOR, address="pending@reader.example", language="en", token=new_token())
    Envelope.objects.filter(kind="newsletter.confirm").update(state=SENT)
    sent = actions.send_issue(actor=actor_of(team), issue=issue(team))
    assert (sent.state, sent.sent_to) == (SENT, 2)
    assert send() == 2
    by_address = {mail.to[0]: mail.message for mail in post_office.mails}
    assert {address: mail["Subject"] for address, mail in by_address.items()} == {
        "a@reader.example": "ما الجديد", "e@reader.example": "What is new",
    }  # fmt: skip
    for reader in readers:
        mail = by_address[reader.address]
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert leaving_token(reader.pk) in mail["List-Unsubscribe"]
        assert mail.get_content_type() == "text/plain"
        assert WORDS.said_in(reader.language).text in mail.get_content()
        assert {link.split("/")[3] for link in links_in(mail.get_content())} <= {"leave", ""}


@pytest.mark.usefixtures("clock", "room")
def test_an_issue_is_sent_once_and_stays_as_it_was_sent(team: Person) -> None:
    confirmed()
    made = issue(team)
    with pytest.raises(Stale):
        actions.amend_issue(
            actor=actor_of(team), issue=made, title=TITLE, introduction=WORDS, since=made.since, seen=made.version + 1
        )
    actions.send_issue(actor=actor_of(team), issue=made)
    for again in (
        lambda: actions.send_issue(actor=actor_of(team), issue=made),
        lambda: actions.amend_issue(actor=actor_of(team), issue=made, title=TITLE, introduction=WORDS, since=SINCE),
    ):
        with pytest.raises(DomainError, match=r"kernel\.not_now"):
            again()
    assert Envelope.objects.filter(kind="newsletter.issue").count() == 1


@pytest.mark.usefixtures("clock", "room")
def test_an_empty_issue_and_one_without_a_title_in_a_language_are_refused(team: Person) -> None:
    empty = issue(team, introduction=multilingual("en"))
    with pytest.raises(DomainError, match=r"newsletter\.empty"):
        actions.send_issue(actor=actor_of(team), issue=empty)
    with pytest.raises(DomainError, match=r"newsletter\.language_missing"):
        actions.send_issue(actor=actor_of(team), issue=issue(team, title=multilingual("en", en="Only English")))


@pytest.mark.usefixtures("clock", "room")
def test_the_team_alone_writes_and_nobody_sees_an_address(
    team: Person, member: Person, office: Person, sign_in: SignIn
) -> None:
    confirmed()
    made = issue(team)
    public = {"newsletter.subscribe", "newsletter.confirm", "newsletter.leave"}
    names = {name for name in permission_names() if name.startswith("newsletter.")}
    for person in (member, office):
        assert {name for name in names if may(actor_of(person), name, made)} == public
    assert {name for name in names if may(actor_of(team), name, made)} == names - {"newsletter.forget_pending"}
    with pytest.raises(Denied):
        actions.send_issue(actor=actor_of(member), issue=made)
    for address in ("/ar/newsletter/issues/", f"/en/newsletter/issues/{made.pk}/"):
        assert sign_in(member).get(address).status_code in (403, 404)


@pytest.mark.usefixtures("clock", "room")
def test_the_teams_pages_write_amend_and_send(team: Person, sign_in: SignIn) -> None:
    confirmed()
    client = sign_in(team)
    typed = {"title_en": "News", "title_ar": "أخبار", "introduction_en": "Hello", "since": "2026-05-01"}
    assert client.post("/en/newsletter/issues/", typed | {"once": new_token()}).status_code == 302
    made = NewsletterIssue.objects.get()
    page = f"/ar/newsletter/issues/{spell(made.pk)}/"
    assert client.post(page, typed | {"title_en": "Other", "once": new_token()}).status_code == 302
    for language in ("ar", "en"):
        shown = client.get(page.replace("/ar/", f"/{language}/")).content.decode()
        assert ADDRESS not in shown
    assert "Other" in shown
    assert client.post(f"{page}send/", {"once": new_token()}).status_code == 302
    assert client.post(f"{page}send/", {"once": new_token()}).status_code == 422
    assert ADDRESS not in client.get("/en/newsletter/issues/").content.decode()
