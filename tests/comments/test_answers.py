"""Every comment is answered, several alike in one go; writers say what they think of it; the table keeps it all."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.translation import override

from supportroom.comments.actions import (
    answer_comments,
    insist,
    open_again,
    put_on_meeting,
    say_satisfied,
    take_off_meeting,
)
from supportroom.comments.agenda_lines import comments_on
from supportroom.comments.models import CommentAnswer, CommentWindow
from supportroom.comments.queries import open_comments
from supportroom.comments.table import answer_table
from supportroom.journal.models import Entry
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError, Missing
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.workroom.actions import propose_meeting
from supportroom.workroom.models import Meeting
from tests.factories.comments import answered, closed, commented, freshly, in_comment, opened, paragraph_of
from tests.factories.groups import a_group_at_work, seat_actor
from tests.factories.papers import a_paper, divided, written
from tests.factories.personas import actor_of
from tests.factories.rounds import words

DAY = 24 * 3600


@pytest.fixture
def over(window: CommentWindow, member: Person, stranger: Person, clock: time_machine.Traveller) -> CommentWindow:
    """A window that is over, with a comment of the member and two of the stranger."""
    commented(window, member, proposed=words("An association waits for 7 days."))
    commented(window, stranger, "Say it more plainly, please.")
    commented(window, stranger, "Another matter.", paragraph=None)
    clock.shift(7 * DAY)
    return closed(window)


def test_several_alike_are_answered_in_one_go(over: CommentWindow) -> None:
    one, two, three = over.comments.all()
    made = answered(one, two, verdict="partly", change=words("Shortened"), paragraph=paragraph_of(over))
    assert {freshly(each).answer_id for each in (one, two)} == {made.pk}
    assert freshly(three).state == "open"
    assert open_comments(over.paper) == 1
    told = Entry.objects.get(action="comments.answer_comments")
    assert told.thing == f"comments.commentanswer:{made.pk}"
    assert sorted(told.facts["comments"]) == sorted([one.pk, two.pk])


def test_the_seats_alone_answer(over: CommentWindow, member: Person, team: Person, interpreter: Person) -> None:
    for person in (member, team, interpreter):
        with pytest.raises(Denied):
            answer_comments(actor=actor_of(person), comments=list(over.comments.all()), verdict="accepted",
                            reason=words("I say so."))  # fmt: skip


def test_nothing_is_answered_while_the_window_is_open(window: CommentWindow, member: Person) -> None:
    with pytest.raises(DomainError, match=r"comments\.not_answering"):
        answered(commented(window, member))
    with pytest.raises(DomainError, match=r"comments\.not_answering"):
        open_again(actor=seat_actor(window.paper.group), comment=window.comments.get())


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", ["joint", "adopted", "published"])
def test_answers_stand_once_the_paper_went_on(over: CommentWindow, state: str) -> None:
    made = over.comments.first()
    answered(made)
    Paper.objects.update(state=state)
    with pytest.raises(DomainError, match=r"comments\.not_answering"):
        answered(made)
    with pytest.raises(DomainError, match=r"comments\.not_answering"):
        open_again(actor=seat_actor(over.paper.group), comment=freshly(made))


def test_two_who_answer_at_once_do_not_overwrite_each_other(over: CommentWindow) -> None:
    made = freshly(over.comments.first())
    seen = {made.pk: made.version}
    answered(made, seen=seen)
    with pytest.raises(DomainError, match=r"comments\.moved_on") as refused:
        answered(made, seen=seen, verdict="not_accepted")
    assert "1" in refused.value.wording
    assert CommentAnswer.objects.get().verdict == "accepted"


def test_a_new_answer_takes_the_place_of_the_old_one(over: CommentWindow, member: Person) -> None:
    one, two, _three = over.comments.all()
    old = answered(one, two)
    say_satisfied(actor=actor_of(member), comment=freshly(one))
    new = answered(one, verdict="not_accepted")
    assert freshly(one).answer == new
    assert freshly(one).satisfaction == "unsaid"
    assert freshly(two).answer == old
    answered(two)
    assert not CommentAnswer.objects.filter(pk=old.pk).exists()


def test_an_answer_is_taken_back(over: CommentWindow) -> None:
    made = over.comments.first()
    answered(made)
    open_again(actor=seat_actor(over.paper.group), comment=freshly(made))
    assert (freshly(made).state, freshly(made).answer) == ("open", None)
    assert open_comments(over.paper) == 3
    assert not CommentAnswer.objects.exists()


@pytest.mark.usefixtures("clock")
def test_what_cannot_be_answered_together(over: CommentWindow, rapporteur: Person, member: Person) -> None:
    other = commented(in_comment(rapporteur), member)
    with pytest.raises(DomainError, match=r"comments\.one_window"):
        answered(over.comments.first(), other)
    elsewhere = written(a_paper(a_group_at_work()))
    with pytest.raises(Missing):
        answered(over.comments.first(), paragraph=elsewhere)


def test_the_writer_is_satisfied_or_insists_and_holds_nothing_up(
    over: CommentWindow, member: Person, stranger: Person, rapporteur: Person
) -> None:
    one, *others = over.comments.all()
    with pytest.raises(DomainError, match=r"comments\.not_answered"):
        say_satisfied(actor=actor_of(member), comment=one)
    answered(one, *others, verdict="not_accepted")
    for person in (stranger, rapporteur):
        with pytest.raises(Denied):
            insist(actor=actor_of(person), comment=freshly(one), reason=words("No"))
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        insist(actor=actor_of(member), comment=freshly(one), reason=words(" "))
    insist(actor=actor_of(member), comment=freshly(one), reason=words("It is the heart of it."))
    assert open_comments(over.paper) == 0
    assert answer_table(over.paper, "en")[0].satisfaction == "insists: It is the heart of it."
    say_satisfied(actor=actor_of(member), comment=freshly(one))
    assert answer_table(over.paper, "en")[0].satisfaction == "is satisfied"


@pytest.mark.writes_outside_actions
def test_after_publication_the_table_stands(over: CommentWindow, member: Person) -> None:
    one = over.comments.first()
    answered(one)
    Paper.objects.update(state="published")
    with pytest.raises(DomainError, match=r"comments\.published"):
        insist(actor=actor_of(member), comment=freshly(one), reason=words("Still"))


def test_comments_are_a_meetings_agenda(
    over: CommentWindow, member: Person, rapporteur: Person, office: Person
) -> None:
    group, comments = over.paper.group, list(over.comments.all())
    meeting = propose_meeting(
        actor=seat_actor(group), group=group, title=words("On the comments"), times=[now() + timedelta(days=2)]
    )
    actor = actor_of(rapporteur)
    put_on_meeting(actor=actor, meeting=meeting, comments=comments[:2])
    put_on_meeting(actor=actor, meeting=meeting, comments=comments)
    assert [item.comment_id for item in meeting.agenda_items.all()] == [each.pk for each in comments]
    with override("en"):
        assert "Comment 1, paragraph 1: Say it more plainly." in [line.words for line in comments_on(meeting, actor)]
    assert comments_on(meeting, actor_of(office)) == []
    take_off_meeting(actor=actor, meeting=meeting, comment=comments[0])
    assert meeting.agenda_items.count() == 2
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        take_off_meeting(actor=actor, meeting=meeting, comment=comments[0])
    with pytest.raises(Denied):
        put_on_meeting(actor=actor_of(member), meeting=meeting, comments=comments)
    with pytest.raises(DomainError, match=r"comments\.none_chosen"):
        put_on_meeting(actor=actor, meeting=meeting, comments=[])


@pytest.mark.writes_outside_actions
def test_an_agenda_is_of_one_group_and_of_a_meeting_ahead(over: CommentWindow) -> None:
    group = over.paper.group
    meeting = propose_meeting(
        actor=seat_actor(group), group=group, title=words("On the comments"), times=[now() + timedelta(days=2)]
    )
    other = opened(a_paper(a_group_at_work()))
    foreign = commented(other, seat_actor(other.paper.group))
    with pytest.raises(DomainError, match=r"comments\.other_group"):
        put_on_meeting(actor=seat_actor(group), meeting=meeting, comments=[foreign])
    Meeting.objects.update(state="held")
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        put_on_meeting(actor=seat_actor(group), meeting=meeting, comments=list(over.comments.all()))


def test_s18_the_table_names_nobody_for_the_public_and_speaks_both_languages(
    over: CommentWindow, member: Person, stranger: Person
) -> None:
    one = over.comments.first()
    answered(one, change=words("Shortened", "اختُصرت"), paragraph=paragraph_of(over))
    english, arabic = answer_table(over.paper, "en"), answer_table(over.paper, "ar")
    assert [row.number for row in english] == ["1", "2", "3"]
    assert (english[0].reason, english[0].change, english[0].where) == ("You are right.", "Shortened", "paragraph 1")
    assert (arabic[0].reason, arabic[0].change) == ("أنتم على حق.", "اختُصرت")
    assert arabic[0].language_of == "en"  # nobody has translated the comment
    assert english[1].verdict == "not answered yet"
    named = commented_by_name(over, stranger)
    assert answer_table(over.paper, "en", named=True)[3].author == stranger.name
    everything = f"{answer_table(over.paper, 'en')}"
    assert member.name not in everything
    assert stranger.name not in everything
    assert named.number == 4


def commented_by_name(window: CommentWindow, person: Person) -> object:
    return commented(window, person, "By my name.", is_named=True, as_late=True)


def test_a_comment_follows_its_paragraph(
    over: CommentWindow, rapporteur: Person, member: Person, sign_in: object
) -> None:
    from django.test import Client

    from supportroom.kernel.ids import spell

    assert callable(sign_in)
    browser: Client = sign_in(member)
    one = over.comments.first()
    page = f"/en/comments/{spell(one.pk)}/"
    divided(over.paper, paragraph_of(over), "Paragraph 1: an association waits.", "For seven days.")
    assert "it was divided since: now" in browser.get(page).content.decode()
    from supportroom.papers.actions import remove_paragraph

    remove_paragraph(actor=actor_of(rapporteur), paper=over.paper, paragraph=paragraph_of(over))
    shown = browser.get(page).content.decode()
    assert "it was taken out since" in shown
    assert "About paragraph" in shown
    assert "Paragraph 1: an association that asks for" in shown  # as it was when it was commented on
