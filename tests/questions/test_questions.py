"""Questions of the public: nobody is named, nothing shows before it is answered, a flood is held off."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import time_machine
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.desk.queries import waiting_for
from supportroom.journal.models import Entry, Receipt
from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.kernel.errors import DomainError, Missing, Stale
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.pages.actions import take_down_page
from supportroom.pages.models import Page
from supportroom.people.models import Person
from supportroom.questions import actions, vocabulary
from supportroom.questions.forms import new_ticket
from supportroom.questions.lifecycle import QUESTION
from supportroom.questions.models import PublicQuestion
from supportroom.questions.queries import public_questions
from supportroom.questions.subjects import subject_at, subjects_of
from supportroom.register.models import Recommendation
from tests.factories.pages import a_published_page
from tests.factories.personas import actor_of
from tests.factories.questions import a_question, about, answered
from tests.factories.register import a_recommendation
from tests.factories.rounds import words

SignIn = Callable[[Person], Client]
ANSWER = words("Nobody so far.", "لا أحد حتى الآن.")


@pytest.fixture
def recommendation(room: None) -> Recommendation:
    """A recommendation that the public sees."""
    return a_recommendation()


def form_of(recommendation: Recommendation, language: str = "en") -> str:
    """Give the address of the form to ask about it."""
    return f"/{language}/questions-to-the-room/recommendations/{recommendation.slug}/"


def sent(browser: Client, address: str, text: str, **typed: str) -> int:
    """Send a question by the form; give the status."""
    given = {"text": text, "language": "en", "ticket": new_ticket(), **typed}
    return browser.post(address, given).status_code


def refused(code: str, act: Callable[..., object], **given: object) -> None:
    """Hold an action to a refusal."""
    with pytest.raises(DomainError) as caught:
        act(actor=SYSTEM, **given)
    assert caught.value.code == code
    assert caught.value.wording != code


def test_whoever_asks_leaves_a_day_and_words_and_nothing_else(
    recommendation: Recommendation, member: Person, sign_in: SignIn
) -> None:
    moment = datetime(2026, 6, 2, 14, 37, 21, tzinfo=UTC)
    with time_machine.travel(moment, tick=False):
        browser = sign_in(member)
        assert sent(browser, form_of(recommendation, "ar"), "متى يأتي الرد؟ <b>الآن</b>", language="ar") == 302
    question = PublicQuestion.objects.get()
    assert (question.text.original, question.asked_on.isoformat()) == ("ar", "2026-06-02")
    entry = Entry.objects.get(action="questions.ask")
    assert entry.at == datetime(2026, 6, 2, tzinfo=UTC)
    kept = " ".join(
        f"{value}" for value in (*vars(entry).values(), *vars(question).values(), *Receipt.objects.values_list())
    )
    for trace in (str(member.pk), member.name, "14:37", "127.0.0.1"):
        assert trace not in kept


def test_a_visitor_asks_without_cookie_and_key_and_reads_the_answer_on_the_page_of_the_text(
    recommendation: Recommendation, team: Person, sign_in: SignIn
) -> None:
    browser, address = Client(enforce_csrf_checks=True), form_of(recommendation)
    page = browser.get(address)
    assert page.status_code == 200
    assert not page.cookies
    assert b"csrfmiddlewaretoken" not in page.content
    ticket = page.content.decode().partition('name="ticket" value="')[2].partition('"')[0]
    asked = {"text": "Who pays? <script>alert(1)</script>", "language": "en", "ticket": ticket}
    answer = browser.post(address, asked)
    assert answer["Location"].endswith("/en/questions-to-the-room/thanks/")
    assert browser.get(answer["Location"]).status_code == 200
    for shown in (address, "/en/questions-to-the-room/", f"/en/register/{recommendation.slug}/"):
        assert "Who pays?" not in Client().get(shown).content.decode()
    keeper, question = sign_in(team), PublicQuestion.objects.get()
    assert "1 question waits" in keeper.get("/en/public-questions/").content.decode()
    said = {"text_en": str(question.text), "answer_en": "The room does. </p><b>", "answer_ar": "الغرفة."}
    assert keeper.post(f"/en/public-questions/{spell(question.pk)}/", said).status_code == 302
    for language, expected in (("en", "The room does. &lt;/p&gt;&lt;b&gt;"), ("ar", "الغرفة.")):
        for shown in (form_of(recommendation, language), f"/{language}/questions-to-the-room/"):
            found = Client().get(shown).content.decode()
            assert expected in found
            assert "&lt;script&gt;" in found
            assert "<script>alert" not in found
    assert address in Client().get(f"/en/register/{recommendation.slug}/").content.decode()


def test_a_flood_is_held_off_and_the_same_question_counts_once(
    recommendation: Recommendation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supportroom.questions.actions.asking.MOST_ABOUT_ONE", 2)
    first = a_question(recommendation, "When?")
    assert a_question(recommendation, "WHEN") == first
    a_question(recommendation, "Why?")
    browser, address = Client(), form_of(recommendation)
    assert sent(browser, address, "How?") == 422
    other = a_recommendation()
    monkeypatch.setattr("supportroom.questions.actions.asking.MOST_WAITING", 3)
    assert sent(browser, form_of(other), "How?") == 302
    assert sent(browser, form_of(other), "Where?") == 422
    monkeypatch.setattr("supportroom.questions.actions.asking.MOST_WAITING", 200)
    monkeypatch.setattr("supportroom.questions.actions.asking.MOST_A_DAY", 3)
    assert (
        "come back tomorrow"
        in browser.post(form_of(other), {"text": "Where?", "language": "en", "ticket": new_ticket()}).content.decode()
    )
    answered(first)
    monkeypatch.setattr("supportroom.questions.actions.asking.MOST_A_DAY", 60)
    assert sent(browser, address, "How?") == 302
    assert vocabulary.MOST_ABOUT_ONE < vocabulary.MOST_A_DAY < vocabulary.MOST_WAITING


def test_what_no_person_sends_and_what_says_where_somebody_is_are_not_kept(recommendation: Recommendation) -> None:
    browser, address = Client(), form_of(recommendation)
    assert sent(browser, address, "Buy this", lure="x") == 302  # a machine is thanked too
    for text in ("See https://example.org", "www.example.org", "write to a@example.org", "call +963 11 222 3333", " "):
        assert sent(browser, address, text) == 422, text
    for ticket in ("", "forged", signing.dumps("", salt="another")):
        answer = browser.post(address, {"text": "Kept words", "language": "en", "ticket": ticket})
        assert answer.status_code == 403
        assert "Kept words" in answer.content.decode()
    with time_machine.travel(datetime(2026, 6, 1, tzinfo=UTC), tick=False):
        old = new_ticket()
    with time_machine.travel(datetime(2026, 6, 3, tzinfo=UTC), tick=False):
        assert sent(browser, address, "Late?", ticket=old) == 403
    assert sent(browser, address, "Late?", language="fr") == 422
    assert sent(browser, address, "x" * 1001) == 422
    assert not PublicQuestion.objects.exists()


@pytest.mark.writes_outside_actions
def test_a_question_takes_the_steps_of_its_table_and_no_other(recommendation: Recommendation) -> None:
    steps: dict[str, Callable[[PublicQuestion], object]] = {
        "answer": answered,
        "set_aside": lambda one: actions.set_aside(actor=SYSTEM, question=one, why="It names somebody."),
    }
    question = a_question(recommendation)
    for state in QUESTION.states:
        for verb, take in steps.items():
            PublicQuestion.objects.filter(pk=question.pk).update(state=state)
            question.refresh_from_db()
            if QUESTION.allows(state, verb):
                take(question)
                assert PublicQuestion.objects.get().state == QUESTION.step(state, verb).target
            else:
                with pytest.raises(DomainError, match=r"kernel\.not_now"):
                    take(question)


def test_the_team_answers_mends_and_takes_down_and_keeps_the_words_of_who_asked(recommendation: Recommendation) -> None:
    question = a_question(recommendation)
    other = multilingual("en", en="Something else?")
    refused("questions.own_words", actions.answer_question, question=question, answer=ANSWER, text=other)
    refused("kernel.empty", actions.answer_question, question=question, answer=MultilingualText())
    refused("kernel.not_now", actions.amend_answer, question=question, answer=ANSWER)
    answered(question, ANSWER)
    with pytest.raises(Stale):
        actions.amend_answer(actor=SYSTEM, question=question, answer=words("Late"), seen=1)
    question.refresh_from_db()
    translated = question.text.reworded("ar", "من أجاب؟")
    before = actions.translate_question(actor=SYSTEM, question=question, text=translated, answer=ANSWER)
    assert before.amended_on is None
    refused("questions.own_words", actions.translate_question, question=question, text=translated, answer=words("x"))
    refused("questions.own_words", actions.amend_answer, question=question, answer=ANSWER, text=other)
    refused("kernel.empty", actions.amend_answer, question=question, answer=MultilingualText())
    amended = actions.amend_answer(actor=SYSTEM, question=question, answer=words("The Envoy has."))
    assert amended.amended_on is not None
    refused("questions.why_needed", actions.set_aside, question=question, why=" ")
    actions.set_aside(actor=SYSTEM, question=question, why="It was about a person.")
    assert not public_questions().exists()
    assert "about a person" not in Client().get(form_of(recommendation)).content.decode()
    refused("kernel.empty", actions.ask, subject=about(recommendation), text=" ", language="en")


def test_what_is_public_no_longer_takes_its_questions_with_it(recommendation: Recommendation) -> None:
    news = a_published_page()
    first, second = answered(a_question(news)), answered(a_question(recommendation))
    assert subjects_of([first, second])[first.pk].address.endswith(f"/news/{news.slug}/")
    page = Client().get(f"/en/news/{news.slug}/").content.decode()
    assert f"/en/questions-to-the-room/news/{news.slug}/" in page
    take_down_page(actor=SYSTEM, page=Page.objects.get(pk=news.pk))
    assert list(public_questions()) == [second]
    assert list(subjects_of([first, second])) == [second.pk]
    for kind, slug in (("news", news.slug), ("papers", "2020-06-zzzzz"), ("letters", "x"), ("recommendations", "x")):
        with pytest.raises(Missing):
            subject_at(kind, slug)
        assert Client().get(f"/en/questions-to-the-room/{kind}/{slug}/").status_code == 404
    hidden = a_recommendation(released=False)
    assert Client().get(form_of(hidden)).status_code == 404
    assert sent(Client(), form_of(hidden), "Is it there?") == 404


def test_the_desk_says_how_many_wait_and_every_page_answers_whom_it_should(
    recommendation: Recommendation, team: Person, interpreter: Person, member: Person, sign_in: SignIn
) -> None:
    question = a_question(recommendation)
    a_question(recommendation, "And why?")
    [line] = [each for each in waiting_for(actor_of(team)) if each.url.endswith("/public-questions/")]
    assert "2 questions" in str(line.what)
    assert not [each for each in waiting_for(actor_of(member)) if "public-questions" in each.url]
    one = f"public-questions/{spell(question.pk)}/"
    browsers = {
        "visitor": Client(),
        "member": sign_in(member),
        "interpreter": sign_in(interpreter),
        "team": sign_in(team),
    }
    public = ["questions-to-the-room/", "questions-to-the-room/?q=who", "questions-to-the-room/thanks/",
              f"questions-to-the-room/recommendations/{recommendation.slug}/"]  # fmt: skip
    inside = ["public-questions/", "public-questions/?state=", one, f"{one}translate/"]
    for page in (*public, *inside):
        for language in ("ar", "en"):
            for name, browser in browsers.items():
                status = browser.get(f"/{language}/{page}").status_code
                closed = {"visitor": {302}, "member": {403, 404}}.get(name, {200}) if page in inside else {200}
                assert status in closed, (name, page)
    assert browsers["interpreter"].post(f"/en/{one}", {"answer_en": "x"}).status_code == 403
    assert browsers["interpreter"].post(f"/en/{one}set-aside/", {"why": "x"}).status_code == 403
    assert browsers["team"].post(f"/en/{one}set-aside/", {"why": ""}).status_code == 422
    assert browsers["team"].post(f"/en/{one}set-aside/", {"why": "It names somebody"}).status_code == 302


def test_lists_ask_the_same_of_the_database_whatever_their_length(
    recommendation: Recommendation, team: Person, sign_in: SignIn
) -> None:
    counts: dict[str, list[int]] = {}
    browser = sign_in(team)
    browser.get("/en/public-questions/")
    news = a_published_page()
    for number in (1, 2, 3):
        for thing in (recommendation, news):
            answered(a_question(thing, f"Question {number}?"))
            a_question(thing, f"Waiting {number}?")
        for page in ("questions-to-the-room/", "public-questions/", form_of(recommendation)[4:]):
            with CaptureQueriesContext(connection) as asked:
                browser.get(f"/en/{page}")
            counts.setdefault(page, []).append(len(asked))
    assert all(found[0] == found[-1] for found in counts.values()), counts
    assert VISITOR.person_id is None
