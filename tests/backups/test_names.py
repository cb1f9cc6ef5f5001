"""What lies in a room's folders goes into the archive under a name that a restore takes, or there is no archive."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from supportroom.backups.making import _Writing, quietly
from supportroom.backups.tape import PLAIN, Tape
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from tests.factories.backups import brought_back, made

LEADING_OUT = (
    "", ".", "..", "...", "..a", "/a", "a/", "a//b", "a/.", "./a", "a/..", "../a", "a/../b", "published/.../a",
    "published/..made-0/a", "a b", "a\n", "a\0b", "a\\b", "نص",
)  # fmt: skip


@pytest.mark.parametrize("name", LEADING_OUT)
def test_no_name_leads_out_of_its_folder(name: str) -> None:
    assert PLAIN.fullmatch(name) is None


@pytest.mark.parametrize("name", ["secret_key", "files/ab/abcd", "published/.made-0a1b/en/index.html.br", ".a", "-a._"])
def test_a_name_may_begin_with_one_dot(name: str) -> None:
    assert PLAIN.fullmatch(name)


def an_edition(folder: Path, *names: str) -> None:
    """Write the files of an edition in one language."""
    (folder / "en").mkdir(parents=True)
    for name in names:
        (folder / "en" / name).write_text(f"bytes of {name}")


def no_database(_tape: Tape) -> tuple[bytes, ...]:
    return ()


@pytest.mark.sqlite_only
def test_an_edition_that_is_not_at_its_address_yet_comes_back_with_the_room(
    var: Path, target: Path, key: Any, team: Person
) -> None:
    an_edition(var / "published" / ".made-0123456789abcdef", "index.html", "report.pdf", "report.docx.part")
    brought_back(made(target).path, key)
    left = var / "published" / ".made-0123456789abcdef" / "en"
    assert {path.name: path.read_text() for path in left.iterdir()} == {
        "index.html": "bytes of index.html",
        "report.pdf": "bytes of report.pdf",
    }


def test_an_edition_that_goes_to_its_address_while_the_backup_is_made_is_in_it(var: Path) -> None:
    published = var / "published"
    an_edition(published / ".made-0a", "a.html", "b.html", "c.html")
    room = SimpleNamespace(vendor="sqlite", migrations=[], columns={}, counts={}, stored=[], written=no_database)
    writing = _Writing(room, now(), quietly)  # type: ignore[arg-type]
    tape = Tape(writing.everything)
    while tape.read():
        if (published / ".made-0a").exists() and "published/.made-0a/en/a.html" in tape.parts:
            (published / "2026-06-abcde").mkdir()
            (published / ".made-0a").rename(published / "2026-06-abcde" / "1")
    assert {f"published/2026-06-abcde/1/en/{name}.html" for name in "abc"} <= tape.parts.keys()
    assert "published/.made-0a/en/c.html" not in tape.parts


def test_a_name_that_no_restore_takes_is_said_before_there_is_an_archive(var: Path, target: Path) -> None:
    (var / "files" / "ab" / "two words").write_text("put here by hand")
    with pytest.raises(DomainError) as told:
        made(target)
    assert told.value.wording == "The room cannot be read: no archive can hold a file called 'files/ab/two words'."
    assert list(target.iterdir()) == []
