"""Pages of meetings and tasks: in each language, to whom they may, with the same number of queries."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.workroom.actions import answer_slots, finish_task
from supportroom.workroom.models import Meeting, SlotAnswer, Task
from tests.answering import unanswered
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.workroom import a_meeting, a_meeting_set, a_task

SignIn = Callable[[Person], Client]
pytestmark = pytest.mark.usefixtures("clock")
PAGES = [
    "groups/{group}/meetings/",
    "groups/{group}/meetings/new/",
    "groups/{group}/tasks/new/",
    "tasks/{task}/edit/",
    "meetings/{sought}/",
    "meetings/{sought}/edit/",
    "meetings/{fixed}/",
    "meetings/{fixed}/minutes/",
    "meetings/{fixed}/meeting.ics",
]


@pytest.fixture
def ids(group: WorkingGroup, member: Person) -> dict[str, str]:
    sought = a_meeting(group)
    answer_slots(actor=actor_of(member), meeting=sought, answers={sought.slots.all()[0].pk: "yes"})
    fixed = a_meeting_set(group, agenda=words("The draft"), place="Gaziantep", link="https://meet.example.org/abc")
    task = a_task(group, whose=member, due_on=date(2026, 6, 1))
    finish_task(actor=SYSTEM, task=a_task(group, "Done before"))
    named = {"group": group.pk, "sought": sought.pk, "fixed": fixed.pk, "task": task.pk}
    return {name: spell(pk) for name, pk in named.items()}


def test_every_page_answers_who_holds_a_seat_in_each_language(
    ids: dict[str, str], member: Person, sign_in: SignIn
) -> None:
    assert unanswered(sign_in(member), PAGES, ids) == []


@pytest.mark.parametrize("persona", ["stranger", "office", "interpreter"])
def test_nobody_else_finds_what_is_the_groups_own(
    persona: str, ids: dict[str, str], request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    browser = sign_in(request.getfixturevalue(persona))
    assert browser.get(f"/ar/{PAGES[0].format(**ids)}").status_code == 200
    assert b"meetings/" + ids["fixed"].encode() not in browser.get(f"/ar/{PAGES[0].format(**ids)}").content
    for secret in ("Read the law", "Salma", "First draft"):
        assert secret not in browser.get(f"/en/{PAGES[0].format(**ids)}").content.decode()
    for page in PAGES[1:]:
        assert browser.get(f"/ar/{page.format(**ids)}").status_code == 404, page


def test_members_read_place_and_link_of_a_meeting_open_to_them_and_no_name(
    group: WorkingGroup, member: Person, stranger: Person, sign_in: SignIn
) -> None:
    meeting = a_meeting_set(group, open_to_members=True, link="https://meet.example.org/abc", place="Gaziantep")
    browser, address = sign_in(stranger), f"/en/meetings/{spell(meeting.pk)}/"
    page = browser.get(address).content.decode()
    assert "https://meet.example.org/abc" in page
    assert "Gaziantep" in page
    assert member.name not in page
    for verb in ("set/", "call-off/", "answer/"):
        assert browser.post(f"{address}{verb}").status_code in (403, 422), verb
    for page in ("edit/", "minutes/"):
        assert browser.get(f"{address}{page}").status_code == 403
    assert browser.get(f"{address}meeting.ics").status_code == 200
    assert Meeting.objects.get().state == "set"


PROPOSED = {
    "title_en": "The second draft",
    "time_zone": "Europe/Zurich",
    "day_1": "2026-06-04",
    "hour_1": "17:00",
    "minutes_long": "90",
    "rows": "3",
}


def test_times_are_typed_by_the_clock_that_was_chosen(group: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    browser = sign_in(member)
    answer = browser.post(f"/en/groups/{spell(group.pk)}/meetings/new/", PROPOSED)
    meeting = Meeting.objects.get()
    assert answer["Location"] == f"/en/meetings/{spell(meeting.pk)}/"
    assert [slot.starts_at for slot in meeting.slots.all()] == [datetime(2026, 6, 4, 15, 0, tzinfo=UTC)]
    page = browser.get(answer["Location"]).content.decode()
    assert "18:00 Damascus" in page
    assert "17:00 Geneva" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"hour_1": ""}, "required"),
        ({"day_2": "2026-06-05"}, "needs a day and an hour"),
        ({"link": "meet.example.org"}, "https://"),
        ({"title_en": ""}, "required"),
        ({"day_1": "2026-05-05"}, "past"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    wrong: dict[str, str], said: str, group: WorkingGroup, member: Person, sign_in: SignIn
) -> None:
    typed = {**PROPOSED, "agenda_en": "Point by point", **wrong}
    answer = sign_in(member).post(f"/en/groups/{spell(group.pk)}/meetings/new/", typed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Point by point" in answer.content.decode()
    assert not Meeting.objects.exists()


def test_an_hour_that_the_clock_jumps_over_is_refused(group: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    typed = {**PROPOSED, "day_1": "2027-03-28", "hour_1": "02:30"}
    answer = sign_in(member).post(f"/en/groups/{spell(group.pk)}/meetings/new/", typed)
    assert answer.status_code == 422
    assert b"does not exist" in answer.content


def test_more_times_are_asked_for_without_losing_what_was_typed(
    group: WorkingGroup, member: Person, sign_in: SignIn
) -> None:
    answer = sign_in(member).post(f"/en/groups/{spell(group.pk)}/meetings/new/", {**PROPOSED, "more": "1"})
    page = answer.content.decode()
    assert 'name="day_6"' in page
    assert 'value="2026-06-04"' in page
    assert "The second draft" in page
    assert not Meeting.objects.exists()


def test_times_are_answered_in_one_form_and_the_best_is_marked(
    ids: dict[str, str], rapporteur: Person, sign_in: SignIn
) -> None:
    browser, address = sign_in(rapporteur), f"/en/meetings/{ids['sought']}/"
    slots = [spell(pk) for pk in Meeting.objects.get(state="proposed").slots.values_list("pk", flat=True)]
    answer = browser.post(f"{address}answer/", {f"slot_{slots[0]}": "if_needed", f"slot_{slots[1]}": "no"})
    assert answer.status_code == 302
    assert SlotAnswer.objects.filter(person=rapporteur).count() == 2
    page = browser.get(address).content.decode()
    assert page.count("suits best") == 1
    assert rapporteur.name in page
    assert browser.post(f"{address}answer/", {f"slot_{slots[0]}": "perhaps"}).status_code == 422


def test_a_time_is_set_by_its_button_or_typed(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    browser, address = sign_in(member), f"/en/meetings/{ids['sought']}/"
    meeting = Meeting.objects.get(state="proposed")
    assert browser.post(f"{address}set/", {"slot": "nothing"}).status_code == 404
    past = browser.post(f"{address}set/", {"day": "2026-05-01", "hour": "10:00"})
    assert past.status_code == 422
    assert browser.post(f"{address}set/", {"slot": spell(meeting.slots.all()[1].pk)}).status_code == 302
    assert browser.post(f"{address}set/", {"day": "2026-06-09", "hour": "10:00"}).status_code == 302
    meeting.refresh_from_db()
    assert meeting.starts_at == datetime(2026, 6, 9, 7, 0, tzinfo=UTC)
    assert browser.post(f"{address}call-off/").status_code == 302
    again = browser.post(f"{address}call-off/")
    assert again.status_code == 422


@pytest.mark.writes_outside_actions
def test_minutes_are_written_in_any_language_and_kept_when_overtaken(
    ids: dict[str, str], member: Person, sign_in: SignIn
) -> None:
    fixed = Meeting.objects.get(state="set")
    Meeting.objects.filter(pk=fixed.pk).update(starts_at=now() - timedelta(hours=2))
    browser, address = sign_in(member), f"/en/meetings/{ids['fixed']}/minutes/"
    seen = str(fixed.version)
    assert browser.post(address, {"minutes_ar": "اتفقنا.", "seen": seen}).status_code == 302
    behind = browser.post(address, {"minutes_ar": "اختلفنا.", "seen": seen})
    assert behind.status_code == 409
    assert "اختلفنا." in behind.content.decode()
    page = browser.get(f"/en/meetings/{ids['fixed']}/").content.decode()
    assert "اتفقنا." in page


def test_the_calendar_file_says_when_and_nothing_else(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    content = sign_in(member).get(f"/en/meetings/{ids['fixed']}/meeting.ics").content.decode()
    assert "DTSTART:20260603T090000Z" in content
    for secret in ("First draft", "Gaziantep", "meet.example.org", "Civic"):
        assert secret not in content


def test_tasks_are_added_changed_done_and_taken_out(
    ids: dict[str, str], member: Person, rapporteur: Person, sign_in: SignIn
) -> None:
    browser, group = sign_in(member), ids["group"]
    page = browser.get(f"/en/groups/{group}/meetings/").content.decode()
    assert "overdue" in page
    sent = {"title": "Ask the bar", "due_on": "2026-06-20", "whose": spell(rapporteur.pk)}
    assert browser.post(f"/en/groups/{group}/tasks/new/", {**sent, "title": ""}).status_code == 422
    assert browser.post(f"/en/groups/{group}/tasks/new/", sent)["Location"].endswith("#tasks")
    task = Task.objects.get(title="Ask the bar")
    address = f"/en/tasks/{spell(task.pk)}/"
    assert browser.post(f"{address}edit/", {**sent, "title": "Ask the bar twice", "seen": "1"}).status_code == 302
    behind = browser.post(f"{address}edit/", {**sent, "title": "Ask nobody", "seen": "1"})
    assert behind.status_code == 409
    assert b"Ask nobody" in behind.content
    for step in ("finish", "finish", "reopen", "remove"):
        assert browser.post(f"{address}{step}/").status_code == 302
    assert not Task.objects.filter(pk=task.pk).exists()


def queries(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_pages_ask_the_same_number_of_queries_for_one_row_and_for_three(
    group: WorkingGroup, member: Person, rapporteur: Person, clock: object, sign_in: SignIn
) -> None:
    browser = sign_in(member)
    sought = a_meeting(group, now() + timedelta(days=1))
    a_task(group, whose=member)
    held = a_meeting_set(group)
    finish_task(actor=SYSTEM, task=a_task(group, whose=member))
    pages = [f"/en/groups/{spell(group.pk)}/meetings/", f"/en/meetings/{spell(held.pk)}/"]
    queries(browser, pages[0])
    before = [queries(browser, page) for page in pages]
    for number in range(2):
        a_meeting(group, title=f"Meeting {number}")
        a_task(group, f"Task {number}", whose=rapporteur)
        finish_task(actor=SYSTEM, task=a_task(group, whose=rapporteur))
    assert [queries(browser, page) for page in pages] == before
    one = queries(browser, f"/en/meetings/{spell(sought.pk)}/")
    three = a_meeting(group, *(now() + timedelta(days=number) for number in (1, 2, 3)))
    for person in (member, rapporteur):
        answers = dict.fromkeys(three.slots.values_list("pk", flat=True), "yes")
        answer_slots(actor=actor_of(person), meeting=three, answers=answers)
    assert queries(browser, f"/en/meetings/{spell(three.pk)}/") == one
