"""Who has the archives and the server, but not the private key, has nothing (S45); who has all, no key of a session."""

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection

from supportroom.backups import parts, sealing
from supportroom.backups.restoring import restore
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Organisation, Person
from supportroom.points.actions import confirm_outcome
from supportroom.points.vocabulary import AGREED
from supportroom.protection.handles import handle_for
from supportroom.rounds.models import Session
from tests.factories.backups import made, opened
from tests.factories.points import answered, asked, closed, leader, only_item, raised
from tests.factories.rounds import close_a_session, open_a_session
from tests.faults.forensics import keys_lying_about, linked, spellings

CANARIES = {"a person": b"Canary of a name", "a file": b"canary in a file", "a page": b"canary on a page",
            "the key that signs": b"canary of a key"}  # fmt: skip


def inside(archive: Path, key: Any) -> dict[str, bytes]:
    """Give every part, and for the whole what the private key opens."""
    plain = opened(archive, key)
    with tarfile.open(fileobj=io.BytesIO(plain)) as tape:
        return {member.name: (tape.extractfile(member) or io.BytesIO()).read() for member in tape} | {"whole": plain}


@pytest.fixture
def canaries(var: Path, member: Person) -> Path:
    Organisation.objects.create(name=CANARIES["a person"].decode())  # a person's own name is sealed anyway (S44)
    (parts.folders()["files"] / "ab" / "abcd").write_bytes(CANARIES["a file"])
    (parts.folders()["published"] / "reports" / "index.html").write_bytes(CANARIES["a page"])
    parts.secret_key().write_bytes(CANARIES["the key that signs"])
    return var


def test_s45_an_archive_tells_nothing_without_the_key_and_the_server_cannot_open_it(
    canaries: Path, target: Path, key: Any, settings: Any
) -> None:
    archive = made(target).path
    assert archive.read_bytes().startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert (archive.stat().st_mode & 0o777, list(target.glob(".*"))) == (0o600, [])
    for beside in (archive, archive.with_name(archive.name + ".sha256")):
        content = beside.read_bytes() + beside.name.encode()
        assert [what for what, canary in CANARIES.items() if canary in content] == []
    plain = opened(archive, key)
    assert [what for what, canary in CANARIES.items() if canary not in plain] == [], "the search finds what is there"
    on_the_server = [path.read_text("latin-1") for path in canaries.rglob("*") if path.is_file()]
    for text in (*on_the_server, *settings.BACKUP_TO, settings.SECRET_KEY):
        with pytest.raises(DomainError, match=r"backups\.not_a_key"):
            sealing.identities(text)
    with pytest.raises(DomainError, match=r"backups\.key_needed"):
        restore(archive, [], replace=True)
    assert not parts.var("backup.part").exists(), "no plain copy is left"


def test_s45_each_of_several_recipients_opens_it_and_nobody_else(
    var: Path, target: Path, key: Any, settings: Any
) -> None:
    import pyrage

    second, stranger = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    settings.BACKUP_TO = [str(one.to_public()) for one in (key, second)]
    archive = made(target).path
    assert opened(archive, key) == opened(archive, second)
    with pytest.raises(pyrage.DecryptError):
        opened(archive, stranger)


def test_s45_the_key_of_a_closed_session_is_in_no_backup_from_its_opening_on(
    var: Path, target: Path, key: Any, facilitator: Person, member: Person
) -> None:
    archives = list(_archives_of_a_session(target, facilitator, member))
    session = Session.objects.get()
    secret, handle = archives.pop()
    found = {
        f"{number} {name}": part
        for number, archive in enumerate(archives)
        for name, part in inside(archive, key).items()
    }
    assert [name for name, part in found.items() for spelling in spellings(secret) if spelling in part] == []
    assert any(handle.encode() in part for part in found.values()), "while it was open a handle stood there"
    with pytest.raises(DomainError, match=r"protection\.key_gone"):
        handle_for(session.pk, member.pk)
    tried = {name: part for name, part in found.items() if not name.endswith(("room.sqlite3", "whole"))}
    known = keys_lying_about(tried, django_settings.SECRET_KEY, str(session.pk))
    assert linked([member.pk, facilitator.pk], known, found) == set()
    assert linked([member.pk], [secret], found) == {member.pk}, "with the key it could have been told"


def _archives_of_a_session(target: Path, facilitator: Person, member: Person) -> Iterator[Any]:
    """Give archives from before, amid and after a session; last its key and a handle in it."""

    def archive(name: str) -> Path:
        return made(target).path.rename(target / name)

    yield archive("before")
    session = open_a_session(facilitator, people=[member])
    yield archive("opened")
    raised(session, by=member)
    check = asked(session)
    answered(check)
    secret = (Path(parts.var(parts.SESSION_KEYS)) / f"{session.pk}.key").read_bytes()
    handle = handle_for(session.pk, member.pk)
    yield archive("amid")
    closed(check)
    confirm_outcome(actor=leader(session), item=only_item(check), outcome=AGREED)
    close_a_session(session)
    yield archive("after")
    yield secret, handle


def test_s45_who_was_signed_in_and_which_forms_were_sent_is_in_no_backup(
    var: Path, target: Path, key: Any, member: Person, sign_in: Any
) -> None:
    browser = sign_in(member)
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_key FROM people_signedin")
        kept = cursor.fetchone()[0].encode()
        cursor.execute("INSERT INTO journal_receipt (key, answer, day) VALUES ('canaryofaform', '', '2026-06-02')")
    found = inside(made(target).path, key)
    assert [name for name, part in found.items() if kept in part or b"canaryofaform" in part] == []
    assert browser.session.session_key
