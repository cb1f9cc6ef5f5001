"""A window lasts as long as the charter says, opens and closes by its instants, and each of its steps is told once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from supportroom.comments.actions import announce_window, answer_comments, close_window, open_window, remind_window
from supportroom.comments.closing import close_what_is_over
from supportroom.comments.models import CommentWindow, MailAddress
from supportroom.comments.queries import not_commented, open_comments
from supportroom.comments.vocabulary import ACCEPTED
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.room.actions import amend_charter
from supportroom.room.queries import charter
from tests.factories.comments import answered, closed, commented, fresh, in_comment, opened
from tests.factories.groups import a_group_at_work, seat_actor
from tests.factories.papers import a_paper
from tests.factories.personas import actor_of
from tests.factories.rounds import words

HOUR = 3600
DAY = 24 * HOUR
STEPS = ("comments.announce_window", "comments.remind_window", "comments.close_window")


@pytest.fixture
def paper(clock: time_machine.Traveller, rapporteur: Person) -> Paper:
    """A paper that is being drafted; the rapporteur holds a seat."""
    return a_paper(a_group_at_work(rapporteur))


def told() -> list[str]:
    return list(Entry.objects.filter(action__in=STEPS).order_by("at").values_list("action", flat=True))


@pytest.mark.parametrize(
    ("length", "is_taken"),
    [
        (timedelta(days=7), True),
        (timedelta(days=10), True),
        (timedelta(days=7, seconds=-1), False),
        (timedelta(days=10, seconds=1), False),
        (timedelta(days=-8), False),
        (timedelta(0), False),
    ],
)
def test_a_window_lasts_seven_to_ten_days(paper: Paper, length: timedelta, *, is_taken: bool) -> None:
    given = {"actor": seat_actor(paper.group), "paper": paper, "closes_at": now() + length}
    if is_taken:
        assert open_window(**given).is_open(now())
        assert Paper.objects.get().state == "in_comment"
        return
    with pytest.raises(DomainError, match=r"comments\.days") as refused:
        open_window(**given)
    assert "7 to 10 days" in refused.value.wording
    assert Paper.objects.get().state == "drafting"
    assert not CommentWindow.objects.exists()


def test_the_charter_sets_the_bounds(paper: Paper) -> None:
    room = charter()
    given = {"comment_days_least": 5, "comment_days_most": 8, "comment_window_days": 7}
    amend_charter(actor=SYSTEM, room=room, seen=room.version, **given)
    with pytest.raises(DomainError, match=r"comments\.days"):
        open_window(actor=SYSTEM, paper=paper, closes_at=now() + timedelta(days=9))
    open_window(actor=SYSTEM, paper=paper, closes_at=now() + timedelta(days=5))


def test_days_are_counted_by_the_clock_of_the_place(paper: Paper) -> None:
    opens = datetime(2026, 10, 24, 9, 0, tzinfo=UTC)  # in Beirut clocks go back that night: a week has 169 hours
    given: dict[str, Any] = {"actor": SYSTEM, "paper": paper, "opens_at": opens, "time_zone": "Asia/Beirut"}
    with pytest.raises(DomainError, match=r"comments\.days"):
        open_window(closes_at=opens + timedelta(days=7), **given)
    open_window(closes_at=opens + timedelta(days=7, hours=1), **given)


def test_an_opening_in_the_past_is_refused(paper: Paper) -> None:
    with pytest.raises(DomainError, match=r"comments\.opens_past"):
        open_window(
            actor=SYSTEM, paper=paper, opens_at=now() - timedelta(seconds=1), closes_at=now() + timedelta(days=7)
        )


def test_seats_and_team_open_and_others_do_not(paper: Paper, member: Person, team: Person) -> None:
    given = {"paper": paper, "closes_at": now() + timedelta(days=7)}
    with pytest.raises(Denied):
        open_window(actor=actor_of(member), **given)
    open_window(actor=actor_of(team), **given)


@pytest.mark.writes_outside_actions
def test_a_group_that_lost_seats_fills_them_first(paper: Paper) -> None:
    paper.group.seats.filter(number=3).update(state="given_up")
    with pytest.raises(DomainError, match=r"groups\.must_be_filled"):
        opened(paper)


def test_a_paper_has_one_open_window_at_a_time(paper: Paper) -> None:
    opened(paper)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        opened(paper)


def test_each_step_is_told_once_however_often_the_clock_is_asked(
    paper: Paper, clock: time_machine.Traveller, member: Person, stranger: Person
) -> None:
    window = opened(paper)
    assert told() == ["comments.announce_window"]
    commented(window, member)
    for _turn in range(3):
        close_what_is_over()
    assert told() == ["comments.announce_window"]
    clock.shift(5 * DAY)  # 48 hours before the end, to the second
    for _turn in range(3):
        close_what_is_over()
    assert told() == ["comments.announce_window", "comments.remind_window"]
    assert stranger.pk in not_commented(window)
    assert member.pk not in not_commented(window)
    clock.shift(2 * DAY - 1)
    close_what_is_over()
    assert fresh(window).state == "running"
    clock.shift(1)
    for _turn in range(3):
        close_what_is_over()
    assert told() == list(STEPS)
    assert fresh(window).state == "closed"
    assert Paper.objects.get().state == "answering"


def test_a_window_for_later_is_announced_when_it_opens(
    paper: Paper, clock: time_machine.Traveller, member: Person
) -> None:
    window = opened(paper, opens_at=now() + timedelta(days=2))
    close_what_is_over()
    assert told() == []
    with pytest.raises(DomainError, match=r"comments\.not_yet"):
        commented(window, member)
    clock.shift(2 * DAY)
    assert close_what_is_over() == 1
    assert told() == ["comments.announce_window"]
    commented(window, member)


@pytest.mark.parametrize(
    ("days", "steps"),
    [
        (1, ["comments.announce_window"]),
        (6, ["comments.announce_window"]),  # so near the end the announcement reminds as well
        (8, ["comments.close_window"]),  # what came and went is not announced
    ],
)
def test_after_downtime_what_still_matters_is_told(
    paper: Paper, clock: time_machine.Traveller, days: int, steps: list[str]
) -> None:
    window = opened(paper, opens_at=now() + timedelta(seconds=1))
    clock.shift(days * DAY + 1)
    for _turn in range(2):
        close_what_is_over()
    assert told() == steps
    assert fresh(window).is_announced


@pytest.mark.parametrize("step", [announce_window, remind_window, close_window])
def test_the_steps_are_the_clocks_alone(step: Any, paper: Paper, team: Person, rapporteur: Person) -> None:
    window = opened(paper)
    for person in (team, rapporteur):
        with pytest.raises(Denied):
            step(actor=actor_of(person), comment_window=window)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):  # not twice, and not too early
        step(actor=SYSTEM, comment_window=window)


def test_an_action_that_comes_after_the_close_decides_it(
    paper: Paper, clock: time_machine.Traveller, member: Person
) -> None:
    window = opened(paper)
    made = commented(window, member)
    clock.shift(7 * DAY)
    answered(made)  # no job has run
    assert told()[-1] == "comments.close_window"
    assert fresh(window).state == "closed"
    assert close_what_is_over() == 0


def test_a_second_window_waits_until_the_first_is_answered(
    paper: Paper, clock: time_machine.Traveller, member: Person
) -> None:
    window = opened(paper)
    made = commented(window, member)
    clock.shift(7 * DAY)
    closed(window)
    with pytest.raises(DomainError, match=r"comments\.open_left"):
        opened(Paper.objects.get())
    answered(made)
    assert open_comments(window.paper) == 0
    second = opened(Paper.objects.get())
    assert (second.number, second.shown.number) == (2, 2)
    assert commented(second, member).number == 1
    with pytest.raises(DomainError, match=r"comments\.too_late"):
        commented(window, member, as_late=True)


def test_a_second_window_decides_the_close_of_the_first(paper: Paper, clock: time_machine.Traveller) -> None:
    opened(paper)
    clock.shift(7 * DAY)
    second = opened(Paper.objects.select_related("group", "text").get())  # no job has run
    assert second.number == 2
    assert sorted(told()) == ["comments.announce_window", "comments.announce_window", "comments.close_window"]


def test_members_are_given_an_address_each_where_the_room_takes_mail(
    paper: Paper, settings: Any, member: Person, team: Person
) -> None:
    settings.REPLY_ADDRESS = "room@example.org"
    window = opened(paper)
    kept = MailAddress.objects.filter(window=window)
    assert kept.filter(person=member).count() == 1
    assert not kept.filter(person=team).exists()
    assert kept.count() == Person.objects.holding("member").count()


def test_without_an_address_of_the_room_none_is_given(window: CommentWindow) -> None:
    assert not MailAddress.objects.exists()


def test_a_window_without_a_comment_holds_nothing_up(window: CommentWindow, clock: time_machine.Traveller) -> None:
    clock.shift(7 * DAY)
    closed(window)
    assert open_comments(window.paper) == 0
    with pytest.raises(Denied):  # nothing to answer is nobody's to answer
        answer_comments(actor=seat_actor(window.paper.group), comments=[], verdict=ACCEPTED, reason=words("None"))


def test_the_text_stands_still_while_it_is_commented_on(rapporteur: Person, clock: time_machine.Traveller) -> None:
    window = in_comment(rapporteur)
    assert window.shown.for_members
    assert len(window.shown.content["paragraphs"]) == 6
