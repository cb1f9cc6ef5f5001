"""Pages of comments: each answers in each language, to whom it may, with the same number of queries."""

from collections.abc import Callable

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.comments.models import Comment, CommentAnswer, CommentWindow
from supportroom.kernel.ids import spell
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.room.queries import forget_charter
from tests.factories.comments import answered, closed, commented, freshly, opened, paragraph_of
from tests.factories.groups import a_group_at_work
from tests.factories.papers import a_paper, written
from tests.factories.personas import actor_of
from tests.factories.rounds import words

SignIn = Callable[[Person], Client]
DAY = 24 * 3600
FOR_MEMBERS = [
    "papers/{paper}/comments/",
    "papers/{paper}/comments/?window=1",
    "papers/{paper}/comments/new/",
    "papers/{paper}/comments/new/?paragraph={paragraph}",
    "papers/{paper}/comments/new/?paragraph=nonsense",
    "papers/{paper}/comments/table/",
    "papers/{paper}/comments/table/?paragraph={paragraph}&who=mine&state=open&verdict=accepted&q=plainly&page=7",
    "papers/{paper}/comments/table/?paragraph=whole",
    "papers/{paper}/comments/table/?who=zzz&state=zzz&paragraph=zzz",
    "papers/{paper}/comments/table.csv",
    "papers/{paper}/comments/table.xlsx",
    "papers/{paper}/comments/table.docx",
    "papers/{paper}/comments/text.docx",
    "papers/{paper}/comments/file/",
    "comments/{comment}/",
]
FOR_SEATS = [
    "papers/{paper}/comments/window/",
    "papers/{paper}/comments/answering/",
    "papers/{paper}/comments/answering/?state=answered&q=plainly",
    "papers/{paper}/comments/answer/?comment={comment}",
    "papers/{paper}/comments/agenda/?comment={comment}",
    "comments/{comment}/translate/",
]


@pytest.fixture
def ids(window: CommentWindow, member: Person, stranger: Person) -> dict[str, str]:
    made = commented(window, member, proposed=words("An association waits for nine days."))
    commented(window, stranger, "Say it more plainly, please.")
    return {"paper": spell(window.paper_id), "paragraph": spell(made.paragraph_id or 0), "comment": spell(made.pk)}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_answers_whom_it_is_for(
    language: str,
    ids: dict[str, str],
    member: Person,
    rapporteur: Person,
    *,
    sign_in: SignIn,
    clock: time_machine.Traveller,
) -> None:
    window = CommentWindow.objects.get()
    members = sign_in(member)
    own = ["comments/{comment}/edit/"]
    for page in FOR_MEMBERS + own:
        assert members.get(f"/{language}/{page.format(**ids)}").status_code == 200, page
    clock.shift(7 * DAY)
    closed(window)
    answered(Comment.objects.get(number=2))
    members = sign_in(member)
    for page in FOR_MEMBERS[:-1]:
        assert members.get(f"/{language}/{page.format(**ids)}").status_code == 200, page
    seats = sign_in(rapporteur)
    for page in FOR_MEMBERS + FOR_SEATS:
        assert seats.get(f"/{language}/{page.format(**ids)}").status_code == 200, page


def test_what_is_the_groups_is_refused_to_others(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    browser = sign_in(member)
    for page in FOR_SEATS:
        assert browser.get(f"/en/{page.format(**ids)}").status_code == 403, page


@pytest.mark.parametrize("persona", ["observer", "office", "addressee"])
def test_who_may_not_read_finds_nothing(
    persona: str, ids: dict[str, str], request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    browser = sign_in(request.getfixturevalue(persona))
    for page in (*FOR_MEMBERS, "comments/{comment}/edit/", *FOR_SEATS[1:]):
        assert browser.get(f"/en/{page.format(**ids)}").status_code == 404, page
    for step in ("withdraw", "support", "withdraw-support", "satisfied", "insist", "open-again"):
        assert browser.post(f"/en/comments/{ids['comment']}/{step}/").status_code == 404, step


def test_before_a_window_there_is_nothing_to_read(room: None, member: Person, team: Person, sign_in: SignIn) -> None:
    paper = a_paper(a_group_at_work())
    assert sign_in(member).get(f"/en/papers/{spell(paper.pk)}/comments/").status_code == 404
    assert sign_in(member).get(f"/en/groups/{spell(paper.group_id)}/comments/").status_code == 404
    led = sign_in(team).get(f"/en/groups/{spell(paper.group_id)}/comments/")
    assert led["Location"].endswith(f"/papers/{spell(paper.pk)}/comments/window/")


def test_commenting_is_one_tap_from_each_paragraph(window: CommentWindow, member: Person, sign_in: SignIn) -> None:
    browser, base = sign_in(member), f"/en/papers/{spell(window.paper_id)}/comments/"
    page = browser.get(base).content.decode()
    key = spell(paragraph_of(window, 3).pk)
    assert f'href="{base}new/?paragraph={key}"' in page
    form = browser.get(f"{base}new/?paragraph={key}").content.decode()
    assert f'value="{key}" selected' in form
    typed = {"paragraph": key, "text": "Plainly, please", "language": "en", "naming": "hidden"}
    answer = browser.post(f"{base}new/", typed)
    assert answer["Location"].endswith(f"/comments/#p-{key}")
    assert "1 comment" in browser.get(base).content.decode()
    assert Comment.objects.get().paragraph_shown == 3


def test_the_same_form_twice_is_one_comment(window: CommentWindow, member: Person, sign_in: SignIn) -> None:
    browser, base = sign_in(member), f"/en/papers/{spell(window.paper_id)}/comments/new/"
    typed = {"text": "Once", "language": "en", "naming": "hidden", "once": "one-key"}
    assert [browser.post(base, typed).status_code for _turn in range(2)] == [302, 302]
    assert Comment.objects.count() == 1


def test_after_the_close_what_was_typed_is_kept_apart_if_its_writer_says_so(
    window: CommentWindow, member: Person, sign_in: SignIn, clock: time_machine.Traveller
) -> None:
    clock.shift(7 * DAY - 60)
    browser, base = sign_in(member), f"/en/papers/{spell(window.paper_id)}/comments/new/"
    typed = {"text": "A thought of the last minute", "language": "en", "naming": "named"}
    assert 'name="as_late"' not in browser.get(base).content.decode()
    clock.shift(60)
    refused = browser.post(base, typed)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "A thought of the last minute" in page
    assert 'name="as_late"' in page
    assert "Keep as a late comment" in page
    assert not Comment.objects.exists()
    assert browser.post(base, {**typed, "as_late": "on"}).status_code == 302
    assert Comment.objects.get().is_late
    assert "late" in browser.get(f"/en/papers/{spell(window.paper_id)}/comments/table/").content.decode()


@pytest.mark.parametrize(
    "typed", [{"text": ""}, {"language": "xx"}, {"paragraph": "nonsense"}, {"naming": ""}, {"text": "x" * 6001}]
)
def test_what_is_refused_comes_again(
    window: CommentWindow, member: Person, sign_in: SignIn, typed: dict[str, str]
) -> None:
    given = {"text": "Kept here", "proposed": "These stay", "language": "en", "naming": "hidden", **typed}
    answer = sign_in(member).post(f"/en/papers/{spell(window.paper_id)}/comments/new/", given)
    assert answer.status_code == 422
    assert "These stay" in answer.content.decode()
    assert not Comment.objects.exists()


def test_proposed_words_stand_against_those_of_the_paragraph(
    window: CommentWindow, member: Person, stranger: Person, sign_in: SignIn
) -> None:
    made = commented(
        window, member, proposed=words("Paragraph 1: an association that asks for halls waits for 9 days.")
    )
    page = sign_in(stranger).get(f"/en/comments/{spell(made.pk)}/").content.decode()
    assert "<del>7 </del><ins>9 </ins>" in page


def test_a_writer_amends_and_sees_what_stands_if_they_were_overtaken(
    window: CommentWindow, member: Person, sign_in: SignIn
) -> None:
    made = commented(window, member)
    browser, page = sign_in(member), f"/en/comments/{spell(made.pk)}/edit/"
    typed = {"paragraph": spell(made.paragraph_id or 0), "language": "en", "naming": "hidden", "seen": "1"}
    assert browser.post(page, {**typed, "text": "Better"}).status_code == 302
    overtaken = browser.post(page, {**typed, "text": "From the other telephone"})
    assert overtaken.status_code == 409
    assert "From the other telephone" in overtaken.content.decode()
    assert "What stands now: Better" in overtaken.content.decode()


def test_hostile_words_stay_words(window: CommentWindow, member: Person, stranger: Person, sign_in: SignIn) -> None:
    evil = '<script>alert("x")</script>\u202e'
    given = {"text": evil, "proposed": evil, "language": "en", "naming": "hidden",
             "paragraph": spell(paragraph_of(window).pk)}  # fmt: skip
    assert sign_in(member).post(f"/en/papers/{spell(window.paper_id)}/comments/new/", given).status_code == 302
    made = Comment.objects.get()
    base = f"/ar/papers/{spell(window.paper_id)}/comments"
    for page in (
        f"/ar/comments/{spell(made.pk)}/",
        f"{base}/table/?q=%3Cscript%3E",
        f"{base}/new/?paragraph=%3Cscript%3E",
    ):
        shown = sign_in(stranger).get(page).content.decode()
        assert "<script>alert" not in shown
        assert "\u202e" not in shown


def test_s18_no_page_tells_whose_a_hidden_comment_is(
    ids: dict[str, str], window: CommentWindow, member: Person, rapporteur: Person, team: Person, *, sign_in: SignIn,
    clock: time_machine.Traveller,
) -> None:  # fmt: skip
    clock.shift(7 * DAY)
    closed(window)
    answered(Comment.objects.get(number=1))
    for person in (rapporteur, team):
        browser = sign_in(person)
        for page in FOR_MEMBERS if person is team else [*FOR_MEMBERS, *FOR_SEATS]:
            if page.endswith((".docx", ".xlsx")) or (person is team and "new/" in page) or "file/" in page:
                continue
            shown = browser.get(f"/en/{page.format(**ids)}").content.decode()
            assert member.name not in shown, page
            assert f"{member.pk}" not in shown, page
            assert spell(member.pk) not in shown, page


def test_answering_several_in_one_go_and_finding_those_alike(
    ids: dict[str, str], window: CommentWindow, rapporteur: Person, member: Person, *, sign_in: SignIn,
    clock: time_machine.Traveller,
) -> None:  # fmt: skip
    clock.shift(7 * DAY)
    browser, base = sign_in(rapporteur), f"/en/papers/{ids['paper']}/comments/"
    page = browser.get(f"{base}answer/?comment={ids['comment']}").content.decode()
    assert "Open comments on the same paragraph" in page
    one, two = Comment.objects.all()
    both = [f"{spell(each.pk)}.{each.version}" for each in (one, two)]
    refused = browser.post(f"{base}answer/", {"comment": both, "verdict": "partly", "reason_en": ""})
    assert refused.status_code == 422
    typed = {"verdict": "partly", "reason_en": "Half of it.", "change_en": "Shortened", "paragraph": ids["paragraph"]}
    assert browser.post(f"{base}answer/", {**typed, "comment": both}).status_code == 302
    assert CommentAnswer.objects.get().comments.count() == 2
    late = browser.post(f"{base}answer/", {**typed, "reason_en": "My own reason", "comment": both})
    assert late.status_code == 422
    assert "My own reason" in late.content.decode()
    assert "Somebody was faster" in late.content.decode()
    own = sign_in(member)
    shown = own.get(f"/en/comments/{ids['comment']}/").content.decode()
    assert "Half of it." in shown
    assert own.post(f"/en/comments/{ids['comment']}/insist/", {"insist-reason_en": ""}).status_code == 422
    assert own.post(f"/en/comments/{ids['comment']}/insist/", {"insist-reason_en": "Still"}).status_code == 302
    assert "Still" in own.get(f"{base}table/?who=insists").content.decode()
    assert own.post(f"/en/comments/{ids['comment']}/satisfied/").status_code == 302
    assert freshly(one).satisfaction == "satisfied"


def test_support_from_the_paragraphs_page_leads_back_to_it(
    ids: dict[str, str], window: CommentWindow, stranger: Person, sign_in: SignIn
) -> None:
    browser = sign_in(stranger)
    beside = browser.get(f"/en/papers/{ids['paper']}/comments/new/?paragraph={ids['paragraph']}").content.decode()
    assert "Support this comment" in beside
    answer = browser.post(f"/en/comments/{ids['comment']}/support/", {"back": "paragraph"})
    assert answer["Location"].endswith(f"#p-{ids['paragraph']}")
    page = browser.get(f"/en/comments/{ids['comment']}/").content.decode()
    assert "supported by 1 member" in page
    assert browser.post(f"/en/comments/{ids['comment']}/support/").status_code == 422
    assert browser.post(f"/en/comments/{ids['comment']}/withdraw-support/").status_code == 302


def test_the_team_opens_a_window_by_the_clock_of_the_room(
    clock: time_machine.Traveller, rapporteur: Person, team: Person, sign_in: SignIn
) -> None:
    paper = a_paper(a_group_at_work(rapporteur))
    browser, page = sign_in(team), f"/en/papers/{spell(paper.pk)}/comments/window/"
    assert "by the clock of Damascus" in browser.get(page).content.decode()
    typed = {"opening": "later", "opens_day": "2026-06-03", "opens_hour": "09:00", "closes_day": "2026-06-09",
             "closes_hour": "18:00"}  # fmt: skip
    refused = browser.post(page, typed)
    assert refused.status_code == 422
    assert "7 to 10 days" in refused.content.decode()
    assert browser.post(page, {**typed, "opens_hour": ""}).status_code == 422
    assert browser.post(page, {**typed, "closes_day": "2026-06-10"}).status_code == 302
    made = CommentWindow.objects.get()
    assert made.opens_at.isoformat() == "2026-06-03T06:00:00+00:00"
    assert made.closes_at.isoformat() == "2026-06-10T15:00:00+00:00"
    shown = browser.get(f"/en/papers/{spell(paper.pk)}/comments/").content.decode()
    assert "18:00 Damascus" in shown or "opens in" in shown


def test_the_files_of_the_table_hold_what_the_page_holds(
    ids: dict[str, str], window: CommentWindow, stranger: Person, sign_in: SignIn
) -> None:
    commented(window, stranger, "=1+1", is_named=True)
    browser, base = sign_in(stranger), f"papers/{ids['paper']}/comments/table"
    csv = browser.get(f"/en/{base}.csv").content.decode("utf-8-sig")
    assert "Say it more plainly, please." in csv
    assert "'=1+1" in csv
    assert stranger.name in csv
    arabic = browser.get(f"/ar/{base}.csv").content.decode("utf-8-sig")
    assert "Say it more plainly, please." in arabic
    for kind, start in (("xlsx", b"PK"), ("docx", b"PK")):
        assert browser.get(f"/en/{base}.{kind}").content.startswith(start)
    assert browser.get(f"/en/{base}.exe").status_code == 404


@pytest.mark.parametrize("place", ["", "table/", "answering/", "new/"])
def test_lists_ask_as_much_for_three_as_for_one(
    place: str, window: CommentWindow, member: Person, rapporteur: Person, stranger: Person, *, sign_in: SignIn,
    clock: time_machine.Traveller,
) -> None:  # fmt: skip
    page = f"/en/papers/{spell(window.paper_id)}/comments/{place}"
    browser = sign_in(rapporteur)
    counts = []
    for more in (1, 2):
        for _turn in range(more):
            commented(window, stranger, is_named=True, paragraph=None if place == "new/" else paragraph_of(window))
        browser.get(page)
        forget_charter()
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert browser.get(page).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.usefixtures("clock")
def test_notes_stand_at_the_foot_and_their_marks_nowhere(rapporteur: Person, member: Person, sign_in: SignIn) -> None:
    paper = a_paper(a_group_at_work(rapporteur), paragraphs=1)
    last = written(paper, "A claim^[Decree 93 of 1958.] that needs a source.")
    window = opened(Paper.objects.select_related("group", "text").get(pk=paper.pk))
    made = commented(window, member, paragraph=last, proposed=words("A claim that needs no source."))
    browser, base = sign_in(member), f"/en/papers/{spell(paper.pk)}/comments/"
    for page in (base, f"{base}new/?paragraph={spell(last.pk)}", f"/en/comments/{spell(made.pk)}/", f"{base}table/"):
        shown = browser.get(page).content.decode()
        assert "^[" not in shown, page
    assert "Decree 93 of 1958." in browser.get(base).content.decode()
    assert "<ins>no </ins>" in browser.get(f"/en/comments/{spell(made.pk)}/").content.decode()


@pytest.mark.writes_outside_actions
def test_the_office_reads_once_it_has_the_paper(ids: dict[str, str], office: Person, sign_in: SignIn) -> None:
    Paper.objects.update(state="with_office")
    browser = sign_in(office)
    assert browser.get(f"/en/papers/{ids['paper']}/comments/table/").status_code == 200
    assert browser.get(f"/en/papers/{ids['paper']}/comments/new/").status_code == 403
    assert actor_of(office).holds("office")
