"""A round is prepared from the call for topics to the answers; no mail of it names anybody or anything (S40)."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.apps import apps

from supportroom.invitations.actions import (
    accept,
    answer_question,
    ask_question,
    decline,
    propose_substitute,
    remind,
    send_invitations,
    write_letter,
)
from supportroom.invitations.models import Invitation
from supportroom.kernel.clock import now
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualField, multilingual
from supportroom.notices import digests, sending
from supportroom.notices.models import Mail, Notice
from supportroom.notices.telling import tell
from supportroom.notices.vocabulary import GROUPS, INVITATIONS, NEEDED, PAPERS, REVIEWS, TEAM_WORK
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.selection.actions import add_listings, confirm_list, open_registration
from supportroom.selection.queries import list_of
from supportroom.topics.actions import propose_topic, remark
from tests.factories.groups import a_group_at_work, holders
from tests.factories.personas import actor_of
from tests.factories.post_office import PostOffice
from tests.factories.press import a_finished_paper, offered, published_paper
from tests.factories.programme import agenda_topic, published, speaks_about
from tests.factories.rounds import make_round, make_session, words
from tests.factories.workroom import a_meeting, a_task, a_thread, posted

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
DAY = timedelta(days=1)


def everything_named() -> set[str]:
    """Give every name, title and text that the room holds, and the ids of things as addresses write them."""
    said: set[str] = set()
    for model in apps.get_models():
        if not model.__module__.startswith("supportroom."):
            continue
        fields = [field.name for field in model._meta.fields if isinstance(field, MultilingualField)]
        for row in model._default_manager.all():
            said |= {text for name in fields for text in getattr(row, name).texts.values() if text}
            said |= {row.name} if isinstance(row, Person) else set()
            said |= {spell(row.pk)} if isinstance(row.pk, int) and row.pk > 2**58 else set()
    return {text for text in said if len(text) > 3}


def prepared(team: Person, people: list[Person], contact: Person) -> Round:
    """Prepare a round to the point where invitations go out."""
    acts = actor_of(team)
    june = make_round(starts_on=date(2026, 7, 20), ends_on=date(2026, 7, 22), running=False, others=0)
    topic = agenda_topic(june, "Canary topic", points=["Canary discussion point"], contact=contact)
    propose_topic(actor=actor_of(people[0]), round=june, title=words("Canary proposal"), why=words("Canary why"))
    remark(actor=actor_of(people[1]), topic=topic, text=words("Canary remark"))
    session = make_session(june, starts_at=now() + 50 * DAY, title=words("Canary session"), place=words("Canary hall"))
    speaks_about(session, topic)
    published(june, "Canary note")
    open_registration(actor=acts, round=june, opens_at=now(), closes_at=now() + DAY, criteria=words("Canary criteria"))
    add_listings(actor=acts, draft_list=list_of(june), persons=people)
    confirm_list(actor=acts, draft_list=list_of(june))
    june.refresh_from_db()
    text = multilingual("ar", ar="نص كناري للدعوة", en="Canary letter")
    write_letter(actor=acts, round=june, text=text, answer_by=now() + 10 * DAY)
    send_invitations(actor=acts, round=june)
    return june


def answered(june: Round, people: list[Person], team: Person) -> None:
    """Let those invited answer, each in another way, and ask."""
    first, second, third = (Invitation.objects.get(round=june, person=person) for person in people)
    topic = june.topics.exclude(contact=None).get()
    question = ask_question(actor=actor_of(people[0]), invitation=first, topic=topic, text=words("Canary question"))
    answer_question(actor=actor_of(team), question=question, answer=words("Canary answer"))
    remind(actor=actor_of(team), invitation=second)
    accept(actor=actor_of(people[0]), invitation=first, support=[("visa", "Canary need")])
    decline(actor=actor_of(people[1]), invitation=second, reason=words("Canary reason"))
    propose_substitute(actor=actor_of(people[2]), invitation=third, name="Canary Substitute-Invented")


def test_s40_no_mail_of_a_whole_preparation_names_anybody_or_anything(  # noqa: PLR0917
    clock: time_machine.Traveller, team: Person, member: Person, shielded_member: Person, stranger: Person,
    facilitator: Person, post_office: PostOffice,
) -> None:  # fmt: skip
    people = [member, shielded_member, stranger]
    june = prepared(team, people, facilitator)
    tell()
    sending.send()
    answered(june, people, team)
    tell()
    sending.send()
    for _day in range(8):  # a week of digests
        clock.shift(DAY)
        tell()
        digests.queue()
        sending.send()
    assert not Mail.objects.exclude(state="sent").exists()
    assert len(post_office.mails) == Mail.objects.count() >= 12
    assert Notice.objects.filter(person=facilitator, kind="invitations.asked_you", category=INVITATIONS).exists()
    assert Notice.objects.filter(person=team, category=TEAM_WORK).count() >= 3
    secrets = everything_named()
    assert {"Canary session", "Canary letter", "Canary question", member.name} <= secrets
    for mail in post_office.mails:
        assert len(mail.to) == 1
        assert [secret for secret in secrets if secret in mail.words] == []
        assert "Invented" not in mail.words
        assert "anary" not in mail.words


def test_s40_no_mail_of_a_whole_paper_names_anybody_or_anything(  # noqa: PLR0917
    clock: time_machine.Traveller, team: Person, member: Person, facilitator: Person, office: Person, settings: Any,
    post_office: PostOffice,
) -> None:  # fmt: skip
    settings.REPLY_ADDRESS = "room@example.org"
    group = a_group_at_work(facilitator, title="Canary group")
    second = holders(group)[1]
    posted(a_thread(group, "Canary thread"), second, "Canary post", mentions=[facilitator])
    a_task(group, "Canary task", whose=facilitator)
    a_meeting(group, title="Canary meeting")
    tell()
    sending.send()
    paper = a_finished_paper(clock, office)
    offered(paper, member, "Canary quotation", actor=actor_of(team))
    published_paper(paper, team)
    for _day in range(8):
        tell()
        digests.queue()
        sending.send()
        clock.shift(DAY)
    assert not Mail.objects.exclude(state="sent").exists()
    kinds = {kind for mail in Mail.objects.all() for kind in mail.kinds}
    assert {NEEDED, GROUPS, PAPERS, REVIEWS, TEAM_WORK} <= kinds
    secrets = everything_named()
    assert {"Canary group", "Canary meeting", "Canary quotation", member.name} <= secrets
    for mail in post_office.mails:
        assert len(mail.to) == 1
        assert [secret for secret in secrets if secret in mail.words] == []
        assert "Invented" not in mail.words
        assert "anary" not in mail.words


def test_s40_the_rooms_name_stands_in_no_mail(
    clock: time_machine.Traveller, member: Person, post_office: PostOffice
) -> None:
    make_round(people=[member], others=0)
    tell()
    sending.send()
    assert post_office.mails
    for mail in post_office.mails:
        assert "trial room" not in mail.words
        assert "غرفة" not in mail.words
