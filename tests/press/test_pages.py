"""Pages of the press pack and the history: each in each language, to whom it may, with the same number of queries."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.kernel.clock import now
from supportroom.kernel.ids import spell
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.actions import add_contact
from supportroom.press.models import Approval, PressContact, PressPack, Quotation
from supportroom.press.queries import approval_of, pack_of
from supportroom.protection.naming import consenting
from supportroom.room.models import Room
from tests.answering import unanswered
from tests.factories.groups import holders
from tests.factories.papers import freshly
from tests.factories.personas import actor_of
from tests.factories.press import offered, published_paper, summarised

SignIn = Callable[[Person], Client]
FOR_GROUP = [
    "papers/{paper}/press/",
    "papers/{paper}/press/summary/",
    "papers/{paper}/press/quotations/new/",
    "press/quotations/{quotation}/",
]
FOR_TEAM = [
    "papers/{paper}/press/letter/",
    "papers/{paper}/press/embargo/",
    "press/contacts/",
    "papers/{paper}/publish/",
    "papers/{paper}/preview/ar/",
    "papers/{paper}/preview/en/",
]
FOR_ALL = ["papers/{paper}/history/", "press/quotations/"]


@pytest.fixture
def ids(paper: Paper, team: Person) -> dict[str, str]:
    summarised(paper)
    add_contact(actor=actor_of(team), name="A Writer-Invented", outlet="The Invented Daily")
    return {"paper": spell(paper.pk), "quotation": spell(offered(paper, holders(paper.group)[0]).pk)}


def test_every_page_answers_the_team_in_each_language(ids: dict[str, str], team: Person, sign_in: SignIn) -> None:
    assert unanswered(sign_in(team), (*FOR_GROUP, *FOR_TEAM, *FOR_ALL), ids) == []


def test_the_group_sees_its_own(ids: dict[str, str], paper: Paper, sign_in: SignIn) -> None:
    browser = sign_in(holders(paper.group)[1])
    for page in (*FOR_GROUP, *FOR_ALL):
        assert browser.get(f"/ar/{page.format(**ids)}").status_code == 200, page


def test_the_group_does_not_see_what_is_the_teams(ids: dict[str, str], paper: Paper, sign_in: SignIn) -> None:
    browser = sign_in(holders(paper.group)[1])
    for page in FOR_TEAM:
        assert browser.get(f"/ar/{page.format(**ids)}").status_code in (403, 404), page


def test_a_member_sees_nothing_of_the_pack(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    browser = sign_in(member)
    for page in (*FOR_GROUP, *FOR_TEAM):
        assert browser.get(f"/ar/{page.format(**ids)}").status_code in (403, 404), page


def test_a_member_reads_the_history_and_what_is_theirs(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    browser = sign_in(member)
    for page in FOR_ALL:
        assert browser.get(f"/en/{page.format(**ids)}").status_code == 200, page


def test_an_observer_reads_no_history(ids: dict[str, str], observer: Person, sign_in: SignIn) -> None:
    assert sign_in(observer).get(f"/en/papers/{ids['paper']}/history/").status_code == 404


def test_the_tabs_of_a_group_lead_to_history_and_press(
    ids: dict[str, str], paper: Paper, team: Person, sign_in: SignIn
) -> None:
    group, browser = spell(paper.group_id), sign_in(team)
    for tab in ("history", "press"):
        assert browser.get(f"/en/groups/{group}/{tab}/")["Location"] == f"/en/papers/{ids['paper']}/{tab}/"


def test_the_summary_is_approved_on_its_page(ids: dict[str, str], paper: Paper, sign_in: SignIn) -> None:
    browser = sign_in(holders(paper.group)[2])
    page = browser.get(f"/en/papers/{ids['paper']}/press/").content.decode()
    assert "2 of 3" in page.replace("<bdi>", "").replace("</bdi>", "")
    digest = Approval.objects.first().digest  # type: ignore[union-attr]
    browser.post(f"/en/papers/{ids['paper']}/press/summary/approve/", {"digest": digest, "once": "k"})
    assert approval_of(pack_of(paper)).approved == 3


def test_an_approval_of_other_words_is_refused_on_the_page(ids: dict[str, str], paper: Paper, sign_in: SignIn) -> None:
    browser = sign_in(holders(paper.group)[2])
    answer = browser.post(f"/en/papers/{ids['paper']}/press/summary/approve/", {"digest": "0" * 64, "once": "k"})
    assert answer.status_code == 422
    assert "Read it again" in answer.content.decode()


def test_what_somebody_typed_stays_where_another_was_faster(ids: dict[str, str], paper: Paper, sign_in: SignIn) -> None:
    browser, page = sign_in(holders(paper.group)[0]), f"/en/papers/{ids['paper']}/press/summary/"
    typed = {"summary_en": "My own words", "summary_ar": "كلماتي", "once": "k", "seen": "1"}
    answer = browser.post(page, typed)
    assert answer.status_code == 409
    assert "My own words" in answer.content.decode()
    assert "Associations wait" in answer.content.decode()


def test_an_embargo_is_typed_by_the_clock_of_the_room_and_taken_off_by_leaving_it_empty(
    ids: dict[str, str], paper: Paper, team: Person, sign_in: SignIn
) -> None:
    browser, page = sign_in(team), f"/en/papers/{ids['paper']}/press/embargo/"
    browser.post(page, {"day": "2026-07-10", "hour": "18:00", "once": "a", "seen": str(pack_of(paper).version)})
    kept = pack_of(paper)
    assert kept.embargo_until is not None
    assert kept.embargo_until.isoformat() == "2026-07-10T15:00:00+00:00"
    assert browser.post(page, {"day": "2026-07-10", "once": "b", "seen": str(kept.version)}).status_code == 422
    Room.objects.update(time_zone="Europe/Zurich")
    assert 'value="18:00"' in (shown := browser.get(page).content.decode())
    assert "Damascus" in shown
    browser.post(page, {"day": "2026-07-10", "hour": "18:00", "once": "d", "seen": str(kept.version)})
    assert pack_of(paper).embargo_until == kept.embargo_until  # the clock that was told goes on counting
    browser.post(page, {"once": "c", "seen": str(pack_of(paper).version)})
    assert pack_of(paper).embargo_until is None


def test_a_seat_says_on_the_page_whether_it_is_named(ids: dict[str, str], paper: Paper, sign_in: SignIn) -> None:
    author = holders(paper.group)[0]
    page = f"/en/papers/{ids['paper']}/press/author/"
    sign_in(author).post(page, {"is_named": "yes", "once": "a"})
    assert consenting(paper) == {author.pk}
    sign_in(author).post(page, {"is_named": "no", "once": "b"})
    assert consenting(paper) == set()


def test_a_quotation_is_offered_answered_and_taken_back(
    ids: dict[str, str], paper: Paper, team: Person, member: Person, sign_in: SignIn
) -> None:
    typed = {"person": str(member.pk), "text_en": "We go on.", "text_ar": "", "once": "a"}
    assert sign_in(team).post(f"/en/papers/{ids['paper']}/press/quotations/new/", typed).status_code == 302
    quotation = Quotation.objects.get(person=member)
    page = f"/en/press/quotations/{spell(quotation.pk)}/"
    assert "We go on." in sign_in(member).get("/en/press/quotations/").content.decode()
    sign_in(member).post(page, {"answer": "unnamed", "once": "b"})
    assert Quotation.objects.get(pk=quotation.pk).state == "cleared"
    assert sign_in(member).post(page, {"answer": "named", "once": "c"}).status_code == 422
    sign_in(member).post(page, {"answer": "no", "once": "d"})
    assert Quotation.objects.get(pk=quotation.pk).state == "taken_back"


def test_contacts_are_added_and_removed(ids: dict[str, str], team: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    typed = {"name": "B Writer-Invented", "outlet": "Radio Invented", "address": "", "language": "ar", "once": "a"}
    browser.post("/en/press/contacts/", typed)
    contact = PressContact.objects.get(outlet="Radio Invented")
    browser.post(f"/en/press/contacts/{spell(contact.pk)}/remove/", {"once": "b"})
    assert not PressContact.objects.filter(pk=contact.pk).exists()


def test_card_and_pack_are_files_for_who_prepares_them(
    ids: dict[str, str], paper: Paper, member: Person, sign_in: SignIn
) -> None:
    browser = sign_in(holders(paper.group)[0])
    card = browser.get(f"/en/papers/{ids['paper']}/press/card/ar/")
    assert (card["Content-Type"], card.content[:4]) == ("image/png", b"\x89PNG")
    assert browser.get(f"/en/papers/{ids['paper']}/press/card/tr/").status_code == 404
    assert browser.get(f"/en/papers/{ids['paper']}/press/press.zip")["Content-Type"] == "application/zip"
    assert sign_in(member).get(f"/en/papers/{ids['paper']}/press/press.zip").status_code == 404


def test_the_team_publishes_and_corrects_on_its_pages(
    ids: dict[str, str], paper: Paper, team: Person, sign_in: SignIn
) -> None:
    browser, page = sign_in(team), f"/en/papers/{ids['paper']}/publish/"
    assert browser.get(f"/en/papers/{ids['paper']}/correct/").status_code == 404
    assert browser.post(page, {"languages": ["ar", "en"], "once": "a"}).status_code == 302
    assert freshly(paper).state == "published"
    first = paper.text.paragraphs.order_by("position").first()
    assert first
    words = f"/en/papers/{ids['paper']}/correct/{spell(first.pk)}/"
    assert browser.get(f"/en/papers/{ids['paper']}/correct/").status_code == 200
    assert browser.get(words).status_code == 200
    browser.post(words, {"seen": str(first.version), "text_en": "Where all stand", "text_ar": "أين نقف", "once": "b"})
    first.refresh_from_db()
    assert str(first.content) == "Where all stand"
    assert browser.post(page, {"languages": ["en"], "note_en": "", "once": "c"}).status_code == 422


def test_an_embargo_is_said_where_one_would_publish(
    ids: dict[str, str], paper: Paper, team: Person, sign_in: SignIn
) -> None:
    browser = sign_in(team)
    day = f"{now() + timedelta(days=30):%Y-%m-%d}"
    version = str(pack_of(paper).version)
    browser.post(
        f"/en/papers/{ids['paper']}/press/embargo/", {"day": day, "hour": "10:00", "once": "a", "seen": version}
    )
    assert "It cannot be published before" in browser.get(f"/en/papers/{ids['paper']}/publish/").content.decode()
    answer = browser.post(f"/en/papers/{ids['paper']}/publish/", {"languages": ["en"], "once": "b"})
    assert answer.status_code == 422
    assert "Publish it then." in answer.content.decode()
    assert freshly(paper).state == "released"


def test_nothing_is_begun_by_looking(paper: Paper, team: Person, sign_in: SignIn) -> None:
    assert sign_in(team).get(f"/en/papers/{spell(paper.pk)}/press/").status_code == 200
    assert not PressPack.objects.exists()


@pytest.mark.parametrize("page", ["papers/{paper}/press/", "press/contacts/", "press/quotations/"])
def test_lists_ask_as_much_for_three_as_for_one(
    page: str, ids: dict[str, str], paper: Paper, team: Person, sign_in: SignIn
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(f"/en/{page.format(**ids)}").status_code == 200
        return len(asked)

    offered(paper, team, actor=actor_of(team))
    browser = sign_in(team)
    queries()
    before = queries()
    for number in range(2):
        offered(paper, team, actor=actor_of(team))
        offered(paper, holders(paper.group)[number])
        add_contact(actor=actor_of(team), name=f"Writer {number}-Invented", outlet="The Invented Daily")
    assert queries() == before


def test_the_front_page_asks_as_much_for_papers_as_for_one(paper: Paper, team: Person) -> None:
    published_paper(paper, team)
    with CaptureQueriesContext(connection) as asked:
        Client().get("/en/")
    assert len(asked) <= 9  # the charter, the standing pages, the register (4), what is published, news, events
