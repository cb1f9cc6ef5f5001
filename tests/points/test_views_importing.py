"""Points brought in from a file: read, looked through, kept."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from supportroom.people.models import Person
from supportroom.points.importing import MOST
from supportroom.points.models import Point
from supportroom.rounds.models import Session
from tests.points.pages import place, signed_in, words_of

OUTLINE = """# Relief

1. Keep the crossing open
2. Pay nurses

# التعليم

١- تدفئة الصفوف

A closing remark of no weight.
"""


def bring(session: Session, person: Person, content: bytes | str, name: str = "points.md") -> HttpResponse:
    data = content.encode() if isinstance(content, str) else content
    form = {"file": SimpleUploadedFile(name, data), "language": "en"}
    return signed_in(person).post(place(session, "import/"), form)


def fields_of(page: HttpResponse) -> dict[str, str]:
    """Read back what a preview's form would send."""
    html = page.content.decode()
    typed = dict(re.findall(r'<textarea id="[^"]*" name="([^"]*)"[^>]*>([^<]*)</textarea>', html))
    typed |= dict(re.findall(r'<input type="text"[^>]*? name="([^"]*)"[^>]*? value="([^"]*)">', html))
    typed |= dict.fromkeys(re.findall(r'name="(keep-\d+)" checked', html), "on")
    return typed | dict(re.findall(r'<input type="hidden" name="(lines|language)" value="([^"]*)">', html))


def test_nothing_is_kept_before_a_person_has_looked_through_it(session: Session, facilitator: Person) -> None:
    page = bring(session, facilitator, OUTLINE)
    assert page.status_code == 200
    assert "Keep the crossing open" in page.content.decode()
    assert not Point.objects.exists()


def test_what_was_understood_is_kept_under_its_pillars(session: Session, facilitator: Person) -> None:
    typed = fields_of(bring(session, facilitator, OUTLINE))
    assert signed_in(facilitator).post(place(session, "import/"), typed).status_code == 302
    found = [(str(point.pillar), str(point)) for point in Point.objects.order_by("number")]
    assert found == [("Relief", "Keep the crossing open"), ("Relief", "Pay nurses"), ("التعليم", "تدفئة الصفوف")]


def test_a_person_corrects_leaves_out_and_turns_on(session: Session, facilitator: Person) -> None:
    typed = fields_of(bring(session, facilitator, OUTLINE))
    last = int(typed["lines"]) - 1
    del typed["keep-0"]
    typed |= {"text-1": "Pay nurses on time", "pillar-1": "Detainees", f"keep-{last}": "on", f"pillar-{last}": "relief"}
    assert signed_in(facilitator).post(place(session, "import/"), typed).status_code == 302
    found = {str(point): str(point.pillar) for point in Point.objects.all()}
    assert found["Pay nurses on time"] == "Detainees"
    assert found["A closing remark of no weight."] == "Relief"
    assert "Keep the crossing open" not in found


def test_points_without_a_heading_get_the_pillar_that_is_named_for_all_of_them(
    session: Session, facilitator: Person
) -> None:
    typed = fields_of(bring(session, facilitator, "- One\n- Two\n")) | {
        "other-pillar": "Relief",
        "pillar-1": "Detainees",
    }
    assert signed_in(facilitator).post(place(session, "import/"), typed).status_code == 302
    assert {str(point): str(point.pillar) for point in Point.objects.all()} == {"One": "Relief", "Two": "Detainees"}


def test_what_is_wrong_is_said_at_its_line_and_what_was_typed_stays(session: Session, facilitator: Person) -> None:
    typed = fields_of(bring(session, facilitator, OUTLINE)) | {"pillar-0": "", "text-1": "Corrected by hand"}
    page = signed_in(facilitator).post(place(session, "import/"), typed)
    assert page.status_code == 422
    assert "Say under which pillar this stands." in words_of(page)
    assert "Corrected by hand" in page.content.decode()
    assert not Point.objects.exists()


def test_more_points_than_allowed_are_refused_with_all_of_them_still_there(
    session: Session, facilitator: Person
) -> None:
    many = "# Relief\n\n" + "".join(f"{number}. Point {number}\n" for number in range(1, MOST + 2))
    page = signed_in(facilitator).post(place(session, "import/"), fields_of(bring(session, facilitator, many)))
    assert page.status_code == 422
    assert f"At most {MOST} points" in words_of(page)
    assert f"Point {MOST + 1}" in page.content.decode()


def test_a_text_can_be_pasted(session: Session, facilitator: Person) -> None:
    page = signed_in(facilitator).post(place(session, "import/"), {"pasted": "- One\n- Two", "language": "en"})
    assert page.status_code == 200
    assert len([name for name in fields_of(page) if name.startswith("keep-")]) == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("points.docx", b"%PDF-1.4 not a document", "content is of another kind"),
        ("points.pdf", b"%PDF-1.4", "cannot be read"),
        ("points.txt", b"", "empty"),
        ("points.txt", b"\x00\x01\x02\x03" * 50, "not text"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    session: Session, facilitator: Person, name: str, content: bytes, said: str
) -> None:
    page = bring(session, facilitator, content, name)
    assert page.status_code == 422
    assert said in words_of(page)


def test_a_file_that_is_too_large_is_told_its_limit(session: Session, facilitator: Person) -> None:
    for size in (5 * 1024**2 + 1, 7 * 1024**2):
        page = bring(session, facilitator, b"a" * size, "points.txt")
        assert page.status_code == 422
        assert "larger than 5 MB" in words_of(page)


def test_neither_a_file_nor_a_text_is_said(session: Session, facilitator: Person) -> None:
    page = signed_in(facilitator).post(place(session, "import/"), {"language": "en"})
    assert "Choose a file, or paste the text." in words_of(page)


def test_who_takes_part_only_may_not_bring_points_in(session: Session, member: Person) -> None:
    assert signed_in(member).get(place(session, "import/")).status_code == 403


@pytest.mark.parametrize("kind", ["md", "csv"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_samples_are_understood_without_corrections(
    session: Session, facilitator: Person, kind: str, language: str
) -> None:
    sample = signed_in(facilitator).get(f"/{language}/points/sample.{kind}")
    typed = fields_of(bring(session, facilitator, sample.content, f"sample.{kind}"))
    assert len([name for name in typed if name.startswith("keep-")]) == 4
    assert all(typed[f"pillar-{number}"] for number in range(4))
