"""The summary is what more than half of the seats approve, word for word."""

from datetime import timedelta

import pytest
import time_machine

from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.multilingual import multilingual
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.actions import approve_summary, set_embargo, write_letter, write_summary
from supportroom.press.approving import digest_of, standing
from supportroom.press.models import Approval, PressPack
from supportroom.press.queries import approval_of, approved_summary, pack_of
from tests.factories.groups import a_group_at_work, seat_actor
from tests.factories.papers import a_paper
from tests.factories.personas import actor_of
from tests.factories.press import SUMMARY, summarised
from tests.factories.rounds import words


@pytest.mark.parametrize(
    ("seats", "approving", "is_approved"),
    [(3, 1, False), (3, 2, True), (4, 2, False), (4, 3, True), (5, 2, False), (5, 3, True), (0, 0, False)],
)
def test_more_than_half_of_the_held_seats_approve(seats: int, approving: int, *, is_approved: bool) -> None:
    given = [(seat, "these words") for seat in range(approving)]
    assert standing(given, range(seats), "these words").is_approved is is_approved


def test_who_gave_the_seat_up_and_who_approved_other_words_counts_for_nothing() -> None:
    assert standing([(1, "these"), (2, "others"), (9, "these")], [1, 2, 3], "these").approved == 1


def test_a_summary_is_printed_once_more_than_half_approve_it(paper: Paper) -> None:
    summarised(paper, approved_by=1)
    assert not approved_summary(paper)
    approve_summary(actor=seat_actor(paper.group, 2), paper=paper, digest=digest_of(SUMMARY))
    assert approved_summary(paper) == SUMMARY


def test_any_change_of_a_word_in_any_language_asks_everybody_anew(paper: Paper) -> None:
    summarised(paper)
    write_summary(actor=seat_actor(paper.group), paper=paper, summary=SUMMARY.reworded("ar", "كلمات أخرى."))
    assert not approved_summary(paper)
    assert not Approval.objects.exists()


def test_the_same_words_written_again_keep_their_approvals(paper: Paper) -> None:
    pack = summarised(paper)
    write_summary(actor=seat_actor(paper.group), paper=paper, summary=SUMMARY, seen=pack.version)
    assert approval_of(pack_of(paper)).approved == 2


def test_words_that_were_changed_meanwhile_are_not_approved(paper: Paper) -> None:
    summarised(paper, approved_by=0)
    with pytest.raises(DomainError, match=r"press\.other_summary"):
        approve_summary(actor=seat_actor(paper.group), paper=paper, digest=digest_of(words("What I had read")))


def test_approving_twice_counts_once(paper: Paper) -> None:
    summarised(paper, approved_by=1)
    approve_summary(actor=seat_actor(paper.group), paper=paper, digest=digest_of(SUMMARY))
    assert Approval.objects.count() == 1


def test_nothing_is_approved_before_it_is_written(paper: Paper) -> None:
    with pytest.raises(DomainError, match=r"press\.nothing_to_approve"):
        approve_summary(actor=seat_actor(paper.group), paper=paper, digest=digest_of(SUMMARY))


def test_the_team_writes_and_does_not_approve(paper: Paper, team: Person) -> None:
    write_summary(actor=actor_of(team), paper=paper, summary=SUMMARY)
    with pytest.raises(Denied):
        approve_summary(actor=actor_of(team), paper=paper, digest=digest_of(SUMMARY))


def test_of_two_who_write_at_once_the_second_sees_it(paper: Paper) -> None:
    seen = summarised(paper, approved_by=0).version
    write_summary(actor=seat_actor(paper.group, 2), paper=paper, summary=words("Shorter"), seen=seen)
    with pytest.raises(Stale):
        write_summary(actor=seat_actor(paper.group), paper=paper, summary=words("Longer"), seen=seen)


def test_nothing_is_prepared_before_the_paper_is_adopted(room: None, clock: time_machine.Traveller) -> None:
    paper = a_paper(a_group_at_work(), 1)
    with pytest.raises(DomainError, match=r"press\.not_adopted"):
        write_summary(actor=seat_actor(paper.group), paper=paper, summary=SUMMARY)
    assert not PressPack.objects.exists()


def test_an_embargo_puts_publication_off_and_does_not_stop_it(paper: Paper, team: Person) -> None:
    for days, is_taken in ((90, True), (91, False)):
        until = now() + timedelta(days=days, minutes=-1)
        if is_taken:
            set_embargo(actor=actor_of(team), paper=paper, embargo_until=until, time_zone="Asia/Damascus")
            continue
        with pytest.raises(DomainError, match=r"press\.embargo_too_long"):
            set_embargo(actor=actor_of(team), paper=paper, embargo_until=until, time_zone="Asia/Damascus")


def test_letter_and_embargo_are_the_teams(paper: Paper, team: Person) -> None:
    later = now() + timedelta(days=1)
    write_letter(actor=actor_of(team), paper=paper, letter=multilingual("en", en="Dear all"))
    pack = set_embargo(actor=actor_of(team), paper=paper, embargo_until=later, time_zone="Asia/Damascus")
    assert (str(pack.letter), pack.embargo_until) == ("Dear all", later)
    with pytest.raises(Denied):
        set_embargo(actor=seat_actor(paper.group), paper=paper, embargo_until=None, time_zone="Asia/Damascus")
