"""How a round was prepared, as its report tells it: from the record, in all outputs, nobody named."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.utils.translation import override
from time_machine import Traveller

from supportroom.invitations.actions import begin_joint_decline, decline, join_decline, send_invitations
from supportroom.kernel.actors import SYSTEM
from supportroom.people.models import Person
from supportroom.rendering import tree
from supportroom.rendering.docx import to_docx
from supportroom.rendering.html import to_html
from supportroom.rendering.pdf import to_pdf
from supportroom.rounds.actions import amend_session, start_round
from supportroom.rounds.models import Round
from supportroom.selection.actions import add_listing, confirm_list, give_reason, reopen_list, set_quotas
from supportroom.selection.models import Quota
from supportroom.selection.queries import list_of
from supportroom.statements.actions import draft_report
from supportroom.statements.composing import report_document
from supportroom.statements.models import Report
from supportroom.statements.preparation import preparation_blocks
from supportroom.statements.prepared import answers_of, preparation_of
from supportroom.topics.actions import defer_topic, merge_topic, withdraw_topic
from supportroom.topics.queries import agenda_of
from tests.factories.invitations import accepted_by, invitation_to, invited_round, letter_for, prepared_round
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import close_a_session, make_round, open_a_session, words
from tests.factories.topics import proposed

pytestmark = pytest.mark.usefixtures("clock", "room")


def members(count: int) -> list[Person]:
    return [make_person(f"Invited {number} Example", "member") for number in range(count)]


def texts_of(round: Round, language: str = "en") -> str:
    """Give every word of the part, one after the other."""
    with override(language):
        return "\n".join(_words(block) for block in preparation_blocks(preparation_of(round), round, language))


def _words(block: tree.Block) -> str:
    match block:
        case tree.Facts():
            return "\n".join(f"{label}: {value}" for label, value in block.pairs)
        case tree.Table():
            return "\n".join(" | ".join(row) for row in block.rows)
        case tree.Quote():
            return f"{block.text} ({block.by})"
        case _:
            return str(getattr(block, "text", ""))


def test_a_round_that_was_not_prepared_here_tells_nothing() -> None:
    made = make_round()
    assert preparation_of(made) is None
    assert list(preparation_blocks(None, made, "en")) == []


def test_it_tells_notice_programme_and_answers_in_protected_figures() -> None:
    people = members(17)
    made = invited_round(people)
    for person in people[:8]:
        accepted_by(made, person)
    for person in people[8:11]:
        decline(actor=actor_of(person), invitation=invitation_to(made, person))
    told = texts_of(made)
    assert "How this round was prepared" in told
    assert "Notice: 28 days, where this room promises 14 days" in told
    assert "published on 2 June 2026, in 1 version" in told
    assert "People invited: 17" in told
    assert "Their answers: 8 accepted and 9 did not accept" in told  # three who declined are not told apart
    assert "shorter" not in told
    assert not [person.name for person in people if person.name in told]


def test_few_answers_are_not_told_at_all(member: Person) -> None:
    made = invited_round([member])
    accepted_by(made, member)
    assert answers_of(made).shown == {}
    assert "Their answers" not in texts_of(made)


def test_every_proposal_stands_with_what_became_of_it(member: Person, team: Person) -> None:
    made = invited_round([member])
    into = agenda_of(made).get()
    later, same = proposed(made, member, "Sanctions"), proposed(made, member, "Schools again")
    proposed(made, member, "Left lying")
    withdraw_topic(actor=actor_of(member), topic=proposed(made, member, "Taken back"))
    defer_topic(actor=actor_of(team), topic=later, reason=words("Those who decide are not there."))
    merge_topic(actor=actor_of(team), topic=same, into=into)
    told = texts_of(made)
    assert "Topics proposed: 4" in told
    assert "Sanctions | deferred | Those who decide are not there." in told
    assert f"Schools again | merged into “{into.title}” | " in told
    assert "Left lying | no answer was given | " in told
    assert "Taken back" not in told


def test_the_reason_for_a_short_notice_stands_in_the_report(member: Person, clock: Traveller) -> None:
    made = prepared_round([member])
    first = made.sessions.get().starts_at
    clock.move_to(first - timedelta(days=7))
    letter_for(made, answer_by=first - timedelta(days=2), reason="The border opened late.")
    send_invitations(actor=SYSTEM, round=made)
    told = texts_of(made)
    assert "Notice: 7 days, where this room promises 14 days" in told
    assert "The border opened late." in told


def test_a_quota_gone_below_stands_with_its_reason(member: Person) -> None:
    made = prepared_round([member])
    reopen_list(actor=SYSTEM, draft_list=list_of(made))
    add_listing(actor=SYSTEM, draft_list=list_of(made), person=make_person("Nobody Says-Invented", "member"))
    set_quotas(actor=SYSTEM, round=made, quotas=[("women", "", 40)])
    give_reason(actor=SYSTEM, quota=Quota.objects.get(round=made), reason=words("Women's groups meet elsewhere."))
    confirm_list(actor=SYSTEM, draft_list=list_of(made))
    told = texts_of(made)
    assert "women, at least 40%" in told
    assert "Women's groups meet elsewhere." in told


def test_joint_declines_stand_where_their_first_signatory_wishes_so() -> None:
    people = members(3)
    made = invited_round(people)
    begun = begin_joint_decline(
        actor=actor_of(people[0]),
        invitation=invitation_to(made, people[0]),
        text=words("We cannot come.\n\nAsk us about dates."),
        organisation="Bridge House",
        may_be_named=True,
        is_public=True,
    )
    assert "We cannot come." not in texts_of(made)
    for person in people[1:]:
        join_decline(
            actor=actor_of(person),
            invitation=invitation_to(made, person),
            joint_decline=begun,
            organisation="Hidden Circle",
        )
    told = texts_of(made)
    assert "We cannot come." in told
    assert "Ask us about dates. (Bridge House and 2 other organisations)" in told
    assert "Hidden Circle" not in told


@pytest.fixture
def report(member: Person, facilitator: Person) -> Report:
    """The report, being written, of a round that was prepared in the room."""
    made = invited_round([member, facilitator])
    for person in (member, facilitator):
        accepted_by(made, person)
    start_round(actor=SYSTEM, round=made)
    session = amend_session(actor=SYSTEM, session=made.sessions.get(), group=None)
    close_a_session(open_a_session(facilitator, session=session, present=1))
    return draft_report(actor=SYSTEM, round=made)


def test_it_stands_in_every_output_in_both_languages(report: Report) -> None:
    for language, heading in (("en", "How this round was prepared"), ("ar", None)):
        document = report_document(report, language)
        anchors = {block.anchor: block.text for block in document.blocks if isinstance(block, tree.Heading)}
        assert anchors["prepared"] == (heading or anchors["prepared"])
        assert 'id="prepared"' in to_html(document)
        with zipfile.ZipFile(io.BytesIO(to_docx(document))) as archive:
            assert anchors["prepared"] in archive.read("word/document.xml").decode()
        assert to_pdf(document).startswith(b"%PDF")
