"""What a group writes to one another: posts, quotes, mentions, what is new, what is removed."""

import pytest

from supportroom.groups.actions import close_group, resign
from supportroom.groups.models import Seat, WorkingGroup
from supportroom.journal.models import Entry, reference
from supportroom.kernel.errors import Denied, DomainError, Missing, Stale
from supportroom.people.models import Person
from supportroom.workroom.actions import (
    amend_post,
    mark_seen,
    open_thread,
    remove_post,
    retitle_thread,
    write_post,
)
from supportroom.workroom.models import Mention, Post, Seen, Thread
from supportroom.workroom.queries import posts_found, seen_by, thread_visible_to, threads_of
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.workroom import a_thread, posted


def spoken_to(post: Post) -> set[int]:
    return set(Mention.objects.filter(post=post).values_list("person", flat=True))


def test_the_general_thread_is_opened_once(group: WorkingGroup, thread: Thread, member: Person) -> None:
    assert open_thread(actor=actor_of(member), group=group) == thread
    assert Thread.objects.filter(group=group).count() == 1


def test_posts_stand_in_the_order_in_which_they_were_written(
    thread: Thread, member: Person, rapporteur: Person
) -> None:
    places = [posted(thread, who).position for who in (member, rapporteur, member)]
    assert places == [1, 2, 3]
    assert Thread.objects.get(pk=thread.pk).last == 3


def test_a_post_is_told_by_one_entry_about_itself(thread: Thread, member: Person) -> None:
    post = posted(thread, member, "A secret word")
    entry = Entry.objects.get(action="workroom.write_post")
    assert entry.thing == reference(post)
    assert "secret" not in str(entry.facts)


def test_nothing_is_not_a_post(thread: Thread, member: Person) -> None:
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        posted(thread, member, "")


def test_a_name_after_an_at_speaks_to_somebody(thread: Thread, member: Person, shielded_member: Person) -> None:
    post = posted(thread, member, "@Nizar Hidden-Invented, have you read it?")
    assert spoken_to(post) == {shielded_member.pk}


def test_speaking_to_oneself_tells_nobody(thread: Thread, member: Person) -> None:
    assert spoken_to(posted(thread, member, "@Salma I must not forget")) == set()


def test_a_mention_of_somebody_outside_is_refused(thread: Thread, member: Person, stranger: Person) -> None:
    with pytest.raises(DomainError, match="mention_outside"):
        posted(thread, member, mentions=[stranger])
    assert not Post.objects.exists()


def test_a_name_of_somebody_outside_is_only_words(thread: Thread, member: Person, stranger: Person) -> None:
    assert spoken_to(posted(thread, member, "@Samir Stranger-Invented said so")) == set()


def test_a_whole_post_or_its_own_words_can_be_quoted(thread: Thread, member: Person, rapporteur: Person) -> None:
    first = posted(thread, member, "The law of 1958\nis still in force.")
    whole = posted(thread, rapporteur, "Indeed", quotes=first)
    part = posted(thread, rapporteur, "Where?", quotes=first, quote="still in force")
    assert (whole.quote, part.quote) == (first.text, "still in force")


def test_nobody_is_made_to_say_what_they_did_not_write(thread: Thread, member: Person, rapporteur: Person) -> None:
    first = posted(thread, member, "I am for it")
    with pytest.raises(DomainError, match="quote_changed"):
        posted(thread, rapporteur, "So", quotes=first, quote="I am against it")


def test_a_quote_comes_from_the_same_thread(group: WorkingGroup, thread: Thread, member: Person) -> None:
    other = posted(a_thread(group, "Budget"), member)
    with pytest.raises(DomainError, match="quote_elsewhere"):
        posted(thread, member, quotes=other)


def test_a_removed_post_leaves_its_place_and_no_word(thread: Thread, member: Person, rapporteur: Person) -> None:
    first = posted(thread, member, "Her name is Nour")
    answer = posted(thread, rapporteur, "@Nizar look", quotes=first)
    remove_post(actor=actor_of(member), post=first)
    kept = Post.objects.get(pk=first.pk)
    assert (kept.removed, kept.text, kept.search_text, kept.position) == (True, "", "", 1)
    assert Post.objects.get(pk=answer.pk).quote == ""
    assert not posts_found(thread.group, "nour").exists()
    with pytest.raises(DomainError, match="post_removed"):
        remove_post(actor=actor_of(member), post=first)
    with pytest.raises(DomainError, match="post_removed"):
        amend_post(actor=actor_of(member), post=kept, text="Again")
    with pytest.raises(DomainError, match="quote_elsewhere"):
        posted(thread, rapporteur, quotes=kept)


def test_only_who_wrote_a_post_changes_it_and_the_team_may_remove_it(
    thread: Thread, member: Person, rapporteur: Person, team: Person
) -> None:
    post = posted(thread, member)
    for other in (rapporteur, team):
        with pytest.raises(Denied):
            amend_post(actor=actor_of(other), post=post, text="Otherwise")
    with pytest.raises(Denied):
        remove_post(actor=actor_of(rapporteur), post=post)
    assert remove_post(actor=actor_of(team), post=post).removed


def test_a_changed_post_says_so_and_speaks_to_who_is_named_now(
    thread: Thread, member: Person, shielded_member: Person
) -> None:
    post = amend_post(actor=actor_of(member), post=posted(thread, member, "See page 3"), text="See page 4, @Nizar")
    assert post.is_amended
    assert spoken_to(post) == {shielded_member.pk}


def test_an_overtaken_change_is_refused(thread: Thread, member: Person) -> None:
    post = posted(thread, member)
    amend_post(actor=actor_of(member), post=post, text="From the phone", seen=1)
    with pytest.raises(Stale):
        amend_post(actor=actor_of(member), post=post, text="From the desk", seen=1)


def test_who_writes_has_read_what_they_were_shown(thread: Thread, member: Person, rapporteur: Person) -> None:
    posted(thread, member)
    posted(thread, rapporteur, shown=1)
    assert seen_by(actor_of(rapporteur), thread) == 2
    posted(thread, member, shown=1)  # the second was not on the page: it stays new
    assert seen_by(actor_of(member), thread) == 1


def test_how_far_somebody_read_never_goes_back_nor_beyond_the_end(thread: Thread, member: Person, team: Person) -> None:
    for _ in range(3):
        posted(thread, team)
    for position, kept in ((2, 2), (1, 2), (99, 3)):
        mark_seen(actor=actor_of(member), thread=thread, position=position)
        assert Seen.objects.get(person=member).position == kept
    assert [row.seen_to for row in threads_of(thread.group, actor_of(member))] == [3]  # type: ignore[attr-defined]


def test_a_word_is_found_however_it_is_typed(thread: Thread, member: Person) -> None:
    post = posted(thread, member, "قرأتُ القانون رقم ٩٣ لسنة ١٩٥٨")
    assert list(posts_found(thread.group, "قانون 1958")) == [post]
    assert not posts_found(thread.group, "قانون 1959").exists()


def test_who_gave_a_seat_up_reads_nothing_any_more(thread: Thread, member: Person) -> None:
    post = posted(thread, member)
    resign(actor=actor_of(member), seat=Seat.objects.get(group=thread.group, person=member))
    for refused in (
        lambda: posted(thread, member),
        lambda: amend_post(actor=actor_of(member), post=post, text="Otherwise"),
        lambda: remove_post(actor=actor_of(member), post=post),
        lambda: mark_seen(actor=actor_of(member), thread=thread, position=1),
    ):
        with pytest.raises(Denied):
            refused()
    with pytest.raises(Missing):
        thread_visible_to(actor_of(member), thread.pk)


def test_a_group_that_ended_is_read_and_not_written(thread: Thread, member: Person, team: Person) -> None:
    posted(thread, member)
    close_group(actor=actor_of(team), group=thread.group, reason=words("Done."))
    after = thread_visible_to(actor_of(member), thread.pk)
    with pytest.raises(Denied):
        write_post(actor=actor_of(member), thread=after, text="One more")


def test_a_thread_is_called_otherwise_and_the_general_one_keeps_its_name(
    group: WorkingGroup, thread: Thread, member: Person
) -> None:
    assert retitle_thread(actor=actor_of(member), thread=a_thread(group, "Bugdet"), title="Budget").title == "Budget"
    for which, title in ((thread, "Chat"), (a_thread(group, "Law"), "")):
        with pytest.raises(DomainError, match="title_missing"):
            retitle_thread(actor=actor_of(member), thread=which, title=title)
