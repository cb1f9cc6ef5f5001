"""References brought from other programs and taken along again: read row by row, nothing half done."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.library.exporting import as_bibtex, as_csl_json, as_ris, rows_of
from supportroom.library.importing import read_references
from supportroom.library.importing import rows_of as understood
from supportroom.library.models import Source
from supportroom.library.queries import known_numbers, sources_of
from supportroom.people.models import Person
from tests.factories.library import HAMDAN, a_source, three_sources

SignIn = Callable[[Person], Client]
RIS = """TY  - JOUR
AU  - حمدان, ليلى
AU  - Roe, Richard
TI  - المياه في البلدات
T2  - مجلة الإدارة
PY  - 2021
DA  - 2021/03/05/
VL  - 3
IS  - 2
SP  - 12
EP  - 20
DO  - https://doi.org/10.1234/ABC
LA  - Arabic
ER  -

TY  - BOOK
TI  - The town as a well
SN  - 0-306-40615-2
PY  - 2019
ER  -

TY  - STAT
TI  - A law without a right number
SN  - 9780306406158
PY  - 1958
ER  -

TY  - RPRT
AU  - Olive Branch Circle
UR  - https://example.org/report
PY  - 2020
ER  -
"""
BIB = r"""@comment{nothing}
@string{rp = "River Press"}
@book{doe2019,
  title = {The {Town} as a Well: {\"U}ber Wasser},
  author = {Doe, Jane and {Olive Branch Circle} and Richard Roe},
  publisher = rp, address = {Oslo}, year = 2019, isbn = {978-0-306-40615-7}
}
@article{hamdan-2021,
  title = {المياه في البلدات}, author = {حمدان، ليلى}, journal = {مجلة الإدارة}, number = 2, volume = 3,
  pages = {12--20}, year = {2021}, month = mar, doi = {10.1234/abc}
}
@book{doe2019, title = {Twice}, }
@article{broken, title = {No end
"""


def test_ris_is_understood_in_both_scripts_with_what_is_wrong_in_each() -> None:
    rows = understood(read_references("library.ris", RIS.encode()), {})
    assert [row.problems for row in rows] == [(), (), ("isbn",), ("no_title",)]
    first = rows[0].values
    assert first["authors"] == [{"family": "حمدان", "given": "ليلى"}, {"family": "Roe", "given": "Richard"}]
    assert (first["kind"], first["issued"], first["pages"], first["doi"], first["language"]) == (
        "article", [2021, 3, 5], "12-20", "10.1234/abc", "ar",
    )  # fmt: skip
    assert rows[1].values["isbn"] == "9780306406157"
    assert rows[3].values["authors"] == [{"literal": "Olive Branch Circle"}]


def test_bibtex_is_understood_and_what_cannot_be_read_is_told() -> None:
    rows = understood(read_references("library.bib", BIB.encode()), {})
    good = [row for row in rows if not row.problems]
    assert [row.values["key"] for row in good][:2] == ["doe2019", "hamdan-2021"]
    assert good[0].values["title"] == "The Town as a Well: Über Wasser"
    assert good[0].values["authors"] == [
        {"family": "Doe", "given": "Jane"},
        {"literal": "Olive Branch Circle"},
        {"family": "Roe", "given": "Richard"},
    ]
    assert good[0].values["publisher"] == "River Press"
    assert (good[1].values["issued"], good[1].values["issue"], good[1].values["pages"]) == ([2021, 3], "2", "12-20")
    assert good[1].values["authors"] == [{"family": "حمدان", "given": "ليلى"}]
    assert any("unreadable" in row.problems for row in rows)


def test_pasted_references_are_told_by_their_looks() -> None:
    assert len(read_references("", BIB.encode())) >= 2
    assert len(read_references("", RIS.encode())) == 4


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("library.docx", b"PK", "library.reference_kind"),
        ("library.ris", b"nothing here", "library.no_references"),
        ("library.bib", b"", "library.no_references"),
        ("library.ris", b"TY  - BOOK\nTI  - x\nER  - \n" * 301, "library.too_many"),
        ("library.ris", b"x" * (2 * 1024 * 1024 + 1), "reading.too_large"),
    ],
)
def test_a_file_that_is_no_list_of_references_is_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        read_references(name, content)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "noise", [b"\xff\xfe\x00", b"@" * 5000, b"@book{" * 500, b"TY  - " * 500, bytes(range(256)) * 20]
)
@pytest.mark.parametrize("name", ["a.ris", "a.bib", ""])
def test_noise_is_refused_or_told_and_breaks_nothing(name: str, noise: bytes) -> None:
    try:
        rows = understood(read_references(name, noise), {})
    except DomainError as error:
        assert error.code.startswith(("library.", "reading."))  # noqa: PT017
    else:
        assert all(row.problems for row in rows)


def test_what_the_library_has_and_what_stands_twice_in_the_file_is_told(group: WorkingGroup) -> None:
    a_source(group, **HAMDAN, isbn="")
    known = known_numbers(group)
    twice = [{"title": "x", "doi": "10.1234/HAMDAN"}, {"title": "y", "isbn": "0306406152", "key": "y"},
             {"title": "z", "isbn": "9780306406157"}]  # fmt: skip
    rows = understood(twice, known)
    assert [(row.same_as, row.same_row) for row in rows] == [("حمدان2021", 0), ("", 0), ("", 2)]


def test_what_is_taken_along_is_read_again_as_it_was(group: WorkingGroup) -> None:
    three_sources(group)
    a_source(group, key="odd", title="Braces } and { \\ signs", authors=[{"literal": "Circle of } Olives"}], isbn="",
             accessed_on="2026-01-02", address="https://example.org/a?b=1&c=2", abstract="One.\n\nTwo.")  # fmt: skip
    sources = list(sources_of(group))
    for name, written in (("a.ris", as_ris(sources)), ("a.bib", as_bibtex(sources))):
        rows = understood(read_references(name, written.encode()), {})
        assert [row.problems for row in rows] == [()] * 4, name
        by_key = {row.values["key"]: row.values for row in rows}
        for source in sources:
            again = by_key[source.key]
            if source.key != "odd":
                assert again["title"] == source.title
                assert again.get("authors", []) == source.authors
            assert again["issued"][:2] == source.issued[:2]
            same = ("doi", "isbn", "address", "container", "publisher", "place", "volume", "issue", "pages", "number",
                    "language")  # fmt: skip
            assert again.get("accessed_on") == (source.accessed_on and source.accessed_on.isoformat())
            assert {each: again.get(each, "") for each in same} == {each: getattr(source, each) for each in same}


def test_csl_json_and_sheets_hold_every_source(group: WorkingGroup) -> None:
    three_sources(group)
    items = json.loads(as_csl_json(sources_of(group)))
    assert {item["type"] for item in items} == {"article-journal", "legislation", "book"}
    assert next(item for item in items if item.get("DOI"))["author"][0] == {"family": "حمدان", "given": "ليلى"}
    head, *rows = rows_of(sources_of(group))
    assert len(head) == len(rows[0]) == 18
    assert "حمدان, ليلى; سالم, نور" in rows[1] or "حمدان, ليلى; سالم, نور" in [cell for row in rows for cell in row]


@pytest.mark.parametrize("kind", ["ris", "bib", "json", "csv", "xlsx"])
def test_the_library_is_handed_out_in_every_form(
    kind: str, group: WorkingGroup, member: Person, sign_in: SignIn
) -> None:
    three_sources(group)
    answer = sign_in(member).get(f"/ar/groups/{spell(group.pk)}/library/references.{kind}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="library.{kind}"'
    assert sign_in(member).get(f"/ar/groups/{spell(group.pk)}/library/references.exe").status_code == 404


def test_references_are_looked_at_first_and_only_ticked_ones_are_kept(
    group: WorkingGroup, member: Person, sign_in: SignIn
) -> None:
    a_source(group)  # has the ISBN of the second
    browser, page = sign_in(member), f"/en/groups/{spell(group.pk)}/library/import/"
    preview = browser.post(page, {"pasted": RIS})
    shown = preview.content.decode()
    assert preview.status_code == 200
    assert Source.objects.count() == 1
    assert "Its ISBN is not right" in shown
    assert "It has no title" in shown
    assert shown.count('name="row"') == 2
    assert shown.count("checked") == 1
    parcel = shown.split('name="parcel" value="')[1].split('"')[0]
    assert browser.post(page, {"parcel": parcel + "x", "row": "1"}).status_code == 422
    kept = {"parcel": parcel, "row": ["1"], "once": "one"}
    assert browser.post(page, kept).status_code == 302
    browser.post(page, kept)
    assert sorted(Source.objects.values_list("key", flat=True)) == ["doe2019", "حمدان2021"]


def test_a_parcel_of_another_library_is_not_opened(group: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    from tests.factories.groups import a_group_at_work

    other = a_group_at_work(member, title="Another")
    browser = sign_in(member)
    shown = browser.post(f"/en/groups/{spell(group.pk)}/library/import/", {"pasted": RIS}).content.decode()
    parcel = shown.split('name="parcel" value="')[1].split('"')[0]
    answer = browser.post(f"/en/groups/{spell(other.pk)}/library/import/", {"parcel": parcel, "row": "1"})
    assert answer.status_code == 422
    assert not Source.objects.exists()


@pytest.mark.parametrize("typed", [{}, {"pasted": "   "}, {"pasted": "no references"}])
def test_nothing_brought_is_told(typed: dict[str, str], group: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    answer = sign_in(member).post(f"/en/groups/{spell(group.pk)}/library/import/", typed)
    assert answer.status_code == 422
