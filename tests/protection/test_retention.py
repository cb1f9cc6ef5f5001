"""What is over is forgotten on the disk as well; a table says so, and what is overdue is seen (S43)."""

import io
import os
import secrets
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.briefings.actions import trash_briefing
from supportroom.files.sweeping import remove_orphans
from supportroom.journal.models import FORGOTTEN, UNNAMED, Entry
from supportroom.journal.verifying import verify
from supportroom.kernel.actors import SYSTEM, VISITOR, Actor
from supportroom.kernel.clock import now
from supportroom.mailing.models import Envelope
from supportroom.mailing.putting import put_in
from supportroom.newsletter.actions import subscribe
from supportroom.newsletter.models import Subscriber
from supportroom.people.models import Person
from supportroom.protection.actions import give_consent, withdraw_consent
from supportroom.protection.models import Consent
from supportroom.protection.retention import forget_person, forget_what_is_over, overdue, table
from supportroom.rounds.parting import part_from
from supportroom.search.filling import keep_true
from supportroom.selection.actions import apply, take_application_back
from supportroom.topics.actions import remark
from tests.factories.briefings import a_briefing
from tests.factories.comments import commented, freshly, in_comment
from tests.factories.journal import acting, write
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.selection import make_registration
from tests.factories.topics import called_round, proposed, supported
from tests.faults.forensics import everything, where

YEAR = timedelta(days=400)


def left_behind(folder: Path) -> dict[str, str]:
    """Put a canary into everything that is forgotten by its age; give them by where they were put.

    Of what is sealed its ciphertext is looked for: it has to go as well, a key may be found later.
    """
    names = ("newsletter", "envelope", "secret", "facts", "actor", "briefing", "orphan")
    birds = {name: f"canary{secrets.token_hex(8)}" for name in names}
    subscribe(actor=VISITOR, address=f"{birds['newsletter']}@example.org", language="en", token="x" * 32)
    with acting("newsletter.subscribe"):
        put_in("newsletter.confirm", "x:1", f"{birds['envelope']}@example.org", "en", secret=birds["secret"])
        write("x:1")
    write("x:2", actor=Actor(ref=f"person:{birds['actor']}"[:60], person_id=1), word=birds["facts"])
    briefing = a_briefing(f"The envoy spoke of {birds['briefing']} and of nothing else in this long briefing.")
    keep_true()
    trash_briefing(actor=SYSTEM, briefing=briefing)
    orphan = folder / "files" / "ab" / f"{secrets.token_hex(8)}"
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(birds["orphan"].encode())
    long_ago = (now() - timedelta(days=1)).timestamp()
    os.utime(orphan, (long_ago, long_ago))
    birds["newsletter"] = Subscriber.objects.values_list("address", flat=True).get().text
    birds["envelope"], birds["secret"] = (
        sealed.text for sealed in Envelope.objects.order_by("-pk").values_list("address", "secret").get(thing="x:1")
    )
    return birds


def test_s43_what_is_over_is_nowhere_on_the_disk(
    real_database: Path, room: None, settings: Any, clock: time_machine.Traveller
) -> None:
    settings.FILES_DIR = real_database / "files"
    birds = left_behind(real_database)
    found = everything(real_database)
    assert [name for name, bird in birds.items() if not where(bird.encode(), found)] == [], "each was there"
    clock.shift(YEAR)
    Envelope.objects.update(settled_at=now() - timedelta(days=8))
    remove_orphans()
    assert set(forget_what_is_over()) >= {
        "newsletter.pending",
        "mailing.envelopes",
        "journal.actors",
        "briefings.trash",
    }
    keep_true()
    assert [name for name, late in overdue().items() if late] == []
    found = everything(real_database)
    rows = {name: content for name, content in found.items() if name.startswith("table ")}
    on_disk = rows if settings.DATABASES["default"]["ENGINE"].endswith("postgresql") else found
    assert {name: where(bird.encode(), on_disk) for name, bird in birds.items() if where(bird.encode(), on_disk)} == {}
    assert verify().is_whole


def test_s43_the_command_fails_while_anything_is_overdue(room: None, clock: time_machine.Traveller) -> None:
    subscribe(actor=VISITOR, address="somebody@example.org", language="en", token="x" * 32)
    clock.shift(timedelta(days=5))
    with pytest.raises(CommandError, match=r"newsletter.pending \(1\)"):
        call_command("retention", stdout=io.StringIO())
    out = io.StringIO()
    call_command("retention", "--forget", stdout=out)
    assert out.getvalue().count("overdue: 0 ") == len(table())


def test_s43_one_class_that_fails_keeps_no_other_back(
    room: None, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    from supportroom.protection import retention

    def fails() -> None:
        raise OSError("no")

    monkeypatch.setattr(retention, "_table", dict(retention._table))
    retention.keep("aaa", what="x", why="x", days=1, overdue=lambda _moment: 1, forget=fails)
    subscribe(actor=VISITOR, address="somebody@example.org", language="en", token="x" * 32)
    clock.shift(timedelta(days=5))
    with pytest.raises(RuntimeError, match="aaa"):
        forget_what_is_over()
    assert overdue()["newsletter.pending"] == 0
    assert overdue()["aaa"] == 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_s43_everybody_reads_what_is_kept_and_the_team_what_is_overdue(
    language: str, team: Person, member: Person, sign_in: Callable[[Person], Client]
) -> None:
    with override(language):
        place = reverse("protection:kept")
    for client in (Client(), sign_in(member)):
        text = client.get(place).content.decode()
        assert text.count("<tr>") == len(table()) + 1
        assert "?journal=read" not in text
    of_team = sign_in(team)
    assert "?journal=read" in of_team.get(place).content.decode()
    whole = of_team.get(place, {"journal": "read"}).content.decode()
    assert "settled" in whole
    assert str(Entry.objects.count()) in whole


def test_s43_a_consent_taken_back_names_nobody_in_the_journal(member: Person) -> None:
    actor = actor_of(member)
    give_consent(actor=actor, person=member, thing="statements.statement:5")
    withdraw_consent(actor=actor, person=member, thing="statements.statement:5")
    told = Entry.objects.about("statements.statement:5")
    assert {entry.actor for entry in told} == {FORGOTTEN, UNNAMED}
    assert Consent.objects.get().given is False, "so that they are not asked again"
    assert verify().is_whole


def test_s43_the_journal_forgets_with_the_round_who_proposed_registered_and_asked(
    clock: time_machine.Traveller, member: Person, shielded_member: Person
) -> None:
    round = called_round()
    topic = proposed(round, member)
    remark(actor=actor_of(shielded_member), topic=topic, text=words("And in the tents?"))
    registration = make_registration(round, opens_at=now(), closes_at=now() + timedelta(days=2))
    apply(actor=actor_of(member), registration=registration)
    take_application_back(actor=actor_of(member), registration=registration)
    named = Entry.objects.filter(actor__in=[member.ref, shielded_member.ref], action__regex=r"^(topics|selection)\.")
    assert named.count() == 4
    with acting("site.publish_report"):
        part_from(round)
        write("rounds.round:0")
    assert not named.exists()
    assert Entry.objects.filter(actor=FORGOTTEN).count() == 4
    assert verify().is_whole


def test_s43_a_hidden_comment_on_a_paper_that_rests_for_a_year_is_nobodys(
    clock: time_machine.Traveller, room: None, member: Person, shielded_member: Person
) -> None:
    window = in_comment(member)
    said = commented(window, shielded_member, is_named=False)
    clock.shift(timedelta(days=200))
    forget_what_is_over()
    assert freshly(said).written_by == shielded_member
    clock.shift(timedelta(days=200))
    assert overdue()["comments.writers"] == 1
    forget_what_is_over()
    assert freshly(said).written_by is None
    assert overdue()["comments.writers"] == 0


def test_s43_who_is_forgotten_leaves_words_and_no_trace(
    clock: time_machine.Traveller, room: None, member: Person, shielded_member: Person, team: Person
) -> None:
    round = called_round()
    topic = supported(proposed(round, member), member)
    said = commented(in_comment(shielded_member), member, is_named=False)
    give_consent(actor=actor_of(member), person=member, thing="statements.statement:5")
    write("rounds.round:7", actor=actor_of(team), instead=member.pk)
    with acting("people.amend_person"):
        forget_person(member)
        write("x:1")
    topic.refresh_from_db()
    assert (topic.proposed_by, freshly(said).written_by) == (None, None)
    journal = repr(list(Entry.objects.values_list("actor", "facts")))
    assert str(member.pk) not in journal
    assert verify().is_whole
