"""The office's review: notes, no reservations, or the passed date; late ones apart; nothing of it stops the paper."""

from datetime import timedelta

import pytest
import time_machine

from supportroom.adoption.actions import (
    agree_words,
    answer_note,
    ask_release,
    finish_notes,
    let_date_pass,
    propose_words,
    reword_for_note,
    say_no_reservations,
    send_to_office,
    translate_note,
)
from supportroom.adoption.changes import changed_since
from supportroom.adoption.models import Adoption, NoteChange, Review
from supportroom.adoption.passing import let_dates_pass
from supportroom.adoption.queries import adoption_of, released_words
from supportroom.comments.vocabulary import PARTLY
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.papers.versions import draft_view, view_of
from supportroom.papers.vocabulary import DECIDING, HELD_BACK, RELEASED, WITH_OFFICE
from supportroom.people.models import Person
from tests.factories.adoption import (
    a_release,
    a_review,
    an_adopted_paper,
    answer_to,
    close,
    decided,
    noted,
    published,
    with_office,
)
from tests.factories.checks import answered
from tests.factories.groups import holders, seat_actor
from tests.factories.papers import freshly, numbered_in
from tests.factories.personas import actor_of
from tests.factories.rounds import words

Clock = time_machine.Traveller


def test_it_is_sent_only_when_no_more_opposing_opinions_are_taken(joint: Adoption, clock: Clock) -> None:
    adoption = decided(joint, clock)
    with pytest.raises(DomainError, match=r"adoption\.opinions_open"):
        with_office(freshly(adoption.paper))
    clock.move_to(adoption.opinions_until)
    assert freshly(with_office(freshly(adoption.paper)).paper).state == WITH_OFFICE


def test_a_check_that_nobody_counted_is_counted_by_who_sends(joint: Adoption, clock: Clock) -> None:
    answered(joint.asked, for_=holders(joint.paper.group))
    clock.move_to(joint.opinions_until)
    assert with_office(freshly(joint.paper)).state == "waiting"


@pytest.mark.parametrize(("days", "is_right"), [(6, False), (7, True), (60, True), (62, False)])
def test_the_office_has_days_within_bounds(days: int, is_right: bool, room: None, clock: Clock) -> None:  # noqa: FBT001
    paper = an_adopted_paper(clock)
    if is_right:
        assert with_office(paper, due_at=now() + timedelta(days=days)).pk
        return
    with pytest.raises(DomainError, match=r"adoption\.review_days"):
        send_to_office(actor=seat_actor(paper.group), paper=paper, due_at=now() + timedelta(days=days))


def test_no_reservations_lets_the_members_be_asked_at_once(room: None, office: Person, clock: Clock) -> None:
    review = a_review(clock)
    say_no_reservations(actor=actor_of(office), review=review)
    ask_release(actor=seat_actor(review.paper.group), paper=review.paper)
    assert freshly(review.paper).state == DECIDING


def test_until_the_date_the_members_are_not_asked_without_a_word_of_the_office(room: None, clock: Clock) -> None:
    review = a_review(clock)
    clock.move_to(review.due_at - timedelta(seconds=1))
    with pytest.raises(DomainError, match=r"adoption\.review_runs"):
        ask_release(actor=seat_actor(review.paper.group), paper=review.paper)


def test_the_passed_date_is_decided_by_its_instant_whoever_comes_first(room: None, clock: Clock) -> None:
    review = a_review(clock)
    clock.move_to(review.due_at)
    ask_release(actor=seat_actor(review.paper.group), paper=review.paper)
    passed = Review.objects.get(pk=review.pk)
    assert (passed.state, passed.ended_on) == ("date_passed", review.due_day)
    assert let_dates_pass() == 0


def test_the_periodic_work_writes_down_the_passed_date_once(room: None, clock: Clock) -> None:
    review = a_review(clock)
    assert let_dates_pass() == 0
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        let_date_pass(actor=SYSTEM, review=review)
    clock.move_to(review.due_at + timedelta(days=3))
    assert (let_dates_pass(), let_dates_pass()) == (1, 0)
    assert Review.objects.get(pk=review.pk).ended_on == review.due_day


def test_notes_are_answered_before_the_members_are_asked(room: None, office: Person, clock: Clock) -> None:
    review = a_review(clock)
    note = noted(review, office, paragraph=numbered_in(review.paper)[1])
    assert (note.paragraph_shown, note.is_late) == (2, False)
    clock.move_to(review.due_at)
    with pytest.raises(DomainError, match=r"adoption\.notes_open"):
        ask_release(actor=seat_actor(review.paper.group), paper=review.paper)
    answer_to(note)
    assert ask_release(actor=seat_actor(review.paper.group), paper=review.paper).pk


def test_the_group_does_not_cut_the_offices_time_short_by_a_quick_answer(
    room: None, office: Person, clock: Clock
) -> None:
    review = a_review(clock)
    answer_to(noted(review, office))
    with pytest.raises(DomainError, match=r"adoption\.review_runs"):
        ask_release(actor=seat_actor(review.paper.group), paper=review.paper)
    finish_notes(actor=actor_of(office), review=review)
    assert ask_release(actor=seat_actor(review.paper.group), paper=review.paper).pk


def test_the_office_takes_back_no_note_by_having_no_reservations(room: None, office: Person, clock: Clock) -> None:
    review = a_review(clock)
    noted(review, office)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        say_no_reservations(actor=actor_of(office), review=review)


def test_who_gave_no_note_has_none_to_finish(room: None, office: Person, clock: Clock) -> None:
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        finish_notes(actor=actor_of(office), review=a_review(clock))


def test_a_note_after_the_date_is_kept_apart_and_holds_nothing_up(room: None, office: Person, clock: Clock) -> None:
    review = a_review(clock)
    clock.move_to(review.due_at)
    assert noted(review, office).is_late
    assert Review.objects.get(pk=review.pk).state == "date_passed"
    with pytest.raises(DomainError, match=r"adoption\.review_over"):
        say_no_reservations(actor=actor_of(office), review=review)
    assert ask_release(actor=seat_actor(review.paper.group), paper=review.paper).pk


def test_a_late_note_can_be_answered_while_the_members_decide(room: None, office: Person, clock: Clock) -> None:
    release = a_release(clock, office)
    late = noted(Review.objects.select_related("paper__group", "shown").get(paper=release.paper), office)
    assert late.is_late
    assert answer_to(late).verdict


def test_after_publication_the_office_is_told_that_a_new_edition_is_the_way(
    room: None, office: Person, clock: Clock
) -> None:
    review = a_review(clock)
    published(review.paper)
    with pytest.raises(DomainError) as refused:
        noted(review, office)
    assert refused.value.code == "adoption.published"
    assert "new edition" in refused.value.wording


def test_a_note_is_about_a_paragraph_that_was_sent(room: None, office: Person, clock: Clock) -> None:
    review, other = a_review(clock), an_adopted_paper(clock)
    with pytest.raises(DomainError, match=r"adoption\.note_paragraph"):
        noted(review, office, paragraph=numbered_in(other)[0])


def test_the_text_changes_only_in_answer_to_a_note_and_the_change_is_shown_with_it(
    room: None, office: Person, clock: Clock
) -> None:
    review = a_review(clock)
    paragraph = numbered_in(review.paper)[1]
    note = noted(review, office, paragraph=paragraph)
    change = {"actor": seat_actor(review.paper.group), "note": note, "paragraph": paragraph}
    with pytest.raises(DomainError, match=r"adoption\.not_answered"):
        reword_for_note(**change, seen=paragraph.version, wordings={"en": "In 2023 it waited."})
    answer_to(note)
    reword_for_note(**change, seen=paragraph.version, wordings={"en": "In 2023 it waited."})
    adoption = adoption_of(review.paper)
    assert adoption
    changes = changed_since(view_of(adoption.shown), draft_view(freshly(review.paper)), "en")
    assert [(each.number, [one.number for one in each.notes]) for each in changes] == [(2, [1])]
    assert NoteChange.objects.get().wording == paragraph.version
    with pytest.raises(Stale):
        reword_for_note(**change, seen=1, wordings={"en": "Otherwise."})


def test_a_foreign_paragraph_is_not_reworded(room: None, office: Person, clock: Clock) -> None:
    review = a_review(clock)
    note = answer_to(noted(review, office))
    foreign = numbered_in(an_adopted_paper(clock))[0]
    with pytest.raises(DomainError, match=r"texts\.no_such_paragraph"):
        reword_for_note(
            actor=seat_actor(review.paper.group), note=note, paragraph=foreign, seen=foreign.version, wordings={}
        )


def test_each_side_translates_its_own_words_and_nobody_the_original(
    room: None, office: Person, interpreter: Person, clock: Clock
) -> None:
    note = answer_to(noted(a_review(clock), office))
    group, desk = seat_actor(note.review.paper.group), actor_of(office)
    theirs, ours = note.text.reworded("ar", "أي سنة؟"), note.reason.reworded("ar", "كانت السنة ناقصة.")
    with pytest.raises(Denied):
        translate_note(actor=desk, note=note, reason=ours)
    with pytest.raises(Denied):
        translate_note(actor=group, note=note, text=theirs)
    translate_note(actor=desk, note=note, text=theirs)
    translate_note(actor=group, note=note, reason=ours)
    with pytest.raises(DomainError, match=r"adoption\.text_stands"):
        translate_note(actor=actor_of(interpreter), note=note, text=words("We like it."))


def test_an_answer_has_a_reason_and_can_be_given_anew(room: None, office: Person, clock: Clock) -> None:
    note = noted(a_review(clock), office)
    group = seat_actor(note.review.paper.group)
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        answer_note(actor=group, note=note, verdict=PARTLY, reason=words(""))
    answer_to(note)
    assert answer_to(note, PARTLY).verdict == PARTLY


def test_while_the_members_decide_no_answer_changes(room: None, office: Person, clock: Clock) -> None:
    review = a_review(clock)
    note = answer_to(noted(review, office))
    clock.move_to(review.due_at)
    ask_release(actor=seat_actor(review.paper.group), paper=review.paper)
    note.review.paper.refresh_from_db()
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        answer_to(note, PARTLY)


def test_held_back_it_can_be_asked_about_again(room: None, office: Person, clock: Clock) -> None:
    release = a_release(clock, office)
    group = release.paper.group
    answered(release.asked, against=holders(group))
    close(release.asked, clock)
    assert freshly(release.paper).state == HELD_BACK
    again = ask_release(actor=seat_actor(group), paper=freshly(release.paper))
    answered(again.asked, for_=holders(group))
    close(again.asked, clock)
    assert freshly(release.paper).state == RELEASED


def test_words_are_released_once_both_sides_agreed_to_exactly_these(room: None, office: Person, clock: Clock) -> None:
    review = a_review(clock)
    group, other = seat_actor(review.paper.group), actor_of(office)
    proposed = propose_words(actor=group, review=review, text=words("The office asked about one year."))
    with pytest.raises(Denied):
        agree_words(actor=group, words=proposed, seen=proposed.version)
    assert released_words(review) is None
    agree_words(actor=other, words=proposed, seen=proposed.version)
    assert released_words(review) == proposed
    with pytest.raises(DomainError, match=r"adoption\.agreed_already"):
        agree_words(actor=other, words=proposed, seen=proposed.version)


def test_changed_words_have_to_be_agreed_anew(room: None, office: Person, clock: Clock) -> None:
    review = a_review(clock)
    group, other = seat_actor(review.paper.group), actor_of(office)
    proposed = propose_words(actor=group, review=review, text=words("One year."))
    read = proposed.version
    changed = propose_words(actor=group, review=review, text=words("Two years."), seen=read)
    with pytest.raises(Stale):
        agree_words(actor=other, words=changed, seen=read)
    agree_words(actor=other, words=changed, seen=changed.version)
    theirs = propose_words(actor=other, review=review, text=words("None."), seen=changed.version)
    assert (theirs.is_agreed, theirs.proposed_by) == (False, "office")
    assert released_words(review) is None


def test_after_publication_no_words_are_agreed(room: None, office: Person, clock: Clock) -> None:
    review = a_review(clock)
    proposed = propose_words(actor=seat_actor(review.paper.group), review=review, text=words("One."))
    published(review.paper)
    with pytest.raises(DomainError, match=r"adoption\.published"):
        agree_words(actor=actor_of(office), words=proposed, seen=proposed.version)
