"""Sources and notes: numbers checked, keys kept, doubles noticed, each refusal with its reason."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from supportroom.groups.actions import close_group
from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.multilingual import multilingual
from supportroom.library import uses
from supportroom.library.actions import (
    add_note,
    add_source,
    amend_note,
    amend_source,
    import_sources,
    remove_note,
    remove_source,
    restore_source,
)
from supportroom.library.identifiers import day_in_words, plain_day, plain_doi, plain_isbn, plain_language
from supportroom.library.models import Source
from supportroom.library.names import names_in_words, read_names
from supportroom.library.queries import duplicates_in, found, in_order, sources_of
from supportroom.people.models import Person
from tests.factories.groups import a_group_at_work
from tests.factories.library import DOE, a_note, a_source, three_sources
from tests.factories.personas import actor_of


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0-306-40615-2", "9780306406157"),
        ("978 0 306 40615 7", "9780306406157"),
        ("ISBN: 080442957x", "9780804429573"),
        ("٩٧٨٠٣٠٦٤٠٦١٥٧", "9780306406157"),
        ("978\u20110\u2011306\u201140615\u20117", "9780306406157"),
        ("", ""),
    ],
)
def test_an_isbn_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert plain_isbn(typed) == kept


@pytest.mark.parametrize("typed", ["9780306406158", "0306406153", "978030640615", "X306406152", "9770306406157", "abc"])
def test_an_isbn_with_a_wrong_digit_is_refused(typed: str) -> None:
    with pytest.raises(DomainError, match=r"library\.isbn"):
        plain_isbn(typed)


def test_every_single_wrong_digit_of_an_isbn_is_seen() -> None:
    right = "9780306406157"
    for at in range(3, 13):
        for digit in "0123456789".replace(right[at], ""):
            with pytest.raises(DomainError):
                plain_isbn(right[:at] + digit + right[at + 1 :])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("10.1234/ABC", "10.1234/abc"),
        ("https://doi.org/10.1234/abc", "10.1234/abc"),
        ("doi: 10.1234/abc.", "10.1234/abc"),
        ("http://dx.doi.org/10.1000/182(3)<a>", "10.1000/182(3)<a>"),
        ("", ""),
    ],
)
def test_a_doi_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert plain_doi(typed) == kept


@pytest.mark.parametrize("typed", ["10.12/abc", "abc", "10.1234/", "https://example.org/10.1234/x", "10.1234/a b"])
def test_what_is_no_doi_is_refused(typed: str) -> None:
    with pytest.raises(DomainError, match=r"library\.doi"):
        plain_doi(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2021", [2021]),
        ("2021-03", [2021, 3]),
        ("3/2021", [2021, 3]),
        ("5.3.2021", [2021, 3, 5]),
        ("٢٠٢١", [2021]),
        ("", []),
    ],
)
def test_a_day_of_publication_goes_as_far_as_it_is_known(typed: str, kept: list[int]) -> None:
    assert plain_day(typed) == kept
    assert plain_day(day_in_words(kept)) == kept


@pytest.mark.parametrize("typed", ["soon", "2021-13", "2021-02-30", "99", "3021", "2021-1-1-1"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(DomainError, match=r"library\.issued"):
        plain_day(typed)


@pytest.mark.parametrize(
    ("typed", "code"), [("Arabic", "ar"), ("en-GB", "en"), ("العربية", "ar"), ("deu", "de"), ("xx", "")]
)
def test_a_language_is_a_code(typed: str, code: str) -> None:
    assert plain_language(typed) == code


def test_names_are_read_one_a_line() -> None:
    names = read_names("Doe, Jane\n\nحمدان، ليلى\nOlive Branch Circle\n ,\n")
    assert names == [{"family": "Doe", "given": "Jane"}, {"family": "حمدان", "given": "ليلى"},
                     {"literal": "Olive Branch Circle"}]  # fmt: skip
    assert read_names(names_in_words(names)) == names


def test_a_seat_adds_a_source_and_its_key_is_made(group: WorkingGroup, member: Person) -> None:
    first = a_source(group, member, isbn="0-306-40615-2")
    second = a_source(group, member, title="Another", isbn="")
    assert (first.key, first.isbn, first.year, second.key) == ("doe2019", "9780306406157", 2019, "doe2019b")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"key": "DOE2019"}, "library.key_taken"),
        ({"key": "two words"}, "library.key_form"),
        ({"doi": "nothing"}, "library.doi"),
        ({"isbn": "123"}, "library.isbn"),
        ({"address": "javascript:alert(1)"}, "library.address"),
        ({"address": "ftp://example.org"}, "library.address"),
        ({"isbn": "0306406152"}, "library.already_there"),
    ],
)
def test_what_is_not_right_is_refused_and_nothing_is_kept(given: dict[str, str], code: str, source: Source) -> None:
    with pytest.raises(DomainError) as refused:
        a_source(source.group, **{"title": "Another", "isbn": "", **given})
    assert refused.value.code == code
    assert "%(" not in refused.value.wording
    assert Source.objects.count() == 1


def test_the_same_number_is_taken_when_it_is_said_to_be_another_source(source: Source) -> None:
    again = a_source(source.group, title="Chapter two", again=True)
    assert duplicates_in([source, again]) == {source.pk: [again], again.pk: [source]}
    amended = amend_source(actor=SYSTEM, source=again, title="Chapter three", isbn=again.isbn)
    assert amended.title == "Chapter three"
    third = a_source(source.group, title="Other", isbn="", doi="10.1234/a")
    with pytest.raises(DomainError, match=r"library\.already_there"):
        amend_source(actor=SYSTEM, source=third, title="Other", isbn=source.isbn)


def test_two_edits_of_one_source_lose_nothing(source: Source) -> None:
    theirs = Source.objects.get(pk=source.pk)
    amend_source(actor=SYSTEM, source=source, title="Mine")
    with pytest.raises(Stale):
        amend_source(actor=SYSTEM, source=theirs, title="Theirs")
    assert Source.objects.get().title == "Mine"


def test_a_key_changes_while_nothing_cites_it(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    a_source(source.group, title="Other", isbn="", key="other")
    assert amend_source(actor=SYSTEM, source=source, key="well").key == "well"
    with pytest.raises(DomainError, match=r"library\.key_taken"):
        amend_source(actor=SYSTEM, source=source, key="Other")
    monkeypatch.setattr(uses, "_counts", [])
    uses.counted_by(lambda each: int(each.key == "well"))
    source.refresh_from_db()
    with pytest.raises(DomainError, match=r"library\.key_cited"):
        amend_source(actor=SYSTEM, source=source, key="another")
    source.refresh_from_db()
    with pytest.raises(DomainError, match=r"library\.cited"):
        remove_source(actor=SYSTEM, source=source)
    assert amend_source(actor=SYSTEM, source=source, title="Still here").key == "well"


def test_a_source_taken_out_keeps_its_key_and_comes_back(source: Source) -> None:
    remove_source(actor=SYSTEM, source=source)
    assert list(sources_of(source.group)) == []
    assert list(sources_of(source.group, with_removed=True)) == [source]
    with pytest.raises(DomainError, match=r"library\.removed"):
        amend_source(actor=SYSTEM, source=source, title="x")
    assert a_source(source.group).key == "doe2019b"
    restore_source(actor=SYSTEM, source=source)
    assert sources_of(source.group).count() == 2


def test_references_come_all_or_none(group: WorkingGroup) -> None:
    rows: list[dict[str, Any]] = [
        {"title": "One", "key": "same"},
        {"title": "Two", "key": "same"},
        {"title": "", "kind": "book"},
    ]
    with pytest.raises(ValidationError):
        import_sources(actor=SYSTEM, group=group, rows=rows)
    assert not Source.objects.exists()
    import_sources(actor=SYSTEM, group=group, rows=rows[:2])
    assert sorted(Source.objects.values_list("key", flat=True)) == ["same", "two"]
    for wrong in ([], [{"title": "x"}] * 301):
        with pytest.raises(DomainError, match=r"library\.too_many"):
            import_sources(actor=SYSTEM, group=group, rows=wrong)


def test_a_group_that_is_over_collects_nothing_more(source: Source, member: Person) -> None:
    note = a_note(source, member)
    close_group(actor=SYSTEM, group=source.group, reason=multilingual("en", en="Done"))
    for act, given in (
        (add_source, {"group": source.group, "title": "x"}),
        (amend_source, {"source": source, "title": "x"}),
        (remove_source, {"source": source}),
        (restore_source, {"source": source}),
        (add_note, {"source": source, "text": "x"}),
        (amend_note, {"note": note, "text": "x"}),
        (remove_note, {"note": note}),
        (import_sources, {"group": source.group, "rows": [{"title": "x"}]}),
    ):
        with pytest.raises(DomainError, match=r"library\.not_at_work"):
            act(actor=SYSTEM, **given)  # type: ignore[operator]


def test_notes_are_ones_own(source: Source, member: Person, team: Person) -> None:
    note = a_note(source, member)
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        a_note(source, member, "  ")
    with pytest.raises(Denied):
        amend_note(actor=actor_of(team), note=note, text="x")
    amend_note(actor=actor_of(member), note=note, text="Better", seen=1)
    with pytest.raises(Stale):
        amend_note(actor=actor_of(member), note=note, text="Worse", seen=1)
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        amend_note(actor=actor_of(member), note=note, text=" ")
    remove_note(actor=actor_of(member), note=note)
    assert not source.notes.exists()


@pytest.mark.parametrize(
    ("words", "count"),
    [("البلديات", 1), ("بلديات مياه", 1), ("المیاه", 1), ("حَمدان", 1), ("DOE oslo", 1), ("10.1234", 1), ("٢٠١٩", 1),
     ("nothing", 0), ("", 3)],
)  # fmt: skip
def test_words_are_found_however_they_are_typed(words: str, count: int, group: WorkingGroup) -> None:
    three_sources(group)
    assert found(sources_of(group), words).count() == count


def test_the_newest_stand_first_when_asked_and_without_a_year_last(group: WorkingGroup) -> None:
    three_sources(group)
    a_source(group, title="No year", issued=[], isbn="", key="zz")
    assert [source.year for source in in_order(sources_of(group), "newest")] == [2021, 2019, 1958, None]
    keys = [source.key for source in in_order(sources_of(group), "")]
    assert keys == sorted(keys)


def test_one_library_does_not_know_of_another(source: Source, member: Person) -> None:
    other = a_group_at_work(member, title="Another")
    assert add_source(actor=actor_of(member), group=other, **DOE).key == "doe2019"
