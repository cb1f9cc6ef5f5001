"""What was under way when the backup was made: no mail leaves twice, checks begin anew, sessions can be closed."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from supportroom.backups import archives, parts, swapping
from supportroom.checks.actions import answer
from supportroom.checks.models import MembersCheck
from supportroom.config.doctor.keeping import what_is_sealed_can_be_opened
from supportroom.journal.models import Entry, Untold
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.kernel.keyring import keys
from supportroom.mailing.vocabulary import RESTORED
from supportroom.notices.models import Mail, Notice
from supportroom.notices.sending import send
from supportroom.notices.telling import tell
from supportroom.notices.vocabulary import FAILED, WAITING
from supportroom.people.actions import give_role
from supportroom.people.models import Person
from supportroom.people.vocabulary import INTERPRETER
from supportroom.points.actions import close_check, confirm_outcome, raise_point, take_position
from supportroom.points.models import Position
from supportroom.points.vocabulary import AGREED
from supportroom.protection.handles import has_key
from supportroom.rounds.actions import close_session
from supportroom.rounds.models import Session
from supportroom.search.models import Finding
from tests.factories import checks
from tests.factories.backups import brought_back, made
from tests.factories.personas import actor_of
from tests.factories.points import answered, asked, only_item, raised
from tests.factories.rounds import open_a_session, pillar_of


@pytest.mark.sqlite_only
def test_no_mail_that_waited_leaves_by_itself_and_the_team_can_let_it(
    var: Path, target: Path, key: Any, team: Person, member: Person
) -> None:
    give_role(actor=actor_of(team), person=member, role=INTERPRETER)
    tell()
    assert Mail.objects.filter(state=WAITING).exists()
    give_role(actor=actor_of(team), person=team, role=INTERPRETER)
    assert Untold.objects.exists()
    archive = made(target).path
    assert send(), "it leaves after the backup"
    restored = brought_back(archive, key)
    assert restored.settled.mails >= 1
    assert send() == 0, "and does not leave again"
    assert set(Mail.objects.values_list("state", "trouble")) == {(FAILED, RESTORED)}
    assert not Untold.objects.exists()
    assert Notice.objects.filter(person=team).exists(), "it is told in the room"
    assert Entry.objects.get(action="backups.settle_restored").facts["mails"] == restored.settled.mails


@pytest.mark.sqlite_only
def test_a_members_check_begins_anew_for_as_long_as_was_left(
    var: Path, target: Path, key: Any, member: Person, clock: Any
) -> None:
    check = checks.answered(checks.asked(), for_=[member])
    left, archive = check.closes_at - archives.now(), made(target).path
    for lost in (var / parts.SESSION_KEYS).iterdir():
        lost.unlink()
    clock.shift(timedelta(days=40))
    assert brought_back(archive, key).settled.checks == 1
    check = MembersCheck.objects.get()
    assert (check.closes_at - archives.now(), check.answers.count(), check.state) == (left, 0, "open")
    assert check.roll_entries.count() == check.roll
    answer(actor=actor_of(member), members_check=check, choice="against")
    assert check.answers.get().choice == "against"


@pytest.mark.sqlite_only
@pytest.mark.usefixtures("var")
def test_a_session_that_was_open_can_be_read_and_closed_and_nobody_is_told_apart_in_it(
    target: Path, key: Any, facilitator: Person, member: Person, sign_in: Any
) -> None:
    session = open_a_session(facilitator, people=[member])
    point = raised(session, by=member, text="What was said")
    check = answered(asked(session, point))
    given = Position.objects.count()
    archive = made(target).path
    for lost in parts.var(parts.SESSION_KEYS).iterdir():
        lost.unlink()
    settled = brought_back(archive, key).settled
    assert (settled.sessions, settled.without_key, has_key(session.pk)) == (1, 1, False)
    for person in (member, facilitator):
        page = sign_in(person).get(f"/en/sessions/{spell(session.pk)}/")
        assert page.status_code == 200
        assert "What was said" in page.content.decode()
    with pytest.raises(DomainError, match=r"protection\.key_gone") as told:
        take_position(actor=actor_of(member), item=only_item(check), choice="live_with")
    assert "closed" not in told.value.wording, "it is not"
    raise_point(
        actor=actor_of(member), session=session, pillar=pillar_of(session.round), language="en", text="Said afterwards"
    )  # fmt: skip
    assert Position.objects.count() == given
    close_check(actor=actor_of(facilitator), check=check)
    assert sum(only_item(check).tally.values()) == given, "what was answered before is counted"
    confirm_outcome(actor=actor_of(facilitator), item=only_item(check), outcome=AGREED)
    close_session(actor=actor_of(facilitator), session=Session.objects.get())
    assert Session.objects.get().state == "closed"


@pytest.mark.sqlite_only
def test_keys_of_what_is_not_open_any_more_are_destroyed_and_living_ones_stay(
    var: Path, target: Path, key: Any, facilitator: Person
) -> None:
    session = open_a_session(facilitator)
    archive = made(target).path
    since = var / parts.SESSION_KEYS / "1234.key"
    since.write_bytes(b"k" * 32)
    assert brought_back(archive, key).settled.without_key == 0
    assert (has_key(session.pk), since.exists()) == (True, False)


@pytest.mark.sqlite_only
def test_an_older_room_is_migrated_and_everybody_signs_in_again(
    var: Path, target: Path, key: Any, team: Person, sign_in: Any
) -> None:
    browser = sign_in(team)
    assert browser.get("/en/desk/").status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'notices' AND name = '0005_keyed_digests'")
    restored = brought_back(made(target).path, key)
    assert restored.was_older
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations WHERE name = '0005_keyed_digests'")
        assert cursor.fetchone() == (1,)
    assert browser.get("/en/desk/").status_code == 302


@pytest.mark.sqlite_only
@pytest.mark.usefixtures("var")
def test_s44_a_restore_without_the_keys_says_which_are_missing(
    target: Path, key: Any, team: Person, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    (target / "private").write_text(f"{key}\n")
    call_command("backup", str(target))
    assert "The keys of encrypted fields are not in it" in capsys.readouterr().out
    (archive,) = target.glob("supportroom-*.age")
    name, settings.FIELD_KEYS_FILE = keys()[0].name, target / "other_keys"
    call_command("restore", str(archive), key=str(target / "private"), replace=True)
    assert f"put the keys {name} into the file of SUPPORTROOM_FIELD_KEYS" in capsys.readouterr().err
    assert [finding.is_unsafe for finding in what_is_sealed_can_be_opened()] == [True]


@pytest.mark.sqlite_only
@pytest.mark.usefixtures("var")
def test_the_commands_make_delete_and_bring_back(
    target: Path, key: Any, team: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("supportroom-20200102T030405Z.tar.age", "supportroom-20200103T030405Z.tar", "my notes.tar.age"):
        (target / name).write_text("old")
    (target / "supportroom-20200102T030405Z.tar.age.sha256").write_text("old")
    call_command("backup", str(target), keep_days=35)
    said = capsys.readouterr().out
    assert "deleted, older than 35 days: supportroom-20200102T030405Z.tar.age" in said
    (archive,) = target.glob("supportroom-*.age")
    assert {path.name for path in target.iterdir()} == {archive.name, f"{archive.name}.sha256", "my notes.tar.age"}
    known = archives.last()
    assert known
    assert (known["name"], known["bytes"]) == (archive.name, archive.stat().st_size)
    (target / "private").write_text(f"# a comment\n{key}\n")
    call_command("restore", str(archive), key=str(target / "private"), replace=True)
    said = capsys.readouterr().out
    assert "Everybody signs in again." in said
    assert "The old room is kept" in said
    assert archives.delete_old(target, 1) == [], "the newest stays, however old"
    assert not Finding.objects.exists()
    assert not swapping.finish_interrupted()
