import pytest

from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.errors import Denied, DomainError
from supportroom.people.models import Person
from supportroom.points.models import Board, Point
from supportroom.protection.handles import handle_for
from supportroom.rounds.actions import close_session
from supportroom.rounds.models import Session
from tests.factories.personas import actor_of
from tests.factories.points import raised
from tests.factories.rounds import make_round, make_session, open_a_session, pillar_of


def test_s14_a_participants_point_hangs_on_a_handle_and_on_nothing_else(session: Session, member: Person) -> None:
    point = raised(session, member, "Clinics stay open")
    assert point.handle == handle_for(session.pk, member.pk)
    entry = Entry.objects.get(action="points.raise_point")
    assert (entry.actor, entry.at, entry.facts) == ("unnamed", session.opened_at, {})


def test_what_the_rapporteur_and_the_facilitator_raise_is_the_rooms(
    session: Session, recording: Actor, leading: Actor
) -> None:
    assert raised(session, recording).handle == ""
    assert raised(session, leading).handle == ""


def test_points_are_numbered_through_the_list_and_placed_under_their_pillar(session: Session, member: Person) -> None:
    second = pillar_of(session.round, 1)
    made = [raised(session, member), raised(session, member, pillar=second), raised(session, member)]
    assert [(point.number, point.position) for point in made] == [(1, 1), (2, 1), (3, 2)]


def test_what_is_typed_is_kept_without_hidden_controls_and_found_however_it_is_typed(
    session: Session, member: Person
) -> None:
    point = raised(session, member, " الإغاثةُ \u202eللجميع\x00 ", language="ar")
    assert str(point.content) == "الإغاثةُ للجميع"
    assert list(Point.objects.matching("الاغاثه")) == [point]
    assert not Point.objects.matching("خيمة").exists()


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "  \n ", "kernel.empty"),
        ("en", "\u202e", "kernel.empty"),
        ("en", "x" * 5001, "kernel.too_long"),
        ("fr", "Bonjour", "kernel.unknown_language"),
    ],
)
def test_what_cannot_be_a_point_is_refused(
    session: Session, member: Person, language: str, text: str, code: str
) -> None:
    with pytest.raises(DomainError) as refused:
        raised(session, member, text, language=language)
    assert refused.value.code == code
    assert not Point.objects.exists()


def test_a_pillar_of_another_round_is_refused(session: Session, member: Person) -> None:
    elsewhere = pillar_of(make_round(pillars=["Elsewhere"], others=0))
    with pytest.raises(DomainError, match="pillar_not_in_round"):
        raised(session, member, pillar=elsewhere)


def test_nothing_is_raised_before_the_session_opens_or_after_it_closes(session: Session, member: Person) -> None:
    close_session(actor=SYSTEM, session=session)
    with pytest.raises(DomainError, match="session_not_open"):
        raised(session, member)


def test_who_takes_no_part_raises_nothing(session: Session, stranger: Person, team: Person, office: Person) -> None:
    for person in (stranger, team, office):
        with pytest.raises(Denied):
            raised(session, person)


def test_a_session_without_the_rule_still_keeps_authors_as_handles_but_its_journal_names_them(
    facilitator: Person, member: Person
) -> None:
    planned = make_session(make_round(people=[facilitator, member]), is_chatham=False)
    session = open_a_session(facilitator, session=planned)
    point = raised(session, member)
    assert point.handle == handle_for(session.pk, member.pk)
    assert Entry.objects.get(action="points.raise_point").actor == actor_of(member).ref


def test_every_change_counts_the_boards_revision_up(session: Session, member: Person) -> None:
    raised(session, member)
    raised(session, member)
    assert Board.objects.get(pk=session.pk).revision == 2
