import pytest

from supportroom.journal.models import Entry
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from supportroom.points.actions import import_points
from supportroom.points.models import Point
from supportroom.room.models import Pillar
from supportroom.rounds.models import Session
from supportroom.rounds.queries import pillars_of
from tests.factories.personas import actor_of
from tests.factories.points import raised
from tests.factories.rounds import make_round, make_session, pillar_of


def listed(session: Session) -> list[tuple[int, str, str, int]]:
    points = Point.objects.filter(raised_in=session).select_related("pillar").order_by("number")
    return [(point.number, str(point.pillar), str(point.content), point.position) for point in points]


def test_points_come_in_under_pillars_of_the_round_and_under_new_ones_in_the_lists_order(
    session: Session, recording: Actor
) -> None:
    raised(session, text="Said before")
    relief = pillar_of(session.round, 1)
    rows = [
        (relief.pk, "en", "Open the crossings"),
        ("بناء الثقة", "ar", "قنوات مباشرة"),
        (relief.pk, "en", "Keep clinics open"),
        ("بنـاءُ الثقه", "ar", "تبادل المعلومات"),
        ("detainees", "en", "Lists of names"),
    ]
    import_points(actor=recording, session=session, rows=rows)
    assert listed(session) == [
        (1, "Detainees", "Said before", 1),
        (2, "Relief", "Open the crossings", 1),
        (3, "بناء الثقة", "قنوات مباشرة", 1),
        (4, "Relief", "Keep clinics open", 2),
        (5, "بناء الثقة", "تبادل المعلومات", 2),
        (6, "Detainees", "Lists of names", 2),
    ]
    assert [str(pillar) for pillar in pillars_of(session.round)] == ["Detainees", "Relief", "بناء الثقة"]
    assert not Point.objects.exclude(handle="").exists()


def test_the_team_brings_points_in_before_the_session_opens(session: Session, team: Person) -> None:
    planned = make_session(session.round)
    import_points(actor=actor_of(team), session=planned, rows=[(pillar_of(session.round).pk, "en", "Prepared")])
    assert [words for _number, _pillar, words, _place in listed(planned)] == ["Prepared"]
    assert Entry.objects.get(action="points.import_points").actor == "unnamed"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "points.nothing_chosen"),
        ([(1, "en", "Elsewhere")], "points.pillar_not_in_round"),
        ([("A pillar", "en", "Fine"), ("A pillar", "en", " ")], "kernel.empty"),
        ([("A pillar", "de", "Gut")], "kernel.unknown_language"),
        ([("x" * 301, "en", "Fine")], "kernel.too_long"),
        ([("A pillar", "en", "x" * 5001)], "kernel.too_long"),
        ([("A pillar", "en", "One")] * 501, "points.too_many"),
    ],
)
def test_one_row_that_cannot_be_kept_keeps_all_out(
    session: Session, recording: Actor, rows: list[tuple[int | str, str, str]], code: str
) -> None:
    with pytest.raises(DomainError) as refused:
        import_points(actor=recording, session=session, rows=rows)
    assert refused.value.code == code
    assert not Point.objects.exists()
    assert not Pillar.objects.filter(search_text="a pillar").exists()


def test_five_hundred_come_in_at_once(session: Session, recording: Actor) -> None:
    import_points(actor=recording, session=session, rows=[("Many", "en", f"Number {n}") for n in range(500)])
    assert Point.objects.count() == 500


def test_a_pillar_of_another_round_is_not_taken_by_its_id(session: Session, recording: Actor) -> None:
    elsewhere = pillar_of(make_round(pillars=["Elsewhere"], others=0))
    with pytest.raises(DomainError, match="pillar_not_in_round"):
        import_points(actor=recording, session=session, rows=[(elsewhere.pk, "en", "Not here")])
