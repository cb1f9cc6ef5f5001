"""A list that somebody stopped reading half-way holds nobody up."""

import gc

import pytest

from supportroom.people.models import Person
from tests.factories.personas import make_person


@pytest.mark.django_db
def test_a_half_read_list_is_forgotten_amid_another_query(room: object) -> None:
    for number in range(5):
        make_person(f"Reader {number} Invented", "member")

    class Left:
        """Something that only the collector frees, with the half-read list in it."""

        def __init__(self) -> None:
            self.rows = Person.objects.iterator(chunk_size=1)
            next(self.rows)
            self.itself = self

    gc.disable()
    try:
        Left()
        rows = Person.objects.iterator(chunk_size=1)
        next(rows)
        gc.collect()
    finally:
        gc.enable()
    assert Person.objects.count() >= 5


@pytest.mark.postgres_only
@pytest.mark.django_db
def test_no_cursor_of_a_half_read_list_stays_on_the_server(room: object) -> None:
    from django.db import connection

    make_person("Reader Invented", "member")
    rows = Person.objects.iterator(chunk_size=1)
    next(rows)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_cursors")
        assert cursor.fetchone() == (0,)
