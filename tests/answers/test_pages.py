"""Pages of letters, answers and deliveries: each in each language, to whom it may, with the same number of queries."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from time_machine import Traveller

from supportroom.answers.models import Answer, Delivery, Letter
from supportroom.files.cleaning import clean
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.register.models import Recommendation
from tests.factories.answers import (
    SOURCE,
    a_delivery,
    a_draft,
    a_sent_letter,
    a_submission,
    answered,
    freshly,
)
from tests.factories.register import a_recommendation, an_addressee
from tests.factories.rounds import words

SignIn = Callable[[Person], Client]
TEAM_ALONE = (
    "addressee_list", "addressee_detail", "letter_write", "draft", "draft_edit", "letter_pdf", "recorded_answer",
    "lapsed", "delivery_add", "delivery_edit",
)  # fmt: skip
OF_ADDRESSEE = ("letter_detail", "answer_add", "answer_edit", "under_way")
EVERYBODY = ("answer_detail", "delivery_list", "delivery_detail", "answer_file", "delivery_speech")


@pytest.fixture
def body(addressee: Person) -> Any:
    return an_addressee(people=[addressee])


@pytest.fixture
def pages(body: Any, member: Person, clock: Traveller) -> dict[str, str]:
    """The addresses of a draft, a letter with one answered and one waiting recommendation, and a delivery."""
    file = clean("answer.txt", b"We answer.")
    waiting, given, unsent = a_submission(body), a_submission(body), a_submission(body)
    letter = a_sent_letter(waiting, given)
    answer = answered(freshly(given), file=file)
    delivery = a_delivery(given.recommendation, speech=file, carrier=member)
    draft = a_draft(unsent)
    one = waiting.recommendation_id
    return {
        "addressee_list": reverse("answers:addressee_list"),
        "addressee_detail": reverse("answers:addressee_detail", args=[body.pk]),
        "letter_write": reverse("answers:letter_write", args=[body.pk]),
        "draft": reverse("answers:letter_detail", args=[draft.pk]),
        "draft_edit": reverse("answers:letter_edit", args=[draft.pk]),
        "letter_pdf": reverse("answers:letter_taken", args=[draft.pk, "en", "docx"]),
        "recorded_answer": reverse("answers:answer_add", args=[unsent.pk]),
        "lapsed": reverse("answers:step_take", args=[one, "lapsed"]),
        "delivery_add": reverse("answers:delivery_add"),
        "delivery_edit": reverse("answers:delivery_edit", args=[delivery.pk]),
        "letter_detail": reverse("answers:letter_detail", args=[letter.pk]),
        "answer_add": reverse("answers:answer_add", args=[waiting.pk]),
        "answer_edit": reverse("answers:answer_edit", args=[answer.pk]),
        "under_way": reverse("answers:step_take", args=[one, "under-way"]),
        "addressed_list": reverse("answers:addressed_list"),
        "answer_translate": reverse("answers:answer_translate", args=[answer.pk]),
        "answer_detail": reverse("answers:answer_detail", args=[answer.pk]),
        "answer_file": reverse("answers:answer_file", args=[answer.pk]),
        "delivery_list": reverse("answers:delivery_list"),
        "delivery_detail": reverse("answers:delivery_detail", args=[delivery.pk]),
        "delivery_speech": reverse("answers:delivery_speech", args=[delivery.pk]),
    }


def may_open(persona: str, page: str) -> bool:
    """Say who opens what."""
    if page in EVERYBODY:
        return True
    allowed = {
        "team": {*TEAM_ALONE, *OF_ADDRESSEE, "answer_translate"},
        "addressee": {*OF_ADDRESSEE, "addressed_list", "answer_translate"},
        "interpreter": {"answer_translate"},
    }
    return page in allowed.get(persona, set())


def test_every_page_answers_whom_it_may_in_each_language(
    pages: dict[str, str], request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    wrong = []
    for persona in ("team", "addressee", "member", "office", "interpreter", "observer", "visitor"):
        client = Client() if persona == "visitor" else sign_in(request.getfixturevalue(persona))
        for page, address in pages.items():
            for language in ("ar", "en") if persona in ("team", "addressee", "visitor") else ("en",):
                status = client.get(address.replace("/en/", f"/{language}/", 1)).status_code
                expected = {200} if may_open(persona, page) else {302} if persona == "visitor" else {403, 404}
                if status not in expected:
                    wrong.append((persona, page, language, status))
    assert wrong == []


def test_lists_ask_the_database_as_often_for_one_row_as_for_three(
    body: Any, team: Person, addressee: Person, sign_in: SignIn
) -> None:
    addresses = {
        reverse("answers:addressee_list"): team,
        reverse("answers:addressee_detail", args=[body.pk]): team,
        reverse("answers:addressed_list"): addressee,
        reverse("answers:delivery_list"): addressee,
    }

    def counted() -> list[int]:
        found = []
        for address, person in addresses.items():
            client = sign_in(person)
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            found.append(len(asked))
        return found

    def more() -> None:
        submission = a_submission(body)
        a_sent_letter(submission)
        a_delivery(submission.recommendation)

    more()
    few = counted()
    more()
    an_addressee()
    more()
    assert counted() == few


def test_the_team_reads_what_is_addressed_to_a_body_part_by_part(
    body: Any, team: Person, sign_in: SignIn, clock: Traveller
) -> None:
    unsent, late, given = (a_submission(body) for _number in range(3))
    a_sent_letter(late)
    answered(given)
    clock.move_to("2026-09-01T09:00:00Z")
    waits = a_submission(body)
    a_sent_letter(waits)
    client, address = sign_in(team), reverse("answers:addressee_detail", args=[body.pk])
    parts = {
        "all": {unsent, late, given, waits},
        "to_send": {unsent},
        "waiting": {late, waits},
        "overdue": {late},
        "answered": {given},
        "nonsense": {unsent, late, given, waits},
    }
    for part, expected in parts.items():
        text = client.get(address, {"state": part}).content.decode()
        shown = {each for each in (unsent, late, given, waits) if each.recommendation.slug in text}
        assert shown == expected, part


def test_a_letter_shows_three_recommendations_for_as_many_queries_as_one(
    body: Any, team: Person, addressee: Person, sign_in: SignIn
) -> None:
    counted = []
    for number in (1, 3):
        letter = a_sent_letter(*(a_submission(body) for _each in range(number)))
        for person in (team, addressee):
            client, address = sign_in(person), reverse("answers:letter_detail", args=[letter.pk])
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            counted.append(len(asked))
    assert counted[:2] == counted[2:]


def test_the_team_writes_looks_at_changes_sends_and_withdraws_a_letter(
    body: Any, team: Person, sign_in: SignIn
) -> None:
    one, two = a_submission(body), a_submission(body)
    client, write = sign_in(team), reverse("answers:letter_write", args=[body.pk])
    filled = {"words_en": "Please answer.", "words_ar": "نرجو الرد.", "language": "ar", "submissions": [spell(one.pk)]}
    refused = client.post(write, {**filled, "submissions": []})
    assert (refused.status_code, "Please answer." in refused.content.decode()) == (422, True)
    page = client.post(write, filled)
    letter = Letter.objects.get()
    assert page["Location"] == reverse("answers:letter_detail", args=[letter.pk])
    shown = client.get(page["Location"]).content.decode()
    assert "Please answer." in shown
    assert "نرجو الرد." in shown
    assert body.address in shown
    assert "The mail" in shown
    edit = reverse("answers:letter_edit", args=[letter.pk])
    both = {**filled, "submissions": [spell(one.pk), spell(two.pk)], "seen": letter.version}
    assert client.post(edit, both).status_code == 302
    assert client.post(edit, both).status_code == 409
    send = reverse("answers:letter_send", args=[letter.pk])
    assert client.post(send).status_code == 302
    assert client.post(send).status_code == 422
    assert freshly(two).state == "sent"
    link = reverse("answers:link_renew", args=[letter.pk])
    assert "/letter/" in client.post(link).content.decode()
    assert "/letter/" not in client.post(link, {"mail": "1"}).content.decode()
    arrived = reverse("answers:letter_acknowledge", args=[letter.pk])
    assert client.post(arrived, {"on": "2026-06-02"}).status_code == 422
    assert client.post(arrived, {"on": "2026-06-02", "source": SOURCE}).status_code == 302
    assert client.post(reverse("answers:letter_withdraw", args=[letter.pk])).status_code == 422
    other = a_sent_letter(a_submission(body))
    gone = client.post(reverse("answers:letter_withdraw", args=[other.pk]), {"words_en": "A wrong desk."})
    assert (gone.status_code, freshly(other).state) == (302, "withdrawn")


def test_a_representative_confirms_answers_and_changes_the_answer_with_a_reason(
    body: Any, addressee: Person, sign_in: SignIn
) -> None:
    submission = a_submission(body)
    letter, client = a_sent_letter(submission), sign_in(addressee)
    listed = client.get(reverse("answers:addressed_list")).content.decode()
    assert reverse("answers:letter_detail", args=[letter.pk]) in listed
    shown = client.get(reverse("answers:letter_detail", args=[letter.pk])).content.decode()
    assert body.address not in shown
    assert client.post(reverse("answers:letter_acknowledge", args=[letter.pk])).status_code == 302
    assert client.post(reverse("answers:letter_acknowledge", args=[letter.pk])).status_code == 422
    add = reverse("answers:answer_add", args=[submission.pk])
    assert client.post(add, {"text_en": "We do it."}).status_code == 422
    file = SimpleUploadedFile("plan.txt", b"The plan.", "text/plain")
    page = client.post(add, {"verdict": "accepted", "text_en": "We do it.", "file": file})
    answer = Answer.objects.select_related("file").get()
    assert page["Location"] == reverse("answers:answer_detail", args=[answer.pk])
    assert (answer.way, answer.file is not None) == ("addressee", True)
    assert "answered already" in client.get(add).content.decode()
    edit = reverse("answers:answer_edit", args=[answer.pk])
    changed = {"verdict": "partly", "text_en": "We do a part.", "seen": answer.version}
    assert client.post(edit, changed).status_code == 422
    assert client.post(edit, {**changed, "why_en": "No funds."}).status_code == 302
    assert client.post(edit, {**changed, "text_en": "None.", "why_en": "Again."}).status_code == 409
    public = Client().get(page["Location"]).content.decode()
    for seen in ("We do a part.", "We do it.", "No funds.", "partly accepted"):
        assert seen in public
    assert addressee.name not in public


def test_the_team_takes_steps_and_records_answers_and_deliveries_by_forms(
    body: Any, team: Person, member: Person, sign_in: SignIn
) -> None:
    recommendation, client = a_recommendation(addressees=[body]), sign_in(team)
    submission = recommendation.submissions.get()
    recorded = {"verdict": "noted", "text_en": "Seen.", "answered_on": "2026-06-02", "source": SOURCE}
    assert client.post(reverse("answers:answer_add", args=[submission.pk]), recorded).status_code == 302
    step = reverse("answers:step_take", args=[recommendation.pk, "done"])
    assert client.post(step, {"on": "2026-06-02"}).status_code == 422
    assert client.post(step, {"on": "2026-06-02", "source": SOURCE, "addressee": spell(body.pk)}).status_code == 302
    assert recommendation.happenings.get(kind="done").addressee == body
    assert "not possible now" in client.get(step).content.decode()
    assert client.get(reverse("answers:step_take", args=[recommendation.pk, "nonsense"])).status_code == 404
    add = reverse("answers:delivery_add")
    given = {"title_en": "Meeting", "occasion": "meeting", "held_on": "2026-06-01"}
    unknown = client.post(add, {**given, "recommendations": "1999-1"})
    assert (unknown.status_code, "1999-1" in unknown.content.decode()) == (422, True)
    numbers = {"recommendations": f"{recommendation.code}، {recommendation.code} "}
    for name, status in (("Invented", 422), ("Somebody Unknown", 422), ("Tala Team", 302)):
        page = client.post(add, {**given, **numbers, "carrier": name})
        assert page.status_code == status, name
    delivery = Delivery.objects.get()
    assert delivery.carrier == team
    assert page["Location"] == reverse("answers:delivery_detail", args=[delivery.pk])
    assert list(delivery.recommendations.all()) == [recommendation]


def test_what_is_not_released_is_not_shown_outside(body: Any, sign_in: SignIn, member: Person) -> None:
    hidden = a_recommendation(released=False, addressees=[body])
    answer = answered(hidden.submissions.select_related("recommendation", "addressee").get())
    delivery = a_delivery(hidden, title=words("A quiet talk"))
    for address in (
        reverse("answers:answer_detail", args=[answer.pk]),
        reverse("answers:delivery_detail", args=[delivery.pk]),
    ):
        assert Client().get(address).status_code == 404
        assert sign_in(member).get(address).status_code == 200
    assert "A quiet talk" not in Client().get(reverse("answers:delivery_list")).content.decode()


def test_a_member_puts_an_answer_before_the_members_once(member: Person, office: Person, sign_in: SignIn) -> None:
    answer = answered()
    page, ask = (reverse(f"answers:{name}", args=[answer.pk]) for name in ("answer_detail", "answer_assess"))
    assert ask in sign_in(member).get(page).content.decode()
    assert ask not in sign_in(office).get(page).content.decode()
    assert sign_in(office).post(ask).status_code == 403
    assert sign_in(member).post(ask).status_code == 302
    assert sign_in(member).post(ask).status_code == 422
    shown = sign_in(member).get(page).content.decode()
    assert ask not in shown
    assert "All members are asked" in shown
    assert "All members are asked" not in Client().get(page).content.decode()


def test_who_carried_a_delivery_says_whether_they_are_named(member: Person, team: Person, sign_in: SignIn) -> None:
    delivery = a_delivery(carrier=member)
    page, name = (reverse(f"answers:{view}", args=[delivery.pk]) for view in ("delivery_detail", "delivery_name"))
    assert member.name not in sign_in(team).get(page).content.decode()
    assert sign_in(team).post(name, {"named": "1"}).status_code == 403
    assert sign_in(member).post(name, {"named": "1"}).status_code == 302
    assert member.name in Client().get(page).content.decode()
    assert sign_in(member).post(name).status_code == 302
    assert member.name not in Client().get(page).content.decode()


def test_a_letter_is_printed_in_both_languages(team: Person, sign_in: SignIn) -> None:
    letter, client = a_sent_letter(), sign_in(team)
    for kind, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        for language in ("ar", "en"):
            taken = client.get(reverse("answers:letter_taken", args=[letter.pk, language, kind]))
            assert taken.content.startswith(start)
    for language, kind in (("fr", "pdf"), ("en", "odt")):
        assert client.get(reverse("answers:letter_taken", args=[letter.pk, language, kind])).status_code == 404


def test_a_script_in_an_answer_is_only_text(clock: Traveller) -> None:
    answer = answered(text=words("<script>alert(1)</script>"), evidence="javascript:alert(1)")
    page = Client().get(reverse("answers:answer_detail", args=[answer.pk])).content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert Recommendation.objects.get().code in page
    assert SYSTEM.ref not in page
