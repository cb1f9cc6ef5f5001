"""The secure link: a page for whoever holds it, that shows and confirms, and keeps to itself."""

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from time_machine import Traveller

from supportroom.answers.actions import withdraw_letter
from supportroom.answers.vocabulary import LINK_DAYS
from supportroom.kernel.actors import SYSTEM
from supportroom.mailing.models import Envelope
from tests.door_guard import written_table
from tests.factories.answers import a_sent_letter, a_submission, freshly, token_for
from tests.factories.register import a_recommendation, an_addressee
from tests.factories.rounds import words


def page_of(token: str, language: str = "en") -> str:
    with override(language):
        return reverse("answers:letter", args=[token])


def browser() -> Client:
    return Client(enforce_csrf_checks=True)


def test_the_page_shows_what_is_addressed_in_each_language_and_leaves_nothing_behind() -> None:
    body = an_addressee(words("Invented Envoys", "المبعوثون المبتكرون"))
    hidden = a_recommendation(released=False, addressees=[body], text=words("Open the road.", "افتحوا الطريق."))
    letter = a_sent_letter(a_submission(body), hidden.submissions.select_related("recommendation", "addressee").get())
    token = token_for(letter)
    for language, seen in (("en", ["Open the road.", "Invented Envoys", "forwarded"]), ("ar", ["افتحوا الطريق."])):
        answer = browser().get(page_of(token, language))
        text = answer.content.decode()
        assert answer.status_code == 200
        assert [word for word in seen if word not in text] == []
        assert body.address not in text
        assert "csrf" not in text
        assert not answer.cookies
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]
    assert hidden.slug not in text  # what the public does not see has no page to lead to


def test_looking_changes_nothing_and_confirming_counts_once() -> None:
    letter = a_sent_letter()
    page = page_of(token_for(letter))
    with CaptureQueriesContext(connection) as asked:
        browser().get(page)
        browser().head(page)
    assert [each["sql"] for each in asked if written_table(each["sql"])] == []
    assert freshly(letter).state == "sent"
    for _again in range(2):
        answer = browser().post(page)
        assert (answer.status_code, answer["Location"], dict(answer.cookies)) == (302, page, {})
    letter = freshly(letter)
    assert (letter.state, letter.acknowledged_by_link) == ("acknowledged", True)
    for submission in letter.submissions.all():
        assert submission.recommendation.happenings.filter(kind="acknowledged").count() == 1
    assert "receipt confirmed" in browser().get(page).content.decode()


def test_a_link_that_is_unknown_replaced_ended_or_withdrawn_says_the_same_and_does_nothing(clock: Traveller) -> None:
    replaced, ended, withdrawn = (a_sent_letter() for _number in range(3))
    first = Envelope.objects.filter(thing__endswith=f":{replaced.pk}").get().secret
    kept = token_for(replaced)
    tokens = {"unknown": "x" * 43, "replaced": first, "withdrawn": token_for(withdrawn)}
    withdraw_letter(actor=SYSTEM, letter=withdrawn)
    assert browser().get(page_of(kept)).status_code == 200
    said = {name: browser().get(page_of(token)) for name, token in tokens.items()}
    late = token_for(ended)
    clock.shift(timedelta(days=LINK_DAYS))
    said["ended"] = browser().get(page_of(late))
    assert {answer.status_code for answer in said.values()} == {404}
    texts = {name: answer.content.decode().replace(answer.wsgi_request.path[4:], "") for name, answer in said.items()}
    assert len(set(texts.values())) == 1
    assert "leads nowhere" in texts["unknown"]
    for token in (*tokens.values(), late, kept):
        assert browser().post(page_of(token)).status_code == 404
    assert {freshly(letter).state for letter in (replaced, ended)} == {"sent"}


def test_a_link_leads_to_no_other_letter_and_opens_no_other_page() -> None:
    body = an_addressee()
    one, other = a_sent_letter(a_submission(body)), a_sent_letter(a_submission(body))
    client, token = browser(), token_for(one)
    text = client.get(page_of(token)).content.decode()
    assert other.submissions.get().recommendation.code not in text
    assert client.get(reverse("answers:letter_detail", args=[one.pk])).status_code == 302
    assert client.put(page_of(token)).status_code == 405
