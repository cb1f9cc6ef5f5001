"""Invitations: nothing goes out while something is missing; then they are answered, asked about, and settled."""

import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from playwright.sync_api import Page, expect

from supportroom.demo.ahead_people import FIRST
from supportroom.demo.people import PERSONAS, invented
from tests.journeys import wording_preparing as said
from tests.journeys.company import follow, key_in, press, refused, send, write
from tests.journeys.steps_programme import complete_second_topic, publish
from tests.journeys.steps_topics import Preparation, choose_moment

TERM = ("day", "hour")
INVITED = ("facilitator", "rapporteur", "member", "shielded_member")
SUBSTITUTE = invented(FIRST)[0]
BETWEEN_MAILS = b"-" * 79
PATIENCE = 40


def write_letter(way: Preparation) -> None:
    """Write the letter, at first without the reason for the short notice: the checklist says all that is missing."""
    page = way.at("team", "letter/")
    write(page, "text", said.LETTER)
    choose_moment(page, TERM, 1, "18:00")
    send(page)
    missing = page.locator("main .state--refused")
    expect(missing).to_have_count(3)  # of the second topic a point and a contact person, and the reason
    expect(page.locator('form[action$="/invitations/send/"]')).to_have_count(0)
    way.company.examine(page)
    complete_second_topic(way)
    page = way.at("team", "letter/")
    write(page, "reason", said.SHORT)
    send(page)
    expect(missing).to_have_count(1)  # the programme, which holds the new point, is not published yet
    publish(way)


def send_invitations(way: Preparation) -> None:
    """Press the button in a window where everything stood, while the list is open again elsewhere: it is refused."""
    page = way.at("team", "invitations/")
    expect(page.locator("main .state--refused")).to_have_count(0)
    other = page.context.new_page()
    other.goto(f"/{way.language}/rounds/{way.round}/list/")
    press(other, "/list/reopen/")
    other.close()
    refused(page, lambda: press(page, "/invitations/send/"))
    expect(page.locator("main .state--refused")).to_have_count(1)
    way.company.examine(page)
    page = way.at("team", "list/")
    press(page, "/list/confirm/")
    page = way.at("team", "invitations/")
    press(page, "/invitations/send/")
    expect(page.locator("main tbody tr")).to_have_count(len(INVITED))
    for who in INVITED:
        link = page.locator("tbody a", has_text=PERSONAS[who][0])
        way.invitations[who] = key_in(link.get_attribute("href"), "invitations")


def accept_in_two_taps(way: Preparation) -> None:
    """The invitation stands first on the desk; one tap opens it, the second accepts; then she says what she needs."""
    page = way.company.go("member", "desk/")
    first = page.locator("#waiting ~ ul a").first
    assert way.invitations["member"] in (first.get_attribute("href") or "")
    first.click()
    for words in (said.LETTER, said.SHORT, said.POINTS[0]):
        expect(page.get_by_text(way.words(words)).first).to_be_visible()
    way.company.examine(page)
    press(page, "/accept/")
    change = page.locator("details", has=page.locator('a[href$="/accept/"]'))
    change.locator("summary").click()
    follow(page, "/accept/")
    page.check('[name="needs_travel"]')
    page.fill('[name="note_travel"]', way.words(said.TRAVEL))
    page.check('[name="needs_care"]')
    way.company.examine(page)
    send(page)
    expect(page.get_by_text(way.words(said.TRAVEL)).first).to_be_visible()
    press(invitation(way, "facilitator"), "/accept/")


def invitation(way: Preparation, who: str) -> Page:
    """Let somebody open their own invitation."""
    return way.company.go(who, f"invitations/{way.invitations[who]}/")


def answer_in_two_windows(way: Preparation) -> None:
    """Decline with a reason in one window, accept in another that was open before: the page says what stands now."""
    page = invitation(way, "rapporteur")
    other = page.context.new_page()
    other.goto(page.url)
    follow(other, "/decline/")
    other.fill('[name="reason"]', way.words(said.DECLINING))
    send(other)
    expect(other.locator("main li", has_text=way.words(said.DECLINING))).to_be_visible()
    other.close()
    with page.expect_response(lambda answer: answer.status == 409):
        press(page, "/accept/")
    expect(page.locator("main")).to_contain_text(way.words(said.DECLINING))
    way.company.examine(page)
    send(page)
    expect(page.locator(".notice--settled")).to_be_visible()
    expect(page.get_by_text(way.words(said.DECLINING))).to_be_visible()


def propose_substitute(way: Preparation) -> None:
    """Let the member at risk propose somebody; the team reads who and how, and invites them instead."""
    page = invitation(way, "shielded_member")
    follow(page, "/substitute/")
    page.fill('[name="name"]', SUBSTITUTE)
    page.fill('[name="contact"]', way.words(said.SAFE_CONTACT))
    send(page)
    expect(page.get_by_text(SUBSTITUTE)).to_be_visible()
    page = way.at("team", "invitations/")
    follow(page, "/substitute/confirm/")
    expect(page.get_by_text(way.words(said.SAFE_CONTACT))).to_be_visible()
    page.locator("main label", has_text=SUBSTITUTE).first.click()
    way.company.examine(page)
    page.locator('main form[method="post"] button').first.click()
    expect(page.locator("h2", has_text=SUBSTITUTE)).to_be_visible()


def ask_and_answer(way: Preparation) -> None:
    """Let the member ask the contact person, who answers; all invited read both, nobody reads who asked."""
    page = invitation(way, "member")
    page.locator('a[href*="/question/?topic="]').first.click()
    page.fill('[name="text"]', way.words(said.QUESTION))
    send(page)
    page = way.at("facilitator", "questions/")
    follow(page, "/answer/")
    write(page, "answer", said.ANSWER)
    send(page)
    for who in ("rapporteur", "shielded_member", "team"):
        page = way.at(who, "questions/")
        told = page.locator("main").inner_text()
        assert way.words(said.QUESTION) in told
        assert way.words(said.ANSWER) in told
        assert PERSONAS["member"][0] not in told, who
    way.company.examine(page)


def team_sees_answers(way: Preparation) -> None:
    """The team reads who has answered, what is needed and how the balance moves, and arranges a need."""
    page = way.at("team", "invitations/")
    expect(page.locator("tbody tr")).to_have_count(len(INVITED) + 1)
    way.company.examine(page)
    page.locator('main li a[href*="/needs/"]').first.click()
    page.check('[name="outcome"][value="arranged"]')
    page.fill('[name="answer"]', way.words(said.ARRANGED))
    send(page)
    page = invitation(way, "member")
    expect(page.get_by_text(way.words(said.ARRANGED))).to_be_visible()


def mails_name_nothing(way: Preparation, folder: Path) -> None:
    """Everybody who was invited got mails; none of them holds a name, a title or a word of the round."""
    wanted = {f"{who}@example.org" for who in INVITED}
    until = time.monotonic() + PATIENCE
    while not wanted <= {str(mail["To"]) for mail in mails_in(folder)} and time.monotonic() < until:
        time.sleep(0.5)
    mails = mails_in(folder)
    assert wanted <= {str(mail["To"]) for mail in mails}
    names = [name for name, _role, _language, _organisation in PERSONAS.values()]
    canaries = [SUBSTITUTE, *names, *(words for canary in said.CANARIES for words in canary)]
    for mail in mails:
        whole = f"{mail['Subject']} {mail['From']} {mail.get_content()}"
        assert not any(words in whole for words in canaries), whole
    page = way.company.go("shielded_member", "notices/")
    expect(page.locator("main .link-list li").first).to_be_visible()
    way.company.examine(page)


def mails_in(folder: Path) -> list[EmailMessage]:
    """Read the mails that lie in a folder as files."""
    content = b"\n".join(path.read_bytes() for path in folder.glob("*.log"))
    parts = [part.strip() for part in content.split(BETWEEN_MAILS)]
    return [message_from_bytes(part, policy=policy.default) for part in parts if part]
