from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.db.models import F, Q, QuerySet
from django.test.utils import CaptureQueriesContext

from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.kept_queries import Kept
from supportroom.people.actions import add_person
from supportroom.people.models import Organisation, Person
from supportroom.room.models import Room


def people(language: str, person_id: int | None) -> QuerySet[Person]:
    rows = Person.objects.filter(language=language).select_related("organisation").order_by("pk")
    return rows.exclude(pk=person_id) if person_id else rows


def make(name: str, language: str, organisation: str = "") -> Person:
    return add_person(actor=SYSTEM, name=name, roles=("member",), language=language, organisation=organisation or None)


def test_it_gives_what_the_query_set_gives_whatever_the_values(room: Room) -> None:
    made = [make("Amal", "ar", "Olive"), make("Badr", "ar"), make("Cem", "tr")]
    kept = Kept(people)
    for language in ("ar", "tr", "en", "ar"):
        for person_id in (None, made[0].pk, made[2].pk, None):
            assert kept(language=language, person_id=person_id) == list(people(language, person_id))


def test_rows_come_with_what_is_related_and_are_new_each_time(room: Room) -> None:
    make("Amal", "ar", "Olive")
    kept = Kept(people)
    kept(language="ar", person_id=None)[0].name = "changed in memory alone"
    with CaptureQueriesContext(connection) as asked:
        (again,) = kept(language="ar", person_id=None)
        assert (again.name, str(again.organisation)) == ("Amal", "Olive")
    assert len(asked) == 1
    Organisation.objects.update(name="Laurel")
    assert str(kept(language="ar", person_id=None)[0].organisation) == "Laurel"


def test_instants_are_compared_as_the_database_keeps_them(room: Room) -> None:
    make("Amal", "ar")
    at = Entry.objects.latest("at").at
    kept = Kept(lambda since: Entry.objects.filter(at__gte=since).values_list("action", F("at")))
    assert kept(since=at + timedelta(seconds=1)) == []
    assert kept(since=at) != []
    assert len(kept(since=datetime(2000, 1, 1, tzinfo=UTC))) == Entry.objects.count()


def test_a_value_that_the_query_does_not_show_as_it_is_is_refused() -> None:
    changed = Kept(lambda number: Person.objects.filter(Q(pk=number + 1)))
    with pytest.raises(LookupError, match="number"):
        changed(number=1)
    ignored = Kept(lambda name, **_ignored: Person.objects.filter(organisation__name=name))
    with pytest.raises(LookupError, match="number"):
        ignored(number=1, name="Amal")
