"""The pages of statements and of the report: what each reader finds, what is typed again, what is sent twice."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from supportroom.people.models import Account, Person
from supportroom.points.models import Check
from supportroom.room.queries import forget_charter
from supportroom.statements.models import Reply, Report, Spokesperson, Statement, Volunteer
from supportroom.statements.queries import items_of
from supportroom.texts.models import Paragraph
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.statements import (
    Meeting,
    adopted,
    delivered,
    drafted,
    new_session,
    read_back,
    replied,
    report_adopted,
    report_read_back,
    started,
    written,
)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(Account.objects.get(person=person))
    return client


def at(name: str, *args: object, language: str = "en") -> str:
    with override(language):
        return reverse(f"statements:{name}", args=args)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_is_there_in_each_language(meeting: Meeting, language: str) -> None:
    statement, report, round_ = written(meeting), drafted(meeting), meeting.round
    item = items_of(statement)[0]
    paragraph = report.text.paragraphs.first()
    assert paragraph
    client = signed_in(meeting.writer)
    for address in (
        at("statement_list", round_.pk, language=language),
        at("statement_start", round_.pk, language=language),
        at("statement_detail", statement.pk, language=language),
        at("statement_name", statement.pk, language=language),
        at("item_pick", statement.pk, language=language),
        at("words_add", statement.pk, language=language),
        at("item_edit", statement.pk, item.pk, language=language),
        at("item_sources", statement.pk, item.pk, language=language),
        at("item_history", statement.pk, item.pk, language=language),
        at("spokesperson_add", statement.pk, language=language),
        at("statement_deliver", statement.pk, language=language),
        at("reply_add", statement.pk, language=language),
        at("report_detail", round_.pk, language=language),
    ):
        assert client.get(address).status_code == 200, address
    client = signed_in(meeting.rapporteur)
    for address in (
        at("report_detail", round_.pk, language=language),
        at("report_preview", round_.pk, "ar", language=language),
        at("report_preview", round_.pk, "en", language=language),
        at("paragraph_add", round_.pk, "summary", language=language),
        at("paragraph_edit", round_.pk, paragraph.pk, language=language),
        at("paragraph_history", round_.pk, paragraph.pk, language=language),
    ):
        assert client.get(address).status_code == 200, address


def test_a_statement_is_written_by_forms_alone(meeting: Meeting) -> None:
    client = signed_in(meeting.writer)
    typed = {"title_en": "To the donors", "title_ar": "إلى المانحين", "addressee_en": "The room's donors"}
    answer = client.post(at("statement_start", meeting.round.pk), typed)
    statement = Statement.objects.get()
    assert answer["Location"] == at("statement_detail", statement.pk)
    client.post(at("item_pick", statement.pk), {"points": [point.pk for point in meeting.agreed]})
    item = items_of(statement)[0]
    client.post(
        at("item_edit", statement.pk, item.pk),
        {"seen": item.version, "text_en": "Clinics", "text_ar": "العيادات", "draft_ar": "on"},
    )
    client.post(at("item_move", statement.pk, item.pk, "down"))
    client.post(at("statement_step", statement.pk, "read-back"))
    statement.refresh_from_db()
    assert statement.state == "read_back"
    assert [str(paragraph.content) for paragraph in items_of(statement)][1] == "Clinics"
    assert Paragraph.objects.get(pk=item.pk).content.state("ar") == "draft"


def test_a_refused_form_keeps_what_was_typed(meeting: Meeting) -> None:
    client = signed_in(meeting.writer)
    answer = client.post(at("statement_start", meeting.round.pk), {"title_en": "Kept words", "addressee_en": ""})
    assert answer.status_code == 422
    assert "Kept words" in answer.content.decode()
    assert not Statement.objects.exists()


def test_nothing_chosen_on_the_pick_list_is_said(meeting: Meeting) -> None:
    statement = started(meeting)
    answer = signed_in(meeting.writer).post(at("item_pick", statement.pk), {})
    assert answer.status_code == 422
    assert "Choose at least one point." in answer.content.decode()


def test_a_point_that_is_not_on_the_list_is_refused(meeting: Meeting) -> None:
    statement = started(meeting)
    answer = signed_in(meeting.writer).post(at("item_pick", statement.pk), {"points": ["123"]})
    assert answer.status_code == 422


def test_two_writers_see_both_texts_and_can_go_on(meeting: Meeting) -> None:
    statement = written(meeting, 1)
    (item,) = items_of(statement)
    client, address = signed_in(meeting.writer), at("item_edit", statement.pk, item.pk)
    client.post(address, {"seen": item.version, "text_en": "Theirs first", "text_ar": "أولاً"})
    answer = client.post(
        address, {"seen": item.version, "text_en": "Mine second", "text_ar": "ثانياً", "draft_ar": "on"}
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert all(text in page for text in ("Theirs first", "Mine second", "أولاً", "ثانياً", 'name="draft_ar"'))
    seen = Paragraph.objects.get(pk=item.pk).version
    assert f'name="seen" value="{seen}"' in page
    again = client.post(address, {"seen": seen, "text_en": "Put together", "text_ar": "معاً"})
    assert again.status_code == 302
    assert str(Paragraph.objects.get(pk=item.pk).content) == "Put together"


def test_two_who_name_a_statement_at_once_are_told_what_stands_now(meeting: Meeting) -> None:
    statement = started(meeting)
    client, address = signed_in(meeting.writer), at("statement_name", statement.pk)
    typed = {"seen": statement.version, "title_en": "One", "addressee_en": "Envoy"}
    assert client.post(address, typed).status_code == 302
    answer = client.post(address, {**typed, "title_en": "Two"})
    assert answer.status_code == 409
    assert "One" in answer.content.decode()
    assert "Two" in answer.content.decode()


def test_the_same_form_twice_counts_once(meeting: Meeting) -> None:
    client = signed_in(meeting.writer)
    statement = started(meeting)
    for _twice in range(2):
        answer = client.post(at("item_pick", statement.pk), {"points": [meeting.agreed[0].pk], "once": "a-form-key"})
        assert answer.status_code == 302
    assert len(items_of(statement)) == 1
    typed = {"title_en": "Once", "addressee_en": "Donors", "once": "another-key"}
    places = {client.post(at("statement_start", meeting.round.pk), typed)["Location"] for _twice in range(2)}
    assert len(places) == 1
    assert Statement.objects.count() == 2


def test_the_facilitator_of_an_open_session_asks_the_group_in_one_tap(meeting: Meeting) -> None:
    statement = read_back(meeting)
    session = new_session(meeting)
    ask = at("statement_ask", statement.pk, session.pk)
    page = signed_in(meeting.facilitator).get(at("statement_detail", statement.pk)).content.decode()
    assert ask in page
    assert ask not in signed_in(meeting.writer).get(at("statement_detail", statement.pk)).content.decode()
    answer = signed_in(meeting.facilitator).post(ask)
    assert answer["Location"] == reverse("points:board", args=[session.pk]).replace("/ar/", "/en/")
    (item,) = Check.objects.get(session=session).items.all()
    assert (item.subject, item.subject_version) == (f"statements.statement:{statement.pk}", statement.text.version)
    assert "Point 1 of the list" in str(item.wording)
    assert signed_in(meeting.writer).post(ask).status_code == 403


def test_a_statement_is_not_asked_about_while_it_is_written(meeting: Meeting) -> None:
    statement, session = written(meeting), new_session(meeting)
    assert signed_in(meeting.facilitator).post(at("statement_ask", statement.pk, session.pk)).status_code == 404


def test_what_an_action_refuses_is_said_on_the_next_page(meeting: Meeting) -> None:
    statement = read_back(meeting)
    client = signed_in(meeting.writer)
    answer = client.post(at("statement_step", statement.pk, "adopt"), follow=True)
    assert "has not agreed to this wording" in answer.content.decode()


def test_volunteering_is_ones_own_post(meeting: Meeting, shielded_member: Person) -> None:
    statement = started(meeting)
    client = signed_in(meeting.facilitator)
    client.post(at("statement_step", statement.pk, "volunteer"), {"person": shielded_member.pk})
    assert set(Volunteer.objects.values_list("person", flat=True)) == {meeting.writer.pk, meeting.facilitator.pk}


def test_a_spokesperson_is_named_outside_only_with_their_own_consent(meeting: Meeting, addressee: Person) -> None:
    statement = delivered(meeting)
    writer = signed_in(meeting.writer)
    writer.post(at("spokesperson_add", statement.pk), {"person": meeting.facilitator.pk})
    page, outside = at("statement_detail", statement.pk), signed_in(addressee)
    assert "Fadi Leads" in writer.get(page).content.decode()
    assert "Fadi Leads" not in outside.get(page).content.decode()
    assert "a participant" in outside.get(page).content.decode()
    assert writer.post(at("consent_change", statement.pk, "agree")).status_code == 404
    own = signed_in(meeting.facilitator)
    own.post(at("consent_change", statement.pk, "agree"))
    assert "Fadi Leads" in outside.get(page).content.decode()
    own.post(at("consent_change", statement.pk, "withdraw"))
    assert "Fadi Leads" not in outside.get(page).content.decode()
    spokesperson = Spokesperson.objects.get()
    own.post(at("spokesperson_remove", statement.pk, spokesperson.pk))
    assert not Spokesperson.objects.exists()


def test_volunteers_are_named_inside_the_round_and_counted_outside(meeting: Meeting, addressee: Person) -> None:
    page = at("statement_detail", delivered(meeting).pk)
    assert meeting.writer.name in signed_in(meeting.facilitator).get(page).content.decode()
    outside = signed_in(addressee).get(page).content.decode()
    assert meeting.writer.name not in outside
    assert "1 volunteer" in outside


def test_an_addressee_reads_a_delivered_statement_though_not_its_round(meeting: Meeting, addressee: Person) -> None:
    statement = delivered(meeting)
    client = signed_in(addressee)
    assert client.get(at("statement_detail", statement.pk)).status_code == 200
    assert client.get(at("statement_list", meeting.round.pk)).status_code == 404


def test_a_reply_is_recorded_and_translated(meeting: Meeting, team: Person) -> None:
    statement, client = delivered(meeting), signed_in(team)
    typed = {"by_en": "The donors", "content_en": "We go on supporting the room.", "received_on": "2026-06-09"}
    assert client.post(at("reply_add", statement.pk), typed).status_code == 302
    reply = Reply.objects.get()
    typed |= {"seen": str(reply.version), "by_ar": "المانحون", "content_ar": "نواصل دعم الغرفة."}
    assert client.post(at("reply_edit", statement.pk, reply.pk), typed).status_code == 302
    reply.refresh_from_db()
    assert reply.content.state("ar") == "current"


def test_the_report_is_put_together_written_and_read_back_by_forms(meeting: Meeting) -> None:
    client, round_id = signed_in(meeting.rapporteur), meeting.round.pk
    client.post(at("report_draft", round_id))
    report = Report.objects.get()
    client.post(at("paragraph_add", round_id, "follow_up"), {"content_en": "We meet again in July."})
    added = Paragraph.objects.filter(section="follow_up").last()
    assert added
    client.post(at("paragraph_move", round_id, added.pk, "up"))
    client.post(at("paragraph_remove", round_id, added.pk))
    client.post(at("paragraph_restore", round_id, added.pk))
    client.post(at("section_anew", round_id, "summary"))
    client.post(at("report_step", round_id, "read-back"))
    report.refresh_from_db()
    assert report.state == "read_back"
    preview = client.get(at("report_preview", round_id, "en")).content.decode()
    assert "We meet again in July." in preview
    assert "Point 1 of the list" in preview


def test_before_it_is_read_back_a_participant_learns_that_the_report_is_written(meeting: Meeting) -> None:
    drafted(meeting)
    page = signed_in(meeting.writer).get(at("report_detail", meeting.round.pk)).content.decode()
    assert "being written" in page
    assert "Write it anew" not in page


def test_the_facilitator_asks_the_participants_about_the_report(meeting: Meeting) -> None:
    report = report_read_back(meeting)
    session = new_session(meeting)
    client = signed_in(meeting.facilitator)
    assert (
        at("report_ask", meeting.round.pk, session.pk)
        in client.get(at("report_detail", meeting.round.pk)).content.decode()
    )
    client.post(at("report_ask", meeting.round.pk, session.pk))
    (item,) = Check.objects.get(session=session).items.all()
    assert item.subject == f"statements.report:{report.pk}"


PAGES = ["statement_list", "statement_detail", "item_pick", "report_detail", "report_preview"]


def address_of(page: str, meeting: Meeting, statement: Statement) -> str:
    if page == "report_preview":
        return at(page, meeting.round.pk, "en")
    return at(page, statement.pk if page in {"statement_detail", "item_pick"} else meeting.round.pk)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_the_database_as_often_whatever_its_length(meeting: Meeting, page: str) -> None:
    small = written(meeting, 1)
    drafted(meeting)
    volunteer_of = signed_in(meeting.rapporteur)
    address = address_of(page, meeting, small)
    volunteer_of.get(address)
    forget_charter()
    with CaptureQueriesContext(connection) as few:
        assert volunteer_of.get(address).status_code == 200
    from supportroom.statements.actions import add_items, add_paragraph

    add_items(actor=actor_of(meeting.writer), statement=small, points=meeting.agreed)
    for number in range(3):
        started(meeting)
        add_paragraph(actor=actor_of(meeting.rapporteur), report=Report.objects.get(), section="summary",
                      content=words(f"More {number}"))  # fmt: skip
    forget_charter()
    with CaptureQueriesContext(connection) as many:
        assert volunteer_of.get(address).status_code == 200
    assert len(many) == len(few), "\n".join(query["sql"][:200] for query in many)


def test_a_reply_and_an_adoption_stand_on_the_page(meeting: Meeting) -> None:
    statement = replied(meeting)
    page = signed_in(meeting.writer).get(at("statement_detail", statement.pk)).content.decode()
    assert "The office will raise it." in page
    assert "First meeting" in page


def test_the_team_is_led_to_publishing_what_was_adopted(meeting: Meeting, team: Person) -> None:
    report_adopted(meeting)
    page = signed_in(team).get(at("report_detail", meeting.round.pk)).content.decode()
    assert "/report/publish/" in page
    assert (
        "/report/publish/" not in signed_in(meeting.writer).get(at("report_detail", meeting.round.pk)).content.decode()
    )


def test_a_spokesperson_from_outside_cannot_be_chosen(meeting: Meeting, stranger: Person) -> None:
    statement = adopted(meeting)
    answer = signed_in(meeting.writer).post(at("spokesperson_add", statement.pk), {"person": stranger.pk})
    assert answer.status_code == 422
