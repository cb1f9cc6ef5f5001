"""Nobody is quoted who did not say so, and nobody is named who did not say that too."""

import pytest
from django.utils.translation import override

from supportroom.kernel.errors import Denied, DomainError
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.actions import clear_quotation, take_back_quotation
from supportroom.press.lifecycle import QUOTATION
from supportroom.press.models import Quotation
from supportroom.press.queries import cleared_of, pack_of, quotations_told
from supportroom.press.vocabulary import CLEARED, OFFERED, QUOTATION_STATES, TAKEN_BACK
from tests.factories.groups import holders, seat_actor
from tests.factories.personas import actor_of
from tests.factories.press import offered

LEGAL = {(OFFERED, "clear"): CLEARED, (OFFERED, "take_back"): TAKEN_BACK, (CLEARED, "take_back"): TAKEN_BACK}


@pytest.mark.parametrize("verb", QUOTATION.verbs)
@pytest.mark.parametrize("state", QUOTATION_STATES)
def test_every_step_is_legal_or_refused(state: str, verb: str) -> None:
    if (state, verb) in LEGAL:
        assert QUOTATION.step(state, verb).target == LEGAL[state, verb]
    else:
        with pytest.raises(DomainError, match=r"kernel\.not_now"):
            QUOTATION.step(state, verb)


def test_what_is_only_offered_is_not_in_the_pack(paper: Paper) -> None:
    offered(paper, holders(paper.group)[0])
    assert cleared_of(pack_of(paper)) == []


@pytest.mark.parametrize("is_named", [True, False])
def test_s17_who_said_it_says_whether_their_name_goes_with_it(paper: Paper, *, is_named: bool) -> None:
    who = holders(paper.group)[0]
    clear_quotation(actor=actor_of(who), quotation=offered(paper, who), is_named=is_named)
    assert [name for _quotation, name in cleared_of(pack_of(paper))] == [who.name if is_named else ""]


def test_nobody_clears_the_words_of_others(paper: Paper, team: Person) -> None:
    quotation = offered(paper, holders(paper.group)[0])
    for actor in (actor_of(team), seat_actor(paper.group, 2)):
        with pytest.raises(Denied):
            clear_quotation(actor=actor, quotation=quotation, is_named=True)


def test_cleared_words_can_be_taken_back_and_are_gone_from_the_pack(paper: Paper) -> None:
    who = holders(paper.group)[0]
    quotation = offered(paper, who)
    clear_quotation(actor=actor_of(who), quotation=quotation, is_named=True)
    take_back_quotation(actor=actor_of(who), quotation=Quotation.objects.get(pk=quotation.pk))
    assert cleared_of(pack_of(paper)) == []


def test_what_was_taken_back_is_not_cleared_again(paper: Paper) -> None:
    who = holders(paper.group)[0]
    quotation = offered(paper, who)
    take_back_quotation(actor=actor_of(who), quotation=quotation)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        clear_quotation(actor=actor_of(who), quotation=Quotation.objects.get(pk=quotation.pk), is_named=False)


def test_the_group_asks_its_own_and_the_team_anybody(paper: Paper, member: Person, team: Person) -> None:
    with pytest.raises(DomainError, match=r"press\.only_the_group"):
        offered(paper, member)
    assert offered(paper, member, actor=actor_of(team)).person == member


def test_the_group_reads_the_name_of_its_own_and_of_nobody_else(paper: Paper, member: Person, team: Person) -> None:
    own = holders(paper.group)[0]
    offered(paper, member, actor=actor_of(team))
    offered(paper, own)
    pack = pack_of(paper)
    assert {name for _quotation, name in quotations_told(actor_of(team), pack)} == {member.name, own.name}
    with override("en"):
        told = {name for _quotation, name in quotations_told(seat_actor(paper.group, 2), pack)}
    assert told == {"a member", own.name}
