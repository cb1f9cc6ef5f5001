"""A group from its call to its end."""

from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import is_of_group, seats_of
from supportroom.groups.vocabulary import AT_WORK
from tests.factories.groups import holders, seat_actor


def test_three_who_stood_are_appointed_and_work(at_work: WorkingGroup) -> None:
    assert at_work.state == AT_WORK
    assert [seat.number for seat in seats_of(at_work)] == [1, 2, 3]
    assert len(holders(at_work)) == 3
    assert is_of_group(seat_actor(at_work, 2), at_work)
