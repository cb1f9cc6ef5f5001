"""A paper is put before the members, frozen, and adopted or turned down by what they say."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

from supportroom.adoption.actions import make_joint
from supportroom.adoption.models import Adoption
from supportroom.comments.models import Comment, CommentWindow
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.kernel.multilingual import multilingual
from supportroom.papers.actions import (
    name_paper,
    remove_paragraph,
    reword_paragraph,
    split_paragraph,
    write_paragraph,
)
from supportroom.papers.models import PaperVersion
from supportroom.papers.versions import draft_view, have_same_original, shown_in, view_of
from supportroom.papers.vocabulary import ADOPTED, ANSWERING, JOINT
from supportroom.people.models import Person
from supportroom.room.models import Room
from tests.factories.adoption import an_answered_paper, decided
from tests.factories.groups import a_group_at_work, seat_actor
from tests.factories.papers import begun, freshly, in_state, numbered_in, written


def test_a_joint_paper_is_frozen_and_asked_about_for_the_charters_days(joint: Adoption, room: Room) -> None:
    assert joint.paper.state == JOINT
    assert [each.number for each in shown_in(joint.shown)] == [None, 1, 2, 3]
    assert joint.asked.subject_version == joint.shown.number
    assert joint.asked.closes_at - joint.asked.opens_at == timedelta(days=room.members_check_days)
    assert joint.opinions_until - joint.asked.closes_at == timedelta(days=room.opinion_days)


def test_the_question_says_in_each_language_which_one_is_the_original(joint: Adoption) -> None:
    assert "Room to associate" in joint.asked.question.texts["en"]
    assert "English" in joint.asked.question.texts["en"]
    assert "English" in joint.asked.question.texts["ar"]
    assert "not complete" not in joint.asked.question.texts["en"]


def test_the_question_names_the_translations_that_lag_behind(room: None, member: Person) -> None:
    paper = an_answered_paper()
    written(paper, "A paragraph that nobody has translated.")
    adoption = make_joint(actor=seat_actor(paper.group), paper=freshly(paper))
    assert "A translation is not complete yet: العربية." in adoption.asked.question.texts["en"]


def test_a_paper_goes_on_only_when_every_comment_is_answered(room: None, member: Person) -> None:
    paper = an_answered_paper()
    version = PaperVersion.objects.create(paper=paper, number=1, kept_on=paper.begun_on)
    week = {"opens_at": now(), "closes_at": now() + timedelta(days=7)}
    window = CommentWindow.objects.create(paper=paper, shown=version, number=1, **week)
    Comment.objects.create(window=window, number=1, text=multilingual("en", en="No."), written_on=paper.begun_on)
    with pytest.raises(DomainError, match=r"adoption\.comments_open"):
        make_joint(actor=seat_actor(paper.group), paper=paper)
    assert freshly(paper).state == ANSWERING


def test_an_empty_text_is_refused_with_what_is_missing(room: None, member: Person) -> None:
    paper = in_state(begun(a_group_at_work()), ANSWERING)
    with pytest.raises(DomainError) as refused:
        make_joint(actor=seat_actor(paper.group), paper=paper)
    assert refused.value.code == "adoption.not_ready"
    assert "no paragraph" in refused.value.wording


def test_the_members_answer_decides(joint: Adoption, clock: time_machine.Traveller) -> None:
    assert decided(joint, clock).state == "adopted"
    assert freshly(joint.paper).state == ADOPTED


def test_turned_down_it_goes_back_to_the_group_and_can_be_asked_about_again(
    joint: Adoption, clock: time_machine.Traveller
) -> None:
    assert decided(joint, clock, is_agreed=False).state == "turned_down"
    paper = freshly(joint.paper)
    assert paper.state == ANSWERING
    again = make_joint(actor=seat_actor(paper.group), paper=paper)
    assert again.shown.number > joint.shown.number


def test_the_original_stands_after_adoption_and_its_translations_go_on(
    joint: Adoption, clock: time_machine.Traveller
) -> None:
    paper = freshly(decided(joint, clock).paper)
    paragraph = numbered_in(paper)[0]
    group = seat_actor(paper.group)
    with pytest.raises(DomainError, match=r"papers\.adopted_words"):
        reword_paragraph(
            actor=group, paper=paper, paragraph=paragraph, seen=paragraph.version, wordings={"en": "Other words."}
        )
    paragraph.refresh_from_db()
    reword_paragraph(
        actor=group, paper=paper, paragraph=paragraph, seen=paragraph.version, wordings={"ar": "كلمات أدق."}
    )
    assert str(numbered_in(paper)[0].content) == str(paragraph.content)
    assert shown_in(joint.shown)[1].content.texts["ar"] != "كلمات أدق."


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", ["joint", "adopted", "with_office", "deciding", "held_back", "released"])
def test_no_action_of_writing_changes_an_original_after_it_was_put_before_the_members(
    state: str, joint: Adoption
) -> None:
    paper = in_state(joint.paper, state)
    paragraph = numbered_in(paper)[0]
    about = {"actor": seat_actor(paper.group), "paper": paper}
    one = {**about, "paragraph": paragraph, "seen": paragraph.version}
    tried: list[Callable[[], object]] = [
        lambda: reword_paragraph(**one, wordings={"en": "Other words."}),
        lambda: write_paragraph(**about, content=multilingual("en", en="One more.")),
        lambda: split_paragraph(**one, parts=[multilingual("en", en="One."), multilingual("en", en="Two.")]),
        lambda: remove_paragraph(**about, paragraph=paragraph),
        lambda: name_paper(**about, title=multilingual("en", en="Another title"), seen=paper.version),
    ]
    for attempt in tried:
        with pytest.raises(DomainError, match=r"papers\.(adopted_words|not_being_written)"):
            attempt()
    assert have_same_original(draft_view(freshly(paper)), view_of(joint.shown))
