"""Who wrote what, who answered what, who dissents: looked for by members, by the group, by who carries off the disk."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings as room_settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.adoption.models import Joiner, OpposingOpinion
from supportroom.checks.models import CheckAnswer, MembersCheck, RollEntry
from supportroom.comments.actions import insist, support_comment, withdraw_comment
from supportroom.comments.models import Comment, CommentWindow
from supportroom.journal.models import Entry
from supportroom.kernel.once import fresh_key, keyed
from supportroom.notices.models import Notice
from supportroom.notices.telling import tell
from supportroom.papers.actions import remove_paragraph, reword_paragraph
from supportroom.people.models import Person
from supportroom.press.actions import clear_quotation
from supportroom.protection.handles import handle_for, has_key
from tests.factories.adoption import a_joint_paper, close, filed, joined
from tests.factories.checks import answered as answered_check
from tests.factories.comments import answered, closed, commented, in_comment, opened, paragraph_of
from tests.factories.groups import a_group_at_work
from tests.factories.papers import freshly
from tests.factories.personas import actor_of, make_person
from tests.factories.press import (
    a_draft_with_sources,
    adopted_with_dissent,
    offered,
    published_paper,
    reviewed_and_released,
)
from tests.factories.rounds import words
from tests.faults.forensics import everything, keys_lying_about, linked, spellings, where

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]
DAY = timedelta(days=1)


def to(name: str, *parts: Any) -> str:
    with override("en"):
        return reverse(name, args=parts)


def page(client: Client, name: str, *parts: Any) -> str:
    answer = client.get(to(name, *parts))
    assert answer.status_code == 200, name
    return bytes(answer.content).decode()


@pytest.fixture
def window(clock: time_machine.Traveller, rapporteur: Person, member: Person, stranger: Person) -> CommentWindow:
    """A window of the paper of a group in which the rapporteur holds the first seat."""
    return in_comment(rapporteur)


# --- who wrote a hidden comment, before publication


def test_a_removed_paragraphs_draft_words_reach_its_readers_alone(  # noqa: PLR0917
    window: CommentWindow, clock: time_machine.Traveller, member: Person, stranger: Person, rapporteur: Person,
    sign_in: SignIn,
) -> None:  # fmt: skip
    made = commented(window, member)
    clock.move_to(window.closes_at)
    window = closed(window)
    paper, acts = freshly(window.paper), actor_of(rapporteur)
    paragraph = paragraph_of(window)
    wordings = {"en": "Canary words of the draft."}
    reword_paragraph(actor=acts, paper=paper, paragraph=paragraph, seen=paragraph.version, wordings=wordings)
    remove_paragraph(actor=acts, paper=freshly(paper), paragraph=paragraph_of(window))
    for person in (member, stranger):
        told = page(sign_in(person), "comments:comment_detail", made.pk)
        assert "taken out since" in told
        assert "Canary words" not in told
    assert "Canary words" in page(sign_in(rapporteur), "comments:comment_detail", made.pk)


@pytest.mark.writes_outside_actions
def test_how_a_hidden_comment_came_is_told_to_its_writer_alone(  # noqa: PLR0917
    window: CommentWindow, member: Person, stranger: Person, rapporteur: Person, team: Person, sign_in: SignIn
) -> None:
    made = commented(window, member)
    Comment.objects.filter(pk=made.pk).update(came="mail")
    came = str(Comment.objects.get(pk=made.pk).get_came_display())
    with override("en"):
        came = str(Comment.objects.get(pk=made.pk).get_came_display())
    assert came in page(sign_in(member), "comments:comment_detail", made.pk)
    for person in (stranger, rapporteur, team):
        assert came not in page(sign_in(person), "comments:comment_detail", made.pk)


def test_s17_who_takes_a_named_comment_back_is_named_no_more(
    window: CommentWindow, member: Person, stranger: Person, team: Person, sign_in: SignIn
) -> None:
    made = commented(window, member, is_named=True)
    assert member.name in page(sign_in(stranger), "comments:comment_detail", made.pk)
    withdraw_comment(actor=actor_of(member), comment=made)
    for person in (stranger, team):
        for told in (page(sign_in(person), "comments:comment_detail", made.pk),
                     page(sign_in(person), "comments:table", window.paper_id)):  # fmt: skip
            assert member.name not in told


def test_s18_two_who_wrote_alike_leave_pages_alike_for_everybody_else(  # noqa: PLR0917
    window: CommentWindow, member: Person, stranger: Person, rapporteur: Person, team: Person, sign_in: SignIn
) -> None:
    """Nothing of the page of a hidden comment depends on whose it is but for its writer."""
    first = commented(window, member)
    second = commented(window, stranger)
    changing = re.compile(r'[0-9a-hjkmnp-tv-z]{12}|value="[^"]*"|hx-headers=[^\n]*|Comment (?:<bdi>)?\d')
    for person in (rapporteur, team):
        client = sign_in(person)
        one, two = (page(client, "comments:comment_detail", each.pk) for each in (first, second))
        assert changing.sub("", one) == changing.sub("", two)


def test_the_journal_tells_neither_writer_nor_hour_of_what_members_say(
    window: CommentWindow, clock: time_machine.Traveller, member: Person, stranger: Person
) -> None:
    clock.shift(3 * DAY + timedelta(hours=2, seconds=7))
    made = commented(window, member)
    support_comment(actor=actor_of(stranger), comment=made)
    clock.move_to(window.closes_at)
    closed(window)
    answered(made)
    clock.shift(timedelta(hours=5, seconds=11))
    insist(actor=actor_of(member), comment=Comment.objects.get(pk=made.pk), reason=words("No."))
    told = Entry.objects.filter(action__in=("comments.comment", "comments.support_comment", "comments.insist"))
    assert {entry.actor for entry in told} == {"unnamed"}
    for entry in told:
        assert (entry.at.minute, entry.at.second, entry.at.microsecond) == (0, 0, 0), entry.action


def test_the_journal_does_not_say_whose_words_a_quotation_without_a_name_are(
    clock: time_machine.Traveller, member: Person, team: Person
) -> None:
    paper = adopted_with_dissent(_through(clock, member), clock)
    quotation = offered(paper, member, actor=actor_of(team))
    clear_quotation(actor=actor_of(member), quotation=quotation, is_named=False)
    refs = Entry.objects.filter(thing__contains=str(quotation.pk)).values_list("actor", flat=True)
    assert member.ref not in set(refs)


def _through(clock: time_machine.Traveller, *by: Person, group: Any = None) -> Any:
    window = opened(a_draft_with_sources(group or a_group_at_work()))
    made = [commented(window, person, f"Canary turn of phrase {number}.") for number, person in enumerate(by)]
    clock.move_to(window.closes_at)
    closed(window)
    for each in made:
        answered(each)
    tell()
    return freshly(window.paper)


# --- who answered what in a members' check


@pytest.fixture
def check(real_database: Path, room: Any) -> tuple[MembersCheck, list[Person], list[str]]:
    """A check that everybody answered by a form, some of them twice."""
    people = [make_person(f"Voter Invented {number}", "member") for number in range(9)]
    adoption = a_joint_paper(*people[:3])
    keys = []
    for number, person in enumerate([*people, *people[:2]]):
        keys.append(fresh_key())
        with keyed(keys[-1]):
            answered_check(adoption.asked, **{("against" if number % 2 else "for_"): [person]})
    return adoption.asked, people, keys


def test_a_counted_check_links_nobody_to_an_answer_on_the_whole_disk(
    check: tuple[MembersCheck, list[Person], list[str]], real_database: Path
) -> None:
    asked, people, forms = check
    key = Path(room_settings.SESSION_KEYS_DIR, f"{asked.pk}.key").read_bytes()
    handles = [handle_for(asked.pk, person.pk) for person in people]
    assert linked({person.pk for person in people}, [key], everything(real_database)) == {p.pk for p in people}
    with time_machine.travel(asked.closes_at, tick=False) as clock:
        close(asked, clock)
    assert not has_key(asked.pk)
    assert not CheckAnswer.objects.exists()
    assert not RollEntry.objects.exists()
    found = everything(real_database)
    assert [place for spelling in spellings(key) for place in where(spelling, found)] == []
    assert [place for handle in handles for place in where(handle.encode(), found)] == []
    assert [place for form in forms for place in where(form.encode(), found)] == []
    keys = keys_lying_about(found, room_settings.SECRET_KEY, str(asked.pk), *forms)
    assert linked({person.pk for person in people}, keys, found) == set()


def test_an_open_check_without_its_key_links_nobody(
    check: tuple[MembersCheck, list[Person], list[str]], real_database: Path
) -> None:
    asked, people, _forms = check
    found = everything(real_database)
    found = {name: content for name, content in found.items() if not name.endswith(f"{asked.pk}.key")}
    assert linked({p.pk for p in people}, keys_lying_about(found, room_settings.SECRET_KEY), found) == set()
    told = Entry.objects.filter(action="checks.answer")
    assert {(entry.actor, entry.at) for entry in told} == {("unnamed", asked.opens_at)}


def test_nothing_on_a_checks_page_moves_while_others_answer(
    clock: time_machine.Traveller, member: Person, team: Person, rapporteur: Person, sign_in: SignIn
) -> None:
    asked = a_joint_paper(rapporteur).asked
    changing = re.compile(r'value="[^"]*"|hx-headers=[^\n]*')
    readers = [sign_in(person) for person in (team, rapporteur)]
    before = [changing.sub("", page(each, "checks:members_check_detail", asked.pk)) for each in readers]
    answered_check(asked, against=[member])
    after = [changing.sub("", page(each, "checks:members_check_detail", asked.pk)) for each in readers]
    assert before == after


# --- the database after publication


def links(person: Person) -> dict[str, list[str]]:
    """Give every row that names a person, by its table, and what else stands in it."""
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                if any(value == person.pk or str(person.pk) in str(value) for value in row):
                    found.setdefault(table, []).append(" ".join(map(str, row)))
    return found


def test_after_publication_no_row_leads_from_a_person_to_a_hidden_comment_or_a_dissent(  # noqa: PLR0917
    clock: time_machine.Traveller, member: Person, stranger: Person, shielded_member: Person, team: Person,
    office: Person,
) -> None:  # fmt: skip
    paper = _through(clock, member, stranger)
    made = Comment.objects.get(written_by=member)
    paper = adopted_with_dissent(paper, clock, shielded_member)
    opinion = OpposingOpinion.objects.get()
    paper = reviewed_and_released(paper, clock, office)
    tell()
    assert Notice.objects.filter(person=member, kind="comments.answer_comments").exists()
    published_paper(paper, team)
    assert not Notice.objects.filter(kind__in=("comments.answer_comments", "comments.remind_window")).exists()
    about = {str(made.pk), str(made.answer_id), str(opinion.pk)}
    entries = {
        str(entry.pk) for entry in Entry.objects.all() if any(key in f"{entry.thing} {entry.facts}" for key in about)
    }
    for person in (member, stranger, shielded_member):
        for table, rows in links(person).items():
            for row in rows:
                assert not any(key in row for key in about | entries), (table, row)
    assert not Joiner.objects.exists()


def test_who_joined_is_told_to_nobody_before_publication_either(  # noqa: PLR0917
    clock: time_machine.Traveller, member: Person, stranger: Person, shielded_member: Person, team: Person,
    rapporteur: Person, office: Person, interpreter: Person, sign_in: SignIn,
) -> None:  # fmt: skip
    adoption = a_joint_paper(rapporteur)
    opinion = joined(filed(adoption, member), shielded_member)
    for person in (stranger, team, rapporteur, interpreter):
        told = page(sign_in(person), "adoption:adoption_detail", adoption.paper_id)
        assert "What is left out" in told
        assert not [each.name for each in (member, shielded_member) if each.name in told]
    entries = Entry.objects.filter(action__startswith="adoption.", thing=f"adoption.opposingopinion:{opinion.pk}")
    assert {(entry.actor, entry.at) for entry in entries} == {("unnamed", adoption.asked.opens_at)}
