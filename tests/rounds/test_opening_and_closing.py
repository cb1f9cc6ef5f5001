from supportroom.people.models import Person
from supportroom.protection.handles import has_key
from tests.factories.rounds import close_a_session, open_a_session


def test_an_open_session_has_a_key_and_a_closed_one_has_none(facilitator: Person, rapporteur: Person) -> None:
    session = open_a_session(facilitator, rapporteur)
    assert has_key(session.pk)
    close_a_session(session)
    assert not has_key(session.pk)
    assert session.state == "closed"
