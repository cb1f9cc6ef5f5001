"""Comments: in time or late by the instant, on the paragraph that was shown, their writer's own, in nobody's name."""

from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError

from supportroom.comments.actions import (
    amend_comment,
    comment,
    support_comment,
    translate_comment,
    withdraw_comment,
    withdraw_support,
)
from supportroom.comments.actions.parting import forget_who_wrote
from supportroom.comments.authors import author_for_all, author_of
from supportroom.comments.figures import commented as figures
from supportroom.comments.models import Comment, CommentSupport, CommentWindow
from supportroom.comments.queries import comments_visible_to, open_comments, with_support
from supportroom.journal.door import _opened
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.room.actions import amend_charter
from supportroom.room.queries import charter
from tests.factories.comments import answered, closed, commented, freshly, paragraph_of
from tests.factories.groups import a_group_at_work
from tests.factories.papers import a_paper, written
from tests.factories.personas import actor_of
from tests.factories.rounds import words

DAY = 24 * 3600


def test_numbers_are_given_one_after_another_and_the_place_is_kept(window: CommentWindow, member: Person) -> None:
    first = commented(window, member)
    second = commented(window, member, paragraph=None)
    heading = commented(window, member, paragraph=paragraph_of(window, 0))
    assert [each.number for each in (first, second, heading)] == [1, 2, 3]
    assert (first.paragraph_shown, second.paragraph_shown, heading.paragraph_shown) == (1, None, None)
    assert str(first.quoted).startswith("Paragraph 1: an association")
    assert not second.quoted
    assert str(heading.quoted) == "Where we stand"


@pytest.mark.parametrize(("seconds", "is_in_time"), [(0, True), (7 * DAY - 1, True), (7 * DAY, False)])
def test_the_instant_decides(
    window: CommentWindow, member: Person, clock: time_machine.Traveller, seconds: int, *, is_in_time: bool
) -> None:
    clock.shift(seconds)
    if is_in_time:
        assert not commented(window, member).is_late
        return
    with pytest.raises(DomainError, match=r"comments\.late"):
        commented(window, member)
    assert commented(window, member, as_late=True).is_late


def test_what_was_meant_as_late_and_came_in_time_is_in_time(window: CommentWindow, member: Person) -> None:
    assert not commented(window, member, as_late=True).is_late


def test_late_comments_stand_apart_can_be_answered_and_hold_nothing_up(
    window: CommentWindow, member: Person, clock: time_machine.Traveller
) -> None:
    made = commented(window, member)
    clock.shift(7 * DAY)
    late = commented(window, member, as_late=True)
    assert (late.number, open_comments(window.paper)) == (2, 1)
    answered(made)
    assert open_comments(window.paper) == 0
    assert figures(window.paper) == (1, 1, 1)
    answered(late)
    assert freshly(late).state == "answered"


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", ["joint", "adopted", "with_office", "published"])
def test_nothing_is_taken_once_the_paper_went_on(
    window: CommentWindow, member: Person, clock: time_machine.Traveller, state: str
) -> None:
    clock.shift(7 * DAY)
    type(window.paper).objects.update(state=state)
    with pytest.raises(DomainError, match=r"comments\.too_late"):
        commented(window, member, as_late=True)


def test_a_paragraph_of_another_text_is_refused(window: CommentWindow, member: Person) -> None:
    other = written(a_paper(a_group_at_work()))
    with pytest.raises(DomainError, match=r"comments\.not_in_version"):
        commented(window, member, paragraph=other)
    with pytest.raises(DomainError, match=r"comments\.proposed_for_what"):
        commented(window, member, paragraph=None, proposed=words("Other words"))
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        commented(window, member, "  ")
    with pytest.raises(ValidationError):
        commented(window, member, "long " * 2000)
    assert not Comment.objects.exists()
    assert CommentWindow.objects.get().last_comment == 0


@pytest.mark.parametrize("persona", ["team", "office", "interpreter", "observer", "addressee"])
def test_members_alone_comment(window: CommentWindow, persona: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(Denied):
        commented(window, request.getfixturevalue(persona))
    with pytest.raises(Denied):
        comment(actor=SYSTEM, comment_window=window, text=words("I am a clock."))


def test_s18_a_hidden_comment_is_a_members_to_everybody_but_its_writer(
    window: CommentWindow, member: Person, rapporteur: Person, team: Person
) -> None:
    hidden, named = commented(window, member), commented(window, member, is_named=True)
    for reader in (rapporteur, team):
        assert author_of(hidden, actor_of(reader)) == "A member"
        assert author_of(named, actor_of(reader)) == member.name
    assert author_of(hidden, actor_of(member)) == "You"
    assert author_for_all(hidden) == "A member"


def test_s18_the_journal_does_not_say_whose_a_comment_is(
    window: CommentWindow, member: Person, stranger: Person, clock: time_machine.Traveller
) -> None:
    clock.shift(3600)
    made = commented(window, member)
    support_comment(actor=actor_of(stranger), comment=made)
    amend_comment(actor=actor_of(member), comment=freshly(made), text=words("Otherwise"))
    kept = Entry.objects.filter(action__in=("comments.comment", "comments.support_comment", "comments.amend_comment"))
    assert kept.count() == 3
    assert {entry.actor for entry in kept} == {"unnamed"}
    assert {entry.at for entry in kept} == {window.opens_at}
    assert not any(f"{person.pk}" in f"{entry.facts}" for entry in kept for person in (member, stranger))


def test_the_room_may_ask_for_names(window: CommentWindow, member: Person) -> None:
    room = charter()
    amend_charter(actor=SYSTEM, room=room, seen=room.version, comments_may_be_hidden=False)
    with pytest.raises(DomainError, match=r"comments\.name_needed"):
        commented(window, member)
    assert commented(window, member, is_named=True).is_named


def test_a_writer_amends_within_the_window(window: CommentWindow, member: Person, stranger: Person,
                                           clock: time_machine.Traveller) -> None:  # fmt: skip
    made = commented(window, member)
    with pytest.raises(Denied):
        amend_comment(actor=actor_of(stranger), comment=made, text=words("Mine"))
    amend_comment(
        actor=actor_of(member), comment=made, seen=1, text=words("Otherwise"), paragraph=paragraph_of(window, 2),
        proposed=words("So"), is_named=True,
    )  # fmt: skip
    again = freshly(made)
    assert (str(again.text), again.paragraph_shown, again.is_named, again.number) == ("Otherwise", 2, True, 1)
    with pytest.raises(Stale):
        amend_comment(actor=actor_of(member), comment=freshly(made), seen=1, text=words("Too slow"))
    clock.shift(7 * DAY)
    with pytest.raises(DomainError, match=r"comments\.closed"):
        amend_comment(actor=actor_of(member), comment=freshly(made), text=words("Too late"))
    with pytest.raises(DomainError, match=r"comments\.closed"):
        withdraw_comment(actor=actor_of(member), comment=freshly(made))


def test_a_withdrawn_comment_keeps_its_number_and_loses_its_words(
    window: CommentWindow, member: Person, stranger: Person
) -> None:
    made = commented(window, member, proposed=words("So"))
    support_comment(actor=actor_of(stranger), comment=made)
    withdraw_comment(actor=actor_of(member), comment=freshly(made))
    again = freshly(made)
    assert (again.state, again.number, str(again.text), again.search_text) == ("withdrawn", 1, "", "")
    assert not again.proposed
    assert not again.support.exists()
    assert commented(window, member).number == 2
    assert open_comments(window.paper) == 1
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        withdraw_comment(actor=actor_of(member), comment=again)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        support_comment(actor=actor_of(stranger), comment=again)


def test_a_late_comment_is_withdrawn_until_it_is_answered(
    window: CommentWindow, member: Person, clock: time_machine.Traveller
) -> None:
    clock.shift(7 * DAY)
    closed(window)
    one, two = commented(window, member, as_late=True), commented(window, member, as_late=True)
    withdraw_comment(actor=actor_of(member), comment=one)
    answered(two)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        withdraw_comment(actor=actor_of(member), comment=freshly(two))


def test_support_is_for_others_comments_once_each_and_within_the_window(
    window: CommentWindow, member: Person, stranger: Person, team: Person, clock: time_machine.Traveller
) -> None:
    made = commented(window, member)
    support_comment(actor=actor_of(stranger), comment=made)
    with pytest.raises(DomainError, match=r"comments\.supported_already"):
        support_comment(actor=actor_of(stranger), comment=made)
    with pytest.raises(DomainError, match=r"comments\.own"):
        support_comment(actor=actor_of(member), comment=made)
    with pytest.raises(Denied):
        support_comment(actor=actor_of(team), comment=made)
    withdraw_support(actor=actor_of(stranger), comment=made)
    with pytest.raises(DomainError, match=r"comments\.no_support"):
        withdraw_support(actor=actor_of(stranger), comment=made)
    clock.shift(7 * DAY)
    for act in (support_comment, withdraw_support):
        with pytest.raises(DomainError, match=r"comments\.closed"):
            act(actor=actor_of(stranger), comment=made)


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", ["in_comment", "with_office"])
def test_who_reads_comments(window: CommentWindow, member: Person, state: str, request: pytest.FixtureRequest) -> None:
    commented(window, member)
    type(window.paper).objects.update(state=state)
    window.paper.refresh_from_db()
    readers = {"member", "stranger", "team", "interpreter"} | ({"office"} if state == "with_office" else set())
    for persona in ("member", "stranger", "team", "interpreter", "office", "observer", "addressee"):
        person = request.getfixturevalue(persona)
        found = comments_visible_to(actor_of(person), window.paper).count()
        assert (found == 1) == (persona in readers), persona
        assert comments_visible_to(actor_of(person)).count() == found


def test_translations_leave_the_original_as_it_is(window: CommentWindow, member: Person, interpreter: Person,
                                                  stranger: Person) -> None:  # fmt: skip
    made = commented(window, member)
    given: dict[str, Any] = {"text": MultilingualText("en", {"en": "Forged", "ar": "قولوها بوضوح"})}
    with pytest.raises(Denied):
        translate_comment(actor=actor_of(stranger), comment=made, **given)
    translate_comment(actor=actor_of(interpreter), comment=made, **given)
    again = freshly(made)
    assert dict(again.text.texts) == {"en": "Say it more plainly.", "ar": "قولوها بوضوح"}
    assert "قولوها" in again.search_text


def test_s18_once_the_paper_is_published_the_hidden_ones_are_nobodys(
    window: CommentWindow, member: Person, stranger: Person
) -> None:
    hidden, named = commented(window, member), commented(window, member, is_named=True)
    support_comment(actor=actor_of(stranger), comment=hidden)
    with _opened("site.publish_paper"):
        forget_who_wrote(window.paper)
    assert freshly(hidden).written_by is None
    assert freshly(named).written_by == member
    assert not CommentSupport.objects.exists()
    assert with_support(Comment.objects.filter(pk=hidden.pk)).get().support_count == 1  # type: ignore[attr-defined]
    assert author_of(freshly(hidden), actor_of(member)) == "A member"
