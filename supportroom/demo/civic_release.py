"""The paper on civic space after its adoption: the office's review, the members' decision, the press, publication."""

from datetime import UTC, date, datetime

from supportroom.adoption.actions import (
    agree_words,
    answer_note,
    ask_release,
    finish_notes,
    give_note,
    propose_words,
    send_to_office,
)
from supportroom.adoption.models import Adoption, OfficeNote, Review
from supportroom.checks.models import MembersCheck
from supportroom.demo.civic_after import CONTACTS, LETTER, NOTES, QUOTATIONS, RELEASED, SUMMARY
from supportroom.demo.group_life import Life, count, decide, on
from supportroom.demo.meeting import both
from supportroom.demo.people import actor_for
from supportroom.kernel.clock import turned_to
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.tokens import new_token
from supportroom.press.actions import (
    add_contact,
    approve_summary,
    clear_quotation,
    offer_quotation,
    write_letter,
    write_summary,
)
from supportroom.press.approving import digest_of
from supportroom.site.actions import make_press_link, publish_paper
from supportroom.site.preparing import prepare_paper_edition

VOTERS, AGAINST = 51, 6


def review(life: Life) -> None:
    """The office gives two notes; the group answers them; both agree on what is told of it."""
    office = actor_for(life.people["office"])
    adoption = Adoption.objects.get(paper=life.paper)
    with turned_to(adoption.opinions_until):
        sent = send_to_office(actor=life.seat(), paper=life.paper, due_at=datetime(2022, 5, 11, 16, tzinfo=UTC))
    with on(date(2022, 5, 5)):
        for place, words, _answer in NOTES:
            give_note(actor=office, review=_again(sent), text=both(words), paragraph=life.paragraphs[place])
        finish_notes(actor=office, review=_again(sent))
    with on(date(2022, 5, 9)):
        for note, (_place, _words, answer) in zip(OfficeNote.objects.filter(review=sent), NOTES, strict=True):
            answer_note(actor=life.seat(), note=note, verdict=answer.verdict, reason=both(answer.reason))
        told = propose_words(actor=life.seat(), review=_again(sent), text=both(RELEASED))
    with on(date(2022, 5, 10)):
        agree_words(actor=office, words=told, seen=told.version)


def _again(sent: Review) -> Review:
    return Review.objects.select_related("paper__group", "shown").get(pk=sent.pk)


def release(life: Life) -> None:
    """The members decide on publication."""
    with on(date(2022, 5, 12)):
        asked = MembersCheck.objects.get(pk=ask_release(actor=life.seat(), paper=life.paper).asked_id)
    with on(date(2022, 5, 14), 20):
        decide(asked, life.members[10 : 10 + VOTERS], AGAINST)
    count(asked)
    life.paper.refresh_from_db()


def publish(life: Life) -> None:
    """The group writes and approves the summary, quotations are offered, the team publishes."""
    paper = life.paper
    with on(date(2022, 6, 1)):
        pack = write_summary(actor=life.seat(), paper=paper, summary=both(SUMMARY))
        for place in range(len(life.seated)):
            approve_summary(actor=life.seat(place), paper=paper, digest=digest_of(pack.summary))
        write_letter(actor=life.team, paper=paper, letter=both(LETTER))
        for key, words, is_cleared in QUOTATIONS:
            offered = offer_quotation(actor=life.team, paper=paper, person=life.people[key], text=both(words))
            if is_cleared:
                clear_quotation(actor=actor_for(life.people[key]), quotation=offered, is_named=True)
        for name, outlet, address, language in CONTACTS:
            add_contact(actor=life.team, name=name, outlet=outlet, address=address, language=language)
        make_press_link(actor=life.team, paper=paper, handed_to=CONTACTS[0][1], token=new_token())
    with on(date(2022, 6, 7)):
        prepared = prepare_paper_edition(paper, paper.languages, MultilingualText())
        publish_paper(actor=life.team, paper=paper, prepared=prepared)
