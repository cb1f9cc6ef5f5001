"""Forms that no page of ours would send: ids of others, fields nobody asked for, values without sense (S10, S11)."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.journal.models import Entry, Receipt
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import random_id, spell, unspell
from supportroom.kernel.once import keyed
from supportroom.people.by_name import exactly_called
from supportroom.people.models import Account, Person
from supportroom.points.actions import confirm_outcome, import_points, raise_point
from supportroom.points.models import Check, Point, Position
from supportroom.rounds.actions import import_participants, remove_group, remove_session
from supportroom.rounds.models import Group, Participant, Round, Session
from supportroom.statements.actions import start_statement
from supportroom.statements.models import Spokesperson, Statement
from supportroom.web.middleware import SAFE_HEADERS
from tests.architecture.conftest import signed_in
from tests.factories.personas import actor_of
from tests.factories.points import answered, asked, closed, leader, only_item, raised
from tests.factories.rounds import first_group, make_round, make_session, open_a_session, pillar_of, words
from tests.factories.statements import delivered, held_meeting, new_session, started, written

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
ENDLESS = "9" * 5000
NO_IDS = ["", "0", "z" * 13, "z" * 40, "i" * 12, "\x00", ENDLESS, "٣" * 12, "../" * 4]


def to(name: str, *parts: Any) -> str:
    with override("en"):
        return reverse(name, args=parts)


def of(person: Person) -> Client:
    return signed_in(Account.objects.get(person=person))


@pytest.fixture
def session(facilitator: Person, rapporteur: Person, member: Person, shielded_member: Person) -> Session:
    return open_a_session(facilitator, rapporteur, people=[member, shielded_member], others=3)


@pytest.fixture
def elsewhere(session: Session, stranger: Person, team: Person) -> Session:
    """Another round with a session that somebody else leads."""
    return open_a_session(stranger, team, people=[], others=2)


# --- ids of other things


def test_s10_points_of_another_round_are_not_merged_moved_focused_or_asked_about(
    session: Session, elsewhere: Session, facilitator: Person
) -> None:
    own, other, foreign = raised(session), raised(session, text="Schools"), raised(elsewhere, text="Foreign words")
    client, place = of(facilitator), to("points:board", session.pk)
    both = [spell(own.pk), spell(foreign.pk)]
    answers = [
        client.post(f"{place}merge/", {"point": both, "into": str(own.pk)}),
        client.post(f"{place}merge/", {"point": [spell(own.pk), spell(other.pk)], "into": str(foreign.pk)}),
        client.post(f"{place}checks/", {"point": [spell(foreign.pk)]}),
        client.post(to("points:point_move", own.pk), {"pillar": str(foreign.pillar_id)}),
        client.post(to("points:point_move", own.pk), {"pillar": str(own.pillar_id), "before": str(foreign.pk)}),
        client.post(to("points:point_move", foreign.pk), {"pillar": str(own.pillar_id)}),
        client.post(to("points:point_step", foreign.pk), {"verb": "withdraw"}),
        client.post(f"{place}points/", {"text": "x", "language": "en", "pillar": str(foreign.pillar_id)}),
    ]
    assert [answer.status_code for answer in answers] == [422, 422, 422, 422, 422, 404, 404, 422]
    assert b"Foreign words" not in b"".join(answer.content for answer in answers)
    client.post(f"{place}focus/", {"point": spell(foreign.pk)})
    session.refresh_from_db()
    assert session.board.focus_id != foreign.pk
    assert set(Point.objects.values_list("state", flat=True)) == {"raised"}


def test_a_check_of_another_session_is_neither_answered_nor_closed_nor_confirmed(
    session: Session, elsewhere: Session, facilitator: Person, member: Person
) -> None:
    foreign = asked(elsewhere)
    item = spell(only_item(foreign).pk)
    place = to("points:board", session.pk)
    forms = [
        (member, "answers/", {"check": spell(foreign.pk), f"choice-{item}": "support"}),
        (facilitator, "checks/close/", {"check": spell(foreign.pk)}),
        (facilitator, "outcomes/", {"all": spell(foreign.pk)}),
        (facilitator, "outcomes/", {"outcome": f"{item}:agreed"}),
    ]
    assert [of(who).post(place + where, form).status_code for who, where, form in forms] == [404] * 4
    assert Check.objects.get().state == "open"
    assert not Position.objects.exists()


def test_an_item_of_a_check_that_is_over_cannot_be_slipped_into_the_open_one(session: Session, member: Person) -> None:

    past = closed(answered(asked(session)))
    confirm_outcome(actor=leader(session), item=only_item(past), outcome="agreed")
    present = asked(session, raised(session, text="Schools"))
    form = {
        "check": spell(present.pk),
        f"choice-{spell(only_item(past).pk)}": "cannot_accept",
        f"reason-{spell(only_item(past).pk)}": "late",
    }
    assert of(member).post(f"{to('points:board', session.pk)}answers/", form).status_code == 422
    assert not Position.objects.exists()


def test_s10_things_of_another_round_cannot_be_named_in_the_forms_of_rounds_and_statements(
    session: Session, elsewhere: Session, team: Person, member: Person, stranger: Person
) -> None:
    statement = started(held_meeting(member))
    adopted = delivered(held_meeting())
    paragraph = adopted.text.paragraphs.first()
    foreign_group, foreign_point = first_group(elsewhere.round), raised(elsewhere)
    participant = Participant.objects.filter(round=session.round).first()
    assert foreign_group
    assert paragraph
    assert participant
    lead, own = of(team), of(member)
    tries = [
        lead.post(to("rounds:participant_edit", participant.pk), {"group": str(foreign_group.pk), "gender": "woman"}),
        lead.post(to("rounds:participant_add", session.round_id), {"name": "X", "group": str(foreign_group.pk)}),
        own.post(to("statements:item_pick", statement.pk), {"points": [str(foreign_point.pk)]}),
        own.post(to("statements:spokesperson_add", statement.pk), {"person": str(stranger.pk)}),
        own.post(to("statements:statement_deliver", statement.pk), {"session": str(elsewhere.pk)}),
        own.post(to("statements:item_edit", statement.pk, paragraph.pk), {"seen": "1", "text_en": "x"}),
        own.post(to("statements:item_remove", statement.pk, paragraph.pk)),
        own.post(to("statements:statement_ask", statement.pk, elsewhere.pk)),
    ]
    assert [answer.status_code for answer in tries] == [422, 422, 422, 422, 422, 404, 404, 404]
    assert not Spokesperson.objects.exists()
    assert not adopted.text.paragraphs.filter(removed=True).exists()


def test_a_list_sealed_for_one_round_is_not_kept_in_another(session: Session, elsewhere: Session, team: Person) -> None:
    lead = of(team)
    file = SimpleUploadedFile("list.csv", b"Name\nRana New-Invented\n")
    page = lead.post(to("rounds:participant_import", session.round_id), {"file": file}).content.decode()
    parcel = page.partition('name="parcel" value="')[2].partition('"')[0]
    assert parcel
    answer = lead.post(to("rounds:participant_import", elsewhere.round_id), {"parcel": parcel})
    assert answer.status_code == 422
    changed = lead.post(to("rounds:participant_import", session.round_id), {"parcel": parcel[:-2] + "xx"})
    assert changed.status_code == 422
    assert exactly_called("Rana New-Invented") == []


@pytest.mark.parametrize("word", NO_IDS)
def test_what_is_no_id_is_answered_like_an_absent_one(word: str, session: Session, facilitator: Person) -> None:
    check = asked(session)
    client, place = of(facilitator), to("points:board", session.pk)
    for where, form in {
        "checks/close/": {"check": word},
        "answers/": {"check": word},
        "outcomes/": {"all": word},
        "merge/": {"point": [word, word]},
    }.items():
        assert client.post(place + where, form).status_code == 404, where
    assert client.post(f"{place}outcomes/", {"outcome": f"{word}:agreed"}).status_code == 404
    check.refresh_from_db()
    assert check.state == "open"


def test_an_id_has_twelve_letters_and_reads_back() -> None:
    number = random_id()
    assert unspell(spell(number)) == number
    for word in NO_IDS:
        with pytest.raises(ValueError, match=r"twelve letters|substring"):
            unspell(word)


# --- fields nobody asked for


def test_s11_fields_that_a_form_does_not_have_change_nothing(session: Session, member: Person, team: Person) -> None:
    client = of(member)
    extra = {"handle": "a" * 64, "state": "agreed", "number": "99", "version": "7", "raised_in": "1", "actor": "system"}
    form = {"text": "Clinics", "language": "en", "pillar": str(pillar_of(session.round).pk), **extra}
    assert client.post(f"{to('points:board', session.pk)}points/", form).status_code == 302
    point = Point.objects.get()
    assert (point.state, point.number, point.version, point.raised_in_id) == ("raised", 1, 1, session.pk)
    assert point.handle not in ("", "a" * 64)
    own = {"language": "en", "time_zone": "UTC", "roles": "team", "name": "Somebody Else", "person": str(team.pk)}
    client.post(to("people:own_settings"), own)
    member.refresh_from_db()
    assert (member.roles, member.time_zone) == (["member"], "UTC")
    assert member.name != "Somebody Else"


@pytest.mark.parametrize("seen", ["", "-1", "0", "999999999", ENDLESS, "two", "٢", "1.0", "\x00"])
def test_no_version_that_is_made_up_overwrites_what_somebody_else_wrote(
    seen: str, session: Session, facilitator: Person, rapporteur: Person
) -> None:
    point = raised(session)
    form = {"language": "en", "seen": "1"}
    assert of(rapporteur).post(to("points:words_write", point.pk), {**form, "text": "Theirs"}).status_code == 302
    answer = of(facilitator).post(to("points:words_write", point.pk), {**form, "text": "Mine", "seen": seen})
    assert answer.status_code in (302, 409)
    versions = [str(version.content) for version in point.versions.all()]
    point.refresh_from_db()
    assert "Theirs" in [*versions, str(point.content)], "nothing is lost, whatever was sent"
    if answer.status_code == 409:
        assert b"Mine" in answer.content
        assert b"Theirs" in answer.content


# --- the form's key


def test_the_same_words_with_the_same_key_by_two_people_are_two_points(
    session: Session, member: Person, shielded_member: Person
) -> None:
    form = {"text": "Clinics", "language": "en", "pillar": str(pillar_of(session.round).pk), "once": "the same key"}
    for person in (member, shielded_member, member):
        assert of(person).post(f"{to('points:board', session.pk)}points/", form).status_code == 302
    assert Point.objects.count() == 2
    assert Point.objects.values("handle").distinct().count() == 2


def test_the_same_answer_with_the_same_key_by_two_people_counts_twice(
    session: Session, member: Person, shielded_member: Person
) -> None:
    check = asked(session)
    form = {"check": spell(check.pk), f"choice-{spell(only_item(check).pk)}": "support", "once": "k"}
    for person in (member, shielded_member, member):
        assert of(person).post(f"{to('points:board', session.pk)}answers/", form).status_code == 302
    assert Position.objects.count() == 2


def test_nobody_gets_an_answer_by_the_key_of_somebody_who_may(
    session: Session, member: Person, stranger: Person
) -> None:
    given: dict[str, Any] = {
        "session": session,
        "pillar": pillar_of(session.round),
        "language": "en",
        "text": "Clinics",
    }
    with keyed("known to both"):
        raise_point(actor=actor_of(member), **given)
        with pytest.raises(DomainError):
            raise_point(actor=actor_of(stranger), **given)


def test_a_receipt_holds_nothing_by_which_its_sender_could_be_tried(session: Session, member: Person) -> None:
    form = {"text": "Clinics", "language": "en", "pillar": str(pillar_of(session.round).pk), "once": "key" * 40_000}
    of(member).post(f"{to('points:board', session.pk)}points/", form)
    receipt = Receipt.objects.get(answer__startswith="points.point")
    assert len(receipt.key) == 64
    assert not Entry.objects.filter(facts__icontains="keykey").exists()


# --- what is taken out


def test_a_planned_session_into_which_points_were_brought_is_not_taken_out(session: Session, team: Person) -> None:
    planned = make_session(session.round, starts_at=session.starts_at.replace(day=4))

    import_points(actor=actor_of(team), session=planned, rows=[(pillar_of(session.round).pk, "en", "A point")])
    answer = of(team).post(to("rounds:session_remove", planned.pk))
    assert answer.status_code == 422
    assert Point.objects.filter(raised_in=planned).exists()
    with pytest.raises(DomainError):
        remove_session(actor=actor_of(team), session=planned)


def test_a_group_that_wrote_a_statement_is_not_taken_out(room: Any, team: Person) -> None:
    round_ = make_round(groups=2)
    second = Group.objects.filter(round=round_).last()
    start_statement(actor=actor_of(team), round=round_, group=second, title=words("T"), addressee=words("A"))
    assert second
    with pytest.raises(DomainError):
        remove_group(actor=SYSTEM, group=second)
    assert Statement.objects.count() == 1


# --- requests that make no sense


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("application/x-www-form-urlencoded", b"a=" + b"x" * (7 << 20), 413),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % n for n in range(20_500)), 413),
        ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="x"', 403),
        ("multipart/form-data; boundary=" + "b" * 300, b"x", 400),
        ("multipart/form-data", b"x", 400),
    ],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_s35_a_request_that_cannot_be_read_gets_a_kind_page(
    content_type: str, body: bytes, status: int, language: str, member: Person
) -> None:
    client = signed_in(Account.objects.get(person=member), enforce_csrf_checks=True)
    answer = client.post(f"/{language}/settings/", body, content_type=content_type)
    assert answer.status_code == status
    assert f'lang="{language}"' in answer.content.decode()
    assert all(answer.headers[name] == value for name, value in SAFE_HEADERS.items())


def test_a_button_that_is_no_button_says_so(session: Session, member: Person) -> None:
    answer = of(member).get(f"{to('points:board', session.pk)}points/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "buttons" in answer.content.decode()


def test_a_very_long_text_comes_back_with_the_reason(session: Session, member: Person) -> None:
    form = {"text": "ع" * 1_000_000, "language": "ar", "pillar": str(pillar_of(session.round).pk)}
    answer = of(member).post(f"{to('points:board', session.pk)}points/", form)
    assert answer.status_code == 422
    assert "ع" * 1_000_000 in answer.content.decode(), "what was typed is still there"


def test_a_day_before_all_calendars_is_refused(session: Session, team: Person) -> None:
    form = {"title_en": "T", "kind": "plenary", "day": "0001-01-01", "starts": "00:00", "ends": "00:01", "group": ""}
    assert of(team).post(to("rounds:session_add", session.round_id), form).status_code == 422


def test_a_preview_that_claims_endless_lines_is_not_followed(session: Session, facilitator: Person) -> None:
    answer = of(facilitator).post(to("points:point_import", session.pk), {"lines": ENDLESS, "language": "en"})
    assert answer.status_code == 422


def test_two_at_the_same_instant_are_told_that_somebody_was_quicker(session: Session, team: Person) -> None:
    round_ = Round.objects.get(pk=session.round_id)
    person = Participant.objects.filter(round=round_).values_list("person_id", flat=True)[0]
    with pytest.raises(DomainError):
        import_participants(actor=actor_of(team), round=round_, rows=[{"person_id": person}])


def test_removed_from_the_round_one_can_do_nothing_more_in_its_session(session: Session, member: Person) -> None:
    client, point = of(member), raised(session, by=member)
    check = asked(session)
    Participant.objects.filter(person=member).delete()
    form = {"check": spell(check.pk), f"choice-{spell(only_item(check).pk)}": "support"}
    assert client.post(f"{to('points:board', session.pk)}answers/", form).status_code == 404
    assert client.post(to("points:point_step", point.pk), {"verb": "withdraw"}).status_code == 404
    assert client.get(to("points:board", session.pk)).status_code == 404


def test_an_addressee_reads_the_statement_and_not_the_points_under_it(addressee: Person, member: Person) -> None:
    statement = delivered(held_meeting(member))
    page = to("statements:statement_detail", statement.pk)
    inside, outside = of(member).get(page).content.decode(), of(addressee).get(page).content.decode()
    assert "Rests on 1 point" in inside
    assert "Rests on" not in outside


def test_words_of_an_item_in_writing_are_not_changed_by_its_hidden_fields(member: Person) -> None:
    meeting = held_meeting(member)
    statement = written(meeting)
    new_session(meeting)
    item = statement.text.paragraphs.first()
    assert item
    form = {"seen": "1", "text_en": str(item.content), "kind": "heading", "text": "9", "removed": "on", "position": "0"}
    of(member).post(to("statements:item_edit", statement.pk, item.pk), form)
    again = statement.text.paragraphs.get(pk=item.pk)
    assert (again.kind, again.removed, again.position) == (item.kind, False, item.position)
