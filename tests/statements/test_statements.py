"""A statement from its first item to the addressee's reply."""

import pytest

from supportroom.journal.models import UNNAMED, Entry, reference
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.multilingual import CURRENT, DRAFT, OUTDATED
from supportroom.people.models import Person
from supportroom.points.models import Point
from supportroom.points.vocabulary import REMAINING
from supportroom.statements.actions import (
    add_items,
    add_words,
    adopt_statement,
    deliver_statement,
    move_item,
    name_statement,
    read_back_statement,
    record_reply,
    remove_item,
    rest_item,
    restore_item,
    reword_item,
    step_down,
    take_back_statement,
    volunteer,
)
from supportroom.statements.lifecycle import STATEMENT
from supportroom.statements.models import ItemSource, Statement, Volunteer
from supportroom.statements.queries import items_of, pick_list
from supportroom.texts.models import Paragraph, ParagraphVersion
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.statements import (
    Meeting,
    adopted,
    ask,
    delivered,
    new_session,
    read_back,
    replied,
    started,
    written,
)


def anew(statement: Statement) -> Statement:
    return Statement.objects.select_related("text", "round").get(pk=statement.pk)


def test_whoever_starts_a_statement_is_its_first_volunteer(meeting: Meeting) -> None:
    statement = started(meeting)
    assert list(Volunteer.objects.values_list("statement", "person")) == [(statement.pk, meeting.writer.pk)]


def test_an_item_begins_with_the_words_of_its_point_in_every_language_and_keeps_its_link(meeting: Meeting) -> None:
    statement = written(meeting, 2)
    items = items_of(statement)
    assert [str(item.content) for item in items] == [str(point.content) for point in meeting.agreed[:2]]
    assert [[s.point_id for s in item.sources.all()] for item in items] == [[p.pk] for p in meeting.agreed[:2]]


def test_several_points_become_one_item_if_wished(meeting: Meeting) -> None:
    statement = started(meeting)
    add_items(actor=actor_of(meeting.writer), statement=statement, points=meeting.agreed, together=True)
    (item,) = items_of(anew(statement))
    assert item.sources.count() == 3
    assert str(item.content).count("\n") == 2


def test_a_point_that_remains_cannot_go_into_a_statement(meeting: Meeting) -> None:
    remaining = Point.objects.get(state=REMAINING)
    with pytest.raises(DomainError, match="not_agreed_point"):
        add_items(actor=actor_of(meeting.writer), statement=started(meeting), points=[remaining])
    assert not Paragraph.objects.exists()


def test_the_pick_list_shows_agreed_points_by_pillar_and_which_are_used(meeting: Meeting) -> None:
    statement = written(meeting, 1)
    ((_pillar, picks),) = pick_list(statement)
    assert [pick.is_used for pick in picks] == [True, False, False]


def test_a_new_original_leaves_the_translation_out_of_date_until_it_is_confirmed(meeting: Meeting) -> None:
    actor, statement = actor_of(meeting.writer), written(meeting, 1)
    (item,) = items_of(statement)
    fixed = {"actor": actor, "statement": statement, "paragraph": item}
    once = reword_item(**fixed, seen=item.version, wordings={"ar": "نقطة أولى"}, drafts=["ar"])
    assert once.content.state("ar") == DRAFT
    final = reword_item(**fixed, seen=once.version, wordings={"ar": "نقطة أولى"})
    assert final.content.state("ar") == CURRENT
    changed = reword_item(**fixed, seen=final.version, wordings={"en": "Clinics must stay open", "ar": "نقطة أولى"})
    assert changed.content.state("ar") == OUTDATED
    held = reword_item(**fixed, seen=changed.version, wordings={"ar": "نقطة أولى"}, confirmed=["ar"])
    assert held.content.state("ar") == CURRENT


def test_both_languages_changed_together_are_both_current(meeting: Meeting) -> None:
    statement = written(meeting, 1)
    (item,) = items_of(statement)
    actor = actor_of(meeting.writer)
    changed = reword_item(
        actor=actor, statement=statement, paragraph=item, seen=item.version, wordings={"en": "New", "ar": "جديد"}
    )
    assert changed.content.state("ar") == CURRENT


def test_two_writers_at_once_lose_nothing(meeting: Meeting) -> None:
    statement = written(meeting, 1)
    (item,) = items_of(statement)
    given = {"actor": actor_of(meeting.writer), "statement": statement, "paragraph": item, "seen": item.version}
    reword_item(**given, wordings={"en": "The first one's words"})
    with pytest.raises(Stale) as stale:
        reword_item(**given, wordings={"en": "The second one's words"})
    assert stale.value.mine == {"en": "The second one's words"}
    assert str(stale.value.theirs.content) == "The first one's words"
    assert str(Paragraph.objects.get(pk=item.pk).content) == "The first one's words"


def test_every_wording_is_kept_and_nobody_with_it(meeting: Meeting) -> None:
    statement = written(meeting, 1)
    (item,) = items_of(statement)
    fixed = {"actor": actor_of(meeting.writer), "statement": statement, "paragraph": item}
    reword_item(**fixed, seen=item.version, wordings={"en": "Second words"})
    versions = list(ParagraphVersion.objects.filter(paragraph=item))
    assert [str(version.content) for version in versions] == ["Point 1 of the list", "Second words"]
    assert {version.by for version in versions} == {UNNAMED}
    assert {(version.at.hour, version.at.minute) for version in versions} == {(0, 0)}
    written_down = Entry.objects.filter(action__in=["statements.reword_item", "statements.add_items"])
    assert {entry.actor for entry in written_down} == {UNNAMED}


def test_items_are_moved_taken_out_and_brought_back(meeting: Meeting) -> None:
    statement, actor = written(meeting, 3), actor_of(meeting.writer)
    first, second, third = items_of(statement)
    move_item(actor=actor, statement=statement, paragraph=third, way="up")
    move_item(actor=actor, statement=statement, paragraph=first, way="up")
    assert items_of(statement) == [first, third, second]
    remove_item(actor=actor, statement=statement, paragraph=third)
    assert items_of(statement) == [first, second]
    restore_item(actor=actor, statement=statement, paragraph=third)
    assert items_of(statement) == [first, second, third]


def test_an_item_can_rest_on_other_points(meeting: Meeting) -> None:
    statement, actor = written(meeting, 1), actor_of(meeting.writer)
    (item,) = items_of(statement)
    rest_item(actor=actor, statement=statement, paragraph=item, points=meeting.agreed[1:])
    assert set(ItemSource.objects.values_list("point", flat=True)) == {point.pk for point in meeting.agreed[1:]}
    opening = add_words(actor=actor, statement=statement, content=words("Dear Envoy"))
    with pytest.raises(DomainError, match="not_an_item"):
        rest_item(actor=actor, statement=statement, paragraph=opening, points=meeting.agreed)


def test_a_paragraph_of_another_text_is_not_touched(meeting: Meeting) -> None:
    one, other = written(meeting, 1), written(meeting, 1)
    (item,) = items_of(other)
    with pytest.raises(DomainError, match="no_such_paragraph"):
        remove_item(actor=actor_of(meeting.writer), statement=one, paragraph=item)


def test_an_empty_statement_is_not_read_back(meeting: Meeting) -> None:
    with pytest.raises(DomainError, match=r"statements\.empty"):
        read_back_statement(actor=actor_of(meeting.writer), statement=started(meeting))


def test_a_text_that_was_read_back_is_frozen_but_for_its_translations(meeting: Meeting) -> None:
    statement, actor = read_back(meeting), actor_of(meeting.writer)
    item = items_of(statement)[0]
    for act in (
        lambda: add_items(actor=actor, statement=statement, points=meeting.agreed),
        lambda: remove_item(actor=actor, statement=statement, paragraph=item),
        lambda: move_item(actor=actor, statement=statement, paragraph=item, way="down"),
        lambda: add_words(actor=actor, statement=statement, content=words("More")),
        lambda: name_statement(
            actor=actor, statement=statement, seen=statement.version, title=words("Other"), addressee=words("Other")
        ),
    ):
        with pytest.raises(DomainError, match="not_in_drafting"):
            act()
    given = {"actor": actor, "statement": statement, "paragraph": item, "seen": item.version}
    with pytest.raises(DomainError, match="adopted_words"):
        reword_item(**given, wordings={"en": "Other words"})
    before = anew(statement).text.version
    reword_item(**given, wordings={"en": str(item.content), "ar": "ترجمة"})
    assert anew(statement).text.version == before


def test_a_statement_is_adopted_only_by_a_confirmed_check_of_its_very_version(meeting: Meeting) -> None:
    actor, statement = actor_of(meeting.writer), read_back(meeting)
    with pytest.raises(DomainError, match="no_check"):
        adopt_statement(actor=actor, statement=statement)
    session = new_session(meeting)
    ask(session, statement, agrees=False)
    with pytest.raises(DomainError, match="no_check"):
        adopt_statement(actor=actor, statement=statement)
    take_back_statement(actor=actor, statement=statement)
    item = items_of(statement)[0]
    reword_item(actor=actor, statement=statement, paragraph=item, seen=item.version, wordings={"en": "Better words"})
    read_back_statement(actor=actor, statement=statement)
    ask(session, anew(statement))
    assert adopt_statement(actor=actor, statement=statement).state == "adopted"


def test_what_was_agreed_before_a_change_adopts_nothing_after_it(meeting: Meeting) -> None:
    actor, statement = actor_of(meeting.writer), read_back(meeting)
    ask(new_session(meeting), statement)
    take_back_statement(actor=actor, statement=statement)
    remove_item(actor=actor, statement=statement, paragraph=items_of(statement)[0])
    read_back_statement(actor=actor, statement=statement)
    with pytest.raises(DomainError, match="no_check"):
        adopt_statement(actor=actor, statement=statement)


def test_a_statement_taken_back_and_left_alone_needs_no_second_check(meeting: Meeting) -> None:
    actor, statement = actor_of(meeting.writer), read_back(meeting)
    ask(new_session(meeting), statement)
    take_back_statement(actor=actor, statement=statement)
    read_back_statement(actor=actor, statement=statement)
    assert adopt_statement(actor=actor, statement=statement).state == "adopted"


def test_a_statement_is_delivered_in_a_session_of_its_round_and_answered_after_that(meeting: Meeting) -> None:
    actor, statement = actor_of(meeting.writer), adopted(meeting)
    reply = {"by": words("Donor"), "content": words("Thank you"), "received_on": meeting.round.ends_on}
    with pytest.raises(DomainError, match="not_delivered"):
        record_reply(actor=actor, statement=statement, **reply)
    for session in (None, new_session(meeting, is_open=False)):
        with pytest.raises(DomainError, match="no_delivery_session"):
            deliver_statement(actor=actor, statement=statement, session=session)
    deliver_statement(actor=actor, statement=statement, session=meeting.session)
    record_reply(actor=actor, statement=statement, **reply)
    record_reply(actor=actor, statement=statement, **reply)
    assert statement.replies.count() == 2


STATES = {"drafting": written, "read_back": read_back, "adopted": adopted, "delivered": delivered}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("verb", STATEMENT.verbs)
def test_every_pair_of_state_and_verb_is_done_or_refused(meeting: Meeting, state: str, verb: str) -> None:
    statement = STATES[state](meeting)
    session = new_session(meeting, days=2)
    if state == "read_back":
        ask(session, statement)
    given = {"actor": actor_of(meeting.writer), "statement": statement}
    act = {
        "read_back": lambda: read_back_statement(**given),
        "take_back": lambda: take_back_statement(**given),
        "adopt": lambda: adopt_statement(**given),
        "deliver": lambda: deliver_statement(**given, session=session),
    }[verb]
    if STATEMENT.allows(state, verb):
        assert act().state == STATEMENT.step(state, verb).target
    else:
        with pytest.raises(DomainError, match="not_now"):
            act()
        assert anew(statement).state == state


def test_people_volunteer_and_step_down_for_themselves(meeting: Meeting, stranger: Person) -> None:
    statement = started(meeting)
    for _twice in range(2):
        volunteer(actor=actor_of(meeting.facilitator), statement=statement)
    assert Volunteer.objects.count() == 2
    step_down(actor=actor_of(meeting.facilitator), statement=statement)
    assert Volunteer.objects.count() == 1
    with pytest.raises(Denied):
        volunteer(actor=actor_of(stranger), statement=statement)


def test_the_journal_tells_each_step_of_a_statement(meeting: Meeting) -> None:
    statement = replied(meeting)
    done = {entry.action.removeprefix("statements.") for entry in Entry.objects.about(reference(statement))}
    assert done >= {"start_statement", "read_back_statement", "adopt_statement", "deliver_statement", "record_reply"}
