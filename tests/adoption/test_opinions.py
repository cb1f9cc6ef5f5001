"""Opposing opinions: in time by the stored instant, each person's own, named by consent alone."""

from datetime import timedelta

import pytest
import time_machine

from supportroom.adoption.actions import (
    amend_opinion,
    be_named,
    file_opinion,
    join_opinion,
    keep_the_count,
    leave_opinion,
    translate_opinion,
    withdraw_opinion,
)
from supportroom.adoption.models import Adoption, Joiner, OpposingOpinion
from supportroom.adoption.passing import forget_who_was_counted
from supportroom.adoption.queries import opinions_of
from supportroom.journal.models import Entry, reference
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Missing
from supportroom.kernel.multilingual import DRAFT
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.protection.models import Consent
from tests.factories.adoption import decided, filed, freshly_adopted, joined, published
from tests.factories.groups import holders, seat_actor
from tests.factories.personas import actor_of
from tests.factories.rounds import words

ONE_SECOND = timedelta(seconds=1)


def test_an_opinion_is_filed_until_the_very_last_instant(
    joint: Adoption, member: Person, clock: time_machine.Traveller
) -> None:
    clock.move_to(joint.opinions_until - timedelta(microseconds=1))
    assert filed(joint, member).number == 1


def test_one_second_late_it_is_refused_and_told_until_when(
    joint: Adoption, member: Person, clock: time_machine.Traveller
) -> None:
    clock.move_to(joint.opinions_until + ONE_SECOND)
    with pytest.raises(DomainError) as refused:
        filed(joint, member)
    assert refused.value.code == "adoption.opinions_over"
    assert "2026" in refused.value.wording
    assert opinions_of(joint.paper) == []


def test_at_the_instant_itself_it_is_too_late_to_join_amend_leave_or_take_back(
    joint: Adoption, member: Person, shielded_member: Person, clock: time_machine.Traveller
) -> None:
    opinion = filed(joint, member)
    clock.move_to(joint.opinions_until)
    own = {"actor": actor_of(member), "opinion": opinion}
    with pytest.raises(DomainError, match=r"adoption\.opinions_over"):
        joined(opinion, shielded_member)
    with pytest.raises(DomainError, match=r"adoption\.changes_over"):
        amend_opinion(**own, title=words("Other"), text=words("Other"))
    with pytest.raises(DomainError, match=r"adoption\.changes_over"):
        leave_opinion(**own)
    with pytest.raises(DomainError, match=r"adoption\.changes_over"):
        withdraw_opinion(**own)


def test_no_opinion_is_filed_to_a_version_that_was_turned_down(
    joint: Adoption, member: Person, clock: time_machine.Traveller
) -> None:
    with pytest.raises(DomainError, match=r"adoption\.not_adopted"):
        filed(decided(joint, clock, is_agreed=False), member)


def test_s17_names_are_told_of_those_alone_who_agree_and_others_are_counted(
    joint: Adoption, member: Person, shielded_member: Person, stranger: Person
) -> None:
    opinion = joined(filed(joint, shielded_member), stranger)
    joined(opinion, member, is_named=True)
    told = opinions_of(joint.paper)[0]
    assert told.names == (member.name,)
    assert (told.joined, told.unnamed) == (3, 2)


def test_s17_whoever_agreed_to_be_named_takes_it_back_until_publication(joint: Adoption, member: Person) -> None:
    opinion = filed(joint, member, is_named=True)
    be_named(actor=actor_of(member), opinion=opinion, is_named=False)
    assert opinions_of(joint.paper)[0].names == ()
    published(joint.paper)
    with pytest.raises(DomainError, match=r"protection\.released"):
        be_named(actor=actor_of(member), opinion=opinion, is_named=True)


def test_words_that_others_stand_behind_are_not_changed_or_taken_back(
    joint: Adoption, member: Person, stranger: Person
) -> None:
    opinion = filed(joint, member)
    own = {"actor": actor_of(member), "opinion": opinion}
    amend_opinion(**own, title=words("Sharper"), text=words("Sharper reasons."))
    joined(opinion, stranger)
    with pytest.raises(DomainError, match=r"adoption\.others_joined"):
        amend_opinion(**own, title=words("Softer"), text=words("Softer reasons."))
    with pytest.raises(DomainError, match=r"adoption\.others_joined"):
        withdraw_opinion(**own)


def test_who_filed_it_leaves_and_it_stays_with_those_who_joined(
    joint: Adoption, member: Person, stranger: Person
) -> None:
    opinion = joined(filed(joint, member, is_named=True), stranger)
    leave_opinion(actor=actor_of(member), opinion=opinion)
    told = opinions_of(joint.paper)[0]
    assert (told.joined, told.names, told.opinion.filed_by_id) == (1, (), None)
    leave_opinion(actor=actor_of(stranger), opinion=opinion)
    assert opinions_of(joint.paper) == []


def test_one_joins_once_and_leaves_only_what_one_joined(joint: Adoption, member: Person, stranger: Person) -> None:
    opinion = filed(joint, member)
    with pytest.raises(DomainError, match=r"adoption\.joined_already"):
        joined(opinion, member)
    with pytest.raises(DomainError, match=r"adoption\.not_joined"):
        leave_opinion(actor=actor_of(stranger), opinion=opinion)


def test_what_was_taken_back_is_gone_with_who_filed_it(joint: Adoption, member: Person, stranger: Person) -> None:
    opinion = filed(joint, member, is_named=True)
    withdraw_opinion(actor=actor_of(member), opinion=opinion)
    assert OpposingOpinion.objects.get(pk=opinion.pk).filed_by_id is None
    assert not Joiner.objects.exists()
    assert not Consent.objects.filter(thing=reference(opinion)).exists()
    with pytest.raises(Missing):
        join_opinion(actor=actor_of(stranger), opinion=opinion)
    assert filed(joint, stranger).number == 2


def test_neither_the_group_nor_the_team_nor_the_office_changes_a_word(
    joint: Adoption, member: Person, team: Person, office: Person, interpreter: Person
) -> None:
    opinion = filed(joint, member)
    others = [seat_actor(joint.paper.group), *(actor_of(each) for each in (team, office, interpreter))]
    for actor in others:
        with pytest.raises(Denied):
            amend_opinion(actor=actor, opinion=opinion, title=words("Fine"), text=words("Fine."))
        with pytest.raises(Denied):
            withdraw_opinion(actor=actor, opinion=opinion)


def test_an_interpreters_translation_is_a_draft_until_who_filed_it_says_that_it_holds(
    joint: Adoption, member: Person, interpreter: Person
) -> None:
    opinion = filed(joint, member)
    translated = {"title": words("What is left out", "ما أُغفل"), "text": opinion.text.reworded("ar", "الأسباب")}
    held = translate_opinion(actor=actor_of(interpreter), opinion=opinion, **translated)
    assert held.text.state("ar") == DRAFT
    own = translate_opinion(actor=actor_of(member), opinion=held, title=held.title, text=held.text)
    assert own.text.state("ar") == "current"


def test_a_translation_cannot_touch_the_original(joint: Adoption, member: Person, interpreter: Person) -> None:
    opinion = filed(joint, member)
    with pytest.raises(DomainError, match=r"adoption\.translations_only"):
        translate_opinion(
            actor=actor_of(interpreter), opinion=opinion, title=opinion.title, text=words("I agree with the paper.")
        )


def test_the_journal_does_not_say_who_filed_joined_or_left(
    joint: Adoption, member: Person, stranger: Person, shielded_member: Person
) -> None:
    opinion = joined(filed(joint, member, is_named=True), stranger, shielded_member)
    leave_opinion(actor=actor_of(stranger), opinion=opinion)
    be_named(actor=actor_of(member), opinion=opinion, is_named=False)
    entries = Entry.objects.filter(thing=reference(opinion))
    assert {entry.actor for entry in entries} == {"unnamed"}
    assert {entry.at for entry in entries} == {joint.asked.opens_at}


def test_s17_after_publication_who_was_only_counted_is_erased_and_the_number_stays(
    joint: Adoption, member: Person, stranger: Person, shielded_member: Person
) -> None:
    opinion = joined(filed(joint, shielded_member), stranger)
    joined(opinion, member, is_named=True)
    before = opinions_of(joint.paper)[0]
    published(joint.paper)
    assert forget_who_was_counted() == 1
    assert forget_who_was_counted() == 0
    told = opinions_of(freshly_adopted(joint).paper)[0]
    assert (told.names, told.joined) == (before.names, before.joined) == ((member.name,), 3)
    assert [joiner.person_id for joiner in Joiner.objects.all()] == [member.pk]
    assert told.opinion.filed_by_id is None


def test_nothing_is_forgotten_before_publication(joint: Adoption, member: Person) -> None:
    filed(joint, member)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        keep_the_count(actor=SYSTEM, paper=Paper.objects.get(pk=joint.paper_id))


def test_members_of_the_group_may_be_opposed_too(joint: Adoption) -> None:
    opposed = holders(joint.paper.group)[0]
    assert file_opinion(
        actor=actor_of(opposed), adoption=joint, title=words("Mine"), text=words("I was in the minority.")
    ).number
