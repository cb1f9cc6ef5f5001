"""What is told of working groups and papers, to whom, and which mail can be answered."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from supportroom.adoption.actions import give_note, propose_words, say_no_reservations
from supportroom.comments.actions import insist, remind_window
from supportroom.groups.actions import resign
from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import seats_of
from supportroom.kernel.actors import SYSTEM
from supportroom.notices import digests, sending
from supportroom.notices.actions import follow, unfollow
from supportroom.notices.models import Mail, Notice
from supportroom.notices.pace import usual_pace
from supportroom.notices.queries import is_following
from supportroom.notices.vocabulary import (
    AT_ONCE,
    COMMENTS,
    DAILY,
    GROUPS,
    MAIL,
    NEEDED,
    PAPERS,
    REVIEWS,
)
from supportroom.people.models import Person
from supportroom.workroom.actions import call_off_meeting
from tests.counting import queries_of
from tests.factories.adoption import a_joint_paper, a_review, filed
from tests.factories.comments import answered, closed, commented, freshly, in_comment
from tests.factories.groups import a_group_at_work, holders, opened_group
from tests.factories.notices import choose, kinds_told, mails_of, told
from tests.factories.personas import actor_of
from tests.factories.post_office import PostOffice
from tests.factories.press import a_finished_paper, offered, published_paper
from tests.factories.rounds import words
from tests.factories.workroom import a_meeting, a_meeting_set, a_task, a_thread, posted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "room")]
SignIn = Callable[[Person], Client]


def forget() -> None:
    """Tell what happened so far, and begin anew."""
    told()
    Notice.objects.all().delete()
    Mail.objects.all().delete()


def heard(person: Person) -> list[str]:
    """Give what somebody was told, beside that their account was made."""
    return [kind for kind in kinds_told(person) if kind != "people.accept_invitation"]


@pytest.fixture
def group(facilitator: Person, rapporteur: Person) -> WorkingGroup:
    """A group at work; all that happened before was told."""
    found = a_group_at_work(facilitator, rapporteur)
    forget()
    return found


@pytest.mark.parametrize(
    ("category", "pace"),
    [(NEEDED, AT_ONCE), (PAPERS, AT_ONCE), (REVIEWS, AT_ONCE), (GROUPS, DAILY), (COMMENTS, DAILY)],
)
def test_what_needs_somebody_comes_at_once_and_the_rest_in_a_digest(category: str, pace: str) -> None:
    assert usual_pace(category, MAIL) == pace


def test_every_member_is_told_of_a_call_and_of_an_opening(member: Person, office: Person) -> None:
    forget()
    opened_group()
    told()
    assert heard(member) == ["groups.call_group", "groups.open_group"]
    assert heard(office) == []


def test_an_appointment_is_told_to_who_was_and_who_was_not_appointed_and_to_who_follows(
    facilitator: Person, member: Person, stranger: Person, team: Person
) -> None:
    from supportroom.groups.actions import Choice
    from supportroom.groups.queries import candidates_of
    from tests.factories.groups import appointed, stands
    from tests.factories.personas import make_person

    group = opened_group()
    people = [facilitator, *(make_person(f"Seat-Invented {number}", "member") for number in range(2))]
    for person, place in zip([*people, member], ("SY-ID", "TR-27", "DE", "JO"), strict=True):
        stands(group, person, years=1 if person == member else 9, lives_in=place, works_in=place)
    follow(actor=actor_of(stranger), thing=group)
    forget()
    by_person = {candidate.person_id: candidate for candidate in candidates_of(group)}
    reason = words("Works on it.")
    appointed(group, [Choice(by_person[person.pk], reason, departure=words("So that")) for person in people])
    told()
    assert heard(facilitator) == ["groups.appoint"]
    assert heard(member) == ["groups.passed_over"]
    assert heard(stranger) == ["groups.appointed"]


def test_who_called_for_a_group_and_who_stood_hear_that_it_comes_to_nothing(
    member: Person, stranger: Person, facilitator: Person, team: Person
) -> None:
    from supportroom.groups.actions import give_up_group, turn_down_group
    from tests.factories.groups import called_group, stands

    called, opened = called_group(member), opened_group(title="Economy")
    stands(opened, stranger)
    forget()
    for act, group in ((turn_down_group, called), (give_up_group, opened)):
        act(actor=actor_of(team), group=group, reason=words("Another group does it."))
    told()
    assert heard(member) == ["groups.turn_down_group"]
    assert heard(stranger) == ["groups.give_up_group"]
    assert heard(facilitator) == []


def test_a_seat_given_up_is_told_to_the_team_and_the_group(
    group: WorkingGroup, facilitator: Person, rapporteur: Person, team: Person, member: Person
) -> None:
    seat = seats_of(group).get(person=rapporteur)
    resign(actor=actor_of(rapporteur), seat=seat)
    told()
    assert heard(team) == heard(facilitator) == ["groups.resign"]
    assert heard(member) == heard(rapporteur) == []


def test_a_post_is_told_to_the_group_daily_and_at_once_to_whom_it_speaks(
    group: WorkingGroup, facilitator: Person, rapporteur: Person, member: Person
) -> None:
    third = holders(group)[2]
    posted(a_thread(group), facilitator, mentions=[rapporteur])
    told()
    assert heard(rapporteur) == ["workroom.mentioned"]
    assert heard(third) == ["workroom.write_post"]
    assert heard(facilitator) == heard(member) == []
    assert [mail.kinds for mail in mails_of(rapporteur)] == [[NEEDED]]
    assert mails_of(third) == []


def test_a_digest_names_the_discussion_once_however_much_was_written(
    group: WorkingGroup, facilitator: Person, rapporteur: Person, clock: time_machine.Traveller
) -> None:
    thread = a_thread(group)
    for number in range(5):
        posted(thread, facilitator, f"Word {number}")
    told()
    clock.shift(timedelta(days=1))
    digests.queue()
    assert [mail.kinds for mail in mails_of(rapporteur)] == [[GROUPS]]


def test_a_seat_can_leave_the_discussion_and_is_spoken_to_all_the_same(
    group: WorkingGroup, facilitator: Person, rapporteur: Person
) -> None:
    assert is_following(actor_of(rapporteur), group)
    unfollow(actor=actor_of(rapporteur), thing=group)
    thread = a_thread(group)
    posted(thread, facilitator)
    told()
    assert heard(rapporteur) == []
    posted(thread, facilitator, mentions=[rapporteur])
    told()
    assert heard(rapporteur) == ["workroom.mentioned"]


def test_meetings_and_tasks_are_told_to_the_group_and_open_meetings_to_all(
    group: WorkingGroup, rapporteur: Person, member: Person
) -> None:
    a_task(group, whose=rapporteur)
    a_meeting(group)
    call_off_meeting(actor=SYSTEM, meeting=a_meeting_set(group, open_to_members=True))
    told()
    assert heard(rapporteur) == [
        "workroom.add_task", "workroom.call_off_meeting", "workroom.propose_meeting", "workroom.propose_meeting",
        "workroom.set_meeting",
    ]  # fmt: skip
    assert heard(member) == ["workroom.call_off_meeting", "workroom.set_meeting"]


def test_a_window_is_announced_to_all_and_reminds_who_is_silent(
    facilitator: Person, member: Person, stranger: Person, office: Person, clock: time_machine.Traveller
) -> None:
    forget()
    window = in_comment(facilitator, days=7)
    told()
    assert "comments.announce_window" in heard(member)
    assert "comments.announce_window" not in heard(office)
    commented(window, member)
    forget()
    clock.move_to(window.closes_at - timedelta(hours=47))
    remind_window(actor=SYSTEM, comment_window=window)
    told()
    assert heard(stranger) == ["comments.remind_window"]
    assert heard(member) == []
    clock.move_to(window.closes_at)
    closed(window)
    told()
    assert heard(member) == ["comments.close_window"]


def test_who_commented_is_told_of_the_answer_and_the_group_of_who_insists(
    facilitator: Person, member: Person, stranger: Person, clock: time_machine.Traveller
) -> None:
    window = in_comment(facilitator)
    comment = commented(window, member)
    clock.move_to(window.closes_at)
    window = closed(window)
    forget()
    answered(freshly(comment))
    told()
    assert heard(member) == ["comments.answer_comments"]
    assert heard(stranger) == []
    insist(actor=actor_of(member), comment=freshly(comment), reason=words("Still."))
    told()
    assert heard(facilitator) == ["comments.insist"]


def test_a_joint_paper_is_told_to_all_and_an_opposing_opinion_to_the_group(
    facilitator: Person, member: Person, stranger: Person
) -> None:
    forget()
    adoption = a_joint_paper(facilitator)
    told()
    assert "adoption.make_joint" in heard(member)
    forget()
    filed(adoption, member)
    told()
    assert heard(facilitator) == ["adoption.file_opinion"]
    assert heard(stranger) == heard(member) == []


def test_a_review_comes_to_the_office_at_once_whatever_it_chose_and_its_word_to_the_group(
    facilitator: Person, office: Person, team: Person, member: Person, clock: time_machine.Traveller
) -> None:
    from supportroom.kernel.errors import DomainError

    with pytest.raises(DomainError, match="always_at_once"):
        choose(office, REVIEWS, "none")
    review = a_review(clock, facilitator)
    told()
    assert "adoption.send_to_office" in heard(office)
    assert REVIEWS in {kind for mail in mails_of(office) for kind in mail.kinds}
    forget()
    give_note(actor=actor_of(office), review=review, text=words("Which year?"))
    propose_words(actor=actor_of(facilitator), review=review, text=words("The office asked for the year."))
    told()
    assert heard(facilitator) == ["adoption.give_note"]
    assert heard(team) == ["adoption.give_note"]
    assert heard(office) == ["adoption.propose_words"]
    assert heard(member) == []


def test_no_reservations_are_told_to_group_and_team(
    facilitator: Person, office: Person, team: Person, member: Person, clock: time_machine.Traveller
) -> None:
    review = a_review(clock, facilitator)
    forget()
    say_no_reservations(actor=actor_of(office), review=review)
    told()
    assert heard(facilitator) == heard(team) == ["adoption.say_no_reservations"]
    assert heard(member) == []


def test_a_quotation_is_told_to_whose_words_it_is_and_publication_to_all(
    facilitator: Person, office: Person, team: Person, member: Person, clock: time_machine.Traveller
) -> None:
    paper = a_finished_paper(clock, office)
    forget()
    offered(paper, member, actor=actor_of(team))
    told()
    assert heard(member) == ["press.offer_quotation"]
    published_paper(paper, team)
    told()
    assert heard(member) == ["press.offer_quotation", "site.publish_paper"]
    assert heard(team) == []


def test_mails_about_a_window_can_be_answered_each_by_an_address_of_its_own(
    member: Person, stranger: Person, settings: Any, post_office: PostOffice
) -> None:
    settings.REPLY_ADDRESS = "room@example.org"
    forget()
    in_comment()
    told()
    (mail,) = [mail for mail in mails_of(member) if mail.reply_to]
    (other,) = [mail for mail in mails_of(stranger) if mail.reply_to]
    assert mail.kinds == [PAPERS]
    assert mail.reply_to.startswith("room+")
    assert mail.reply_to != other.reply_to
    sending.send()
    sent = [each for each in post_office.mails if mail.reply_to in str(each.words)]
    assert len(sent) == 1
    assert "Canary" not in sent[0].words


def test_where_no_answers_are_read_no_mail_can_be_answered(facilitator: Person, member: Person) -> None:
    forget()
    in_comment(facilitator)
    told()
    assert {mail.reply_to for mail in mails_of(member)} == {""}


def test_a_notice_leads_to_its_thing_for_who_sees_it_alone(
    group: WorkingGroup, facilitator: Person, rapporteur: Person, sign_in: SignIn
) -> None:
    posted(a_thread(group, "Laws"), facilitator)
    a_meeting(group)
    told()
    page = sign_in(rapporteur).get("/en/notices/").content.decode()
    assert "/en/threads/" in page
    assert "/en/meetings/" in page
    resign(actor=actor_of(rapporteur), seat=seats_of(group).get(person=rapporteur))
    page = sign_in(rapporteur).get("/en/notices/").content.decode()
    assert "/en/threads/" not in page
    assert "/en/meetings/" not in page


def test_the_list_takes_as_many_queries_for_many_groups_as_for_one(
    facilitator: Person, sign_in: SignIn, clock: time_machine.Traveller
) -> None:
    counts = []
    for _more in range(3):
        group = a_group_at_work(facilitator)
        posted(a_thread(group), holders(group)[1])
        a_meeting(group)
        clock.shift(1)
        told()
        client = sign_in(facilitator)
        counts.append(queries_of(client, "/en/notices/"))
    assert len(set(counts)) == 1, counts


def test_a_group_is_followed_and_left_by_its_button(
    group: WorkingGroup, stranger: Person, observer: Person, sign_in: SignIn
) -> None:
    from supportroom.journal.models import reference
    from supportroom.kernel.once import fresh_key

    form = {"thing": reference(group), "once": fresh_key()}
    assert sign_in(observer).post("/en/notices/follow/", form).status_code == 404
    assert sign_in(stranger).post("/en/notices/follow/", form)["Location"].startswith("/en/groups/")
    assert is_following(actor_of(stranger), group)
    sign_in(stranger).post("/en/notices/unfollow/", form | {"once": fresh_key()})
    assert not is_following(actor_of(stranger), group)
