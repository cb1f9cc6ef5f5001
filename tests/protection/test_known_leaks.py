"""Ways in which others' rooms gave people away, each of which is tried on ours (S18).

An author named in an e-mail (Submitty 11466); hidden after the mail had left (fixmystreet 2058); an edit form that
falls back to the real name (coursys 273); all that somebody wrote in one list (write-it 1201). An interface that
returns the id of a person (resmatch 30) is looked for in everything that leaves the room: test_canaries.py.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from time_machine import Traveller

from supportroom.comments.actions import amend_comment, support_comment
from supportroom.comments.models import Comment, CommentWindow
from supportroom.kernel.ids import spell
from supportroom.notices import digests, sending
from supportroom.notices.telling import tell
from supportroom.people.models import Account, Person
from tests.factories.comments import answered, closed, commented, freshly, in_comment
from tests.factories.personas import actor_of
from tests.factories.rounds import words

SignIn = Callable[[Person], Client]
TO = "whom it is for"
PHRASE = "as my grandmother in Idlib says"
AS_LATER = ("comments/{comment}/", "papers/{paper}/comments/", "papers/{paper}/comments/table/", "notices/", "desk/",
            "papers/{paper}/comments/table.csv", "groups/{group}/", "search/?q={name}")  # fmt: skip


@pytest.fixture
def window(room: None, clock: Traveller, facilitator: Person, rapporteur: Person) -> CommentWindow:
    return in_comment(facilitator, rapporteur)


def everything_mailed(clock: Traveller) -> list[str]:
    """Tell everybody of everything, let every mail leave within a day, and give all that is in them."""
    for _hour in range(25):
        tell()
        digests.queue()
        sending.send()
        clock.shift(timedelta(hours=1))
    whole = [
        f"{sent.message().as_string()}\n{sent.body}\n{sent.reply_to}".replace(sent.to[0], TO) for sent in mail.outbox
    ]
    assert all(len(sent.recipients()) == 1 for sent in mail.outbox)
    return whole


def pages_of(made: Comment, who: Person, sign_in: SignIn, name: str) -> dict[str, str]:
    """Give every page and file where a comment could stand, as somebody reads it."""
    browser, paper = sign_in(who), made.window.paper
    ids = {"comment": spell(made.pk), "paper": spell(paper.pk), "group": spell(paper.group_id), "name": name}
    answers = {place: browser.get(f"/en/{place.format(**ids)}") for place in AS_LATER}
    found = {place: answer.content.decode() for place, answer in answers.items() if answer.status_code == 200}
    assert len(found) >= len(AS_LATER) - 2
    return {place: text.replace(f'value="{name}"', "").replace(f"q={name}", "") for place, text in found.items()}


def test_s18_no_mail_names_an_author_or_repeats_their_words(
    window: CommentWindow, member: Person, stranger: Person, clock: Traveller
) -> None:
    hidden = commented(window, member, f"Halls are closed, {PHRASE}.")
    named = commented(window, stranger, "By my name.", is_named=True)
    support_comment(actor=actor_of(stranger), comment=hidden)
    clock.move_to(window.closes_at)
    closed(window)
    answered(hidden, named)
    mails = everything_mailed(clock)
    assert len(mails) >= 4, "people were told"
    addresses = {account.email for account in Account.objects.all()}
    for text in mails:
        for secret in (member.name, stranger.name, PHRASE, spell(member.pk), str(member.pk), spell(hidden.pk)):
            assert secret not in text
        assert [address for address in addresses if address in text] == [], "of addresses its own alone"


def test_s18_what_is_hidden_after_the_mail_left_is_named_nowhere(  # noqa: PLR0917
    window: CommentWindow, member: Person, rapporteur: Person, team: Person, clock: Traveller, sign_in: SignIn
) -> None:
    made = commented(window, member, is_named=True)
    before = everything_mailed(clock)
    assert before
    assert member.name in pages_of(made, rapporteur, sign_in, member.name)["papers/{paper}/comments/table/"]
    amend_comment(actor=actor_of(member), comment=freshly(made), text=words("The same, hidden."), is_named=False,
                  paragraph=made.paragraph)  # fmt: skip
    after = everything_mailed(clock)
    assert [text for text in after if member.name in text] == []
    for reader in (rapporteur, team):
        for place, text in pages_of(freshly(made), reader, sign_in, member.name).items():
            assert member.name not in text, place
            assert spell(member.pk) not in text, place


def test_s18_the_form_in_which_one_amends_stays_hidden(
    window: CommentWindow, member: Person, rapporteur: Person, sign_in: SignIn
) -> None:
    made = commented(window, member)
    browser, page = sign_in(member), f"/en/comments/{spell(made.pk)}/edit/"
    form = browser.get(page).content.decode()
    chosen = [each for each in re.findall(r"<input[^>]*name=\"naming\"[^>]*>", form) if "checked" in each]
    assert [re.findall(r'value="(\w+)"', each) for each in chosen] == [["hidden"]]
    assert member.name not in re.sub(r"<header.*?</header>", "", form, flags=re.DOTALL)
    typed: dict[str, Any] = {"paragraph": spell(made.paragraph_id or 0), "text": "Better", "language": "en", "seen": 1}
    browser.post(page, typed | {"is_named": "on", "named": "on", "written_by": member.pk})
    assert not freshly(made).is_named, "a form that does not say is no consent"
    browser.post(page, typed | {"naming": "hidden"})
    assert (str(freshly(made).text), freshly(made).is_named) == ("Better", False)
    shown = sign_in(rapporteur).get(f"/en/comments/{spell(made.pk)}/").content.decode()
    assert member.name not in shown


def test_s18_no_page_lists_all_that_somebody_wrote(
    window: CommentWindow, member: Person, stranger: Person, rapporteur: Person, sign_in: SignIn
) -> None:
    first, other, second = (commented(window, who, "Say it plainly.") for who in (member, stranger, member))
    browser, table = sign_in(rapporteur), f"/en/papers/{spell(window.paper_id)}/comments/table/"
    plain = browser.get(table).content.decode()
    for asked in ("author", "by", "written_by", "person", "member", "user"):
        for value in (spell(member.pk), str(member.pk), member.name):
            assert browser.get(table, {asked: value}).content.decode().count("Say it plainly.") == plain.count(
                "Say it plainly."
            ), asked
    assert browser.get(table, {"q": member.name}).content.decode().count("Say it plainly.") == 0
    assert browser.get(table, {"who": "mine"}).content.decode().count("Say it plainly.") == 0
    pages = [browser.get(f"/en/comments/{spell(each.pk)}/").content.decode() for each in (first, other, second)]
    alike = [re.sub(r"[0-9a-hjkmnp-tv-z]{12}|(?<=value=\")[\w-]{20,}|\d+", "~", page) for page in pages]
    assert alike[0] == alike[1] == alike[2], "two of one writer are no more alike than two of two"
