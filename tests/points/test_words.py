import pytest

from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.people.models import Person
from supportroom.points.actions import confirm_translation, reword_point, translate_point
from supportroom.points.models import Point
from supportroom.points.queries import versions_of
from supportroom.rounds.actions import close_session
from supportroom.rounds.models import Round, Session
from tests.factories.personas import actor_of
from tests.factories.points import asked, raised


@pytest.fixture
def point(session: Session, member: Person) -> Point:
    return raised(session, member, "Clinics stay open")


def test_its_author_rewords_a_point_and_the_wording_before_is_kept(
    session: Session, point: Point, taking_part: Actor
) -> None:
    again = reword_point(actor=taking_part, point=point, session=session, language="en", text="Clinics open", seen=1)
    assert (str(again.content), again.wording_number, again.search_text) == ("Clinics open", 2, "clinics open")
    assert [(version.number, str(version.content)) for version in versions_of(again)] == [(1, "Clinics stay open")]


def test_the_rapporteur_and_the_facilitator_reword_any_point(
    session: Session, point: Point, recording: Actor, leading: Actor
) -> None:
    reword_point(actor=recording, point=point, session=session, language="en", text="First", seen=1)
    assert reword_point(actor=leading, point=point, session=session, language="en", text="Second", seen=2)


def test_another_participant_rewords_nothing(session: Session, point: Point, another: Actor) -> None:
    with pytest.raises(Denied):
        reword_point(actor=another, point=point, session=session, language="en", text="Mine now", seen=1)


def test_who_rewords_what_somebody_has_reworded_gets_both_texts_and_writes_nothing(
    session: Session, point: Point, recording: Actor, leading: Actor
) -> None:
    reword_point(actor=recording, point=point, session=session, language="en", text="Theirs", seen=1)
    with pytest.raises(Stale) as conflict:
        reword_point(actor=leading, point=point, session=session, language="en", text="Mine", seen=1)
    assert (conflict.value.mine, conflict.value.theirs, conflict.value.params["seen"]) == ("Mine", "Theirs", 2)
    assert str(Point.objects.get(pk=point.pk).content) == "Theirs"


def test_words_in_two_languages_do_not_collide(
    session: Session, point: Point, recording: Actor, leading: Actor
) -> None:
    reword_point(actor=recording, point=point, session=session, language="ar", text="العيادات مفتوحة", seen=1)
    both = reword_point(actor=leading, point=point, session=session, language="en", text="Clinics open", seen=1)
    assert dict(both.content.texts) == {"en": "Clinics open", "ar": "العيادات مفتوحة"}
    assert both.content.state("ar") == "outdated"


def test_new_words_in_the_original_make_its_translation_outdated_until_somebody_confirms_it(
    session: Session, point: Point, recording: Actor, interpreter: Person
) -> None:
    translator = actor_of(interpreter)
    translate_point(actor=translator, point=point, language="ar", text="تبقى العيادات مفتوحة", seen=1)
    assert Point.objects.get().content.state("ar") == "draft"
    assert confirm_translation(actor=translator, point=point, language="ar").content.state("ar") == "current"
    reword_point(actor=recording, point=point, session=session, language="en", text="Clinics open again", seen=2)
    assert Point.objects.get().content.state("ar") == "outdated"
    confirm_translation(actor=recording, point=point, language="ar")
    assert Point.objects.get().content.state("ar") == "current"


def test_a_translation_that_does_not_exist_cannot_be_confirmed(point: Point, recording: Actor) -> None:
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        confirm_translation(actor=recording, point=point, language="ar")


def test_the_original_words_of_a_point_in_a_check_stand_and_its_translation_does_not(
    session: Session, point: Point, recording: Actor
) -> None:
    asked(session, point)
    with pytest.raises(DomainError, match=r"points\.settled"):
        reword_point(actor=recording, point=point, session=session, language="en", text="Other", seen=1)
    assert reword_point(actor=recording, point=point, session=session, language="ar", text="غير ذلك", seen=1)


def test_translating_goes_on_after_the_session_and_ends_with_the_round(
    session: Session, point: Point, interpreter: Person, team: Person
) -> None:
    close_session(actor=SYSTEM, session=session)
    translate_point(actor=actor_of(interpreter), point=point, language="ar", text="مسودة", seen=1)
    final = translate_point(actor=actor_of(team), point=point, language="ar", text="نص", seen=2, is_final=True)
    assert final.content.state("ar") == "current"
    with pytest.raises(DomainError, match=r"points\.settled"):
        translate_point(actor=actor_of(team), point=point, language="en", text="Other", seen=3)
    Round.objects.update(state="published")
    with pytest.raises(DomainError, match="round_over"):
        translate_point(actor=actor_of(team), point=point, language="ar", text="نص آخر", seen=3)


def test_once_the_session_is_closed_its_author_cannot_reword_a_point(
    session: Session, point: Point, taking_part: Actor
) -> None:
    close_session(actor=SYSTEM, session=session)
    with pytest.raises(Denied):
        reword_point(actor=taking_part, point=Point.objects.get(), session=session, language="en", text="Late", seen=1)


def test_a_point_that_changed_in_other_ways_meanwhile_is_no_conflict(
    session: Session, point: Point, recording: Actor
) -> None:
    Point.objects.update(version=7)
    assert reword_point(actor=recording, point=point, session=session, language="en", text="New", seen=1)
