"""Being named is each person's own: no way leads there without an act of theirs, and they can turn back (S17)."""

import random
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from time_machine import Traveller

import supportroom
from supportroom.adoption.actions import be_named as be_named_in_opinion
from supportroom.answers.actions import be_named as be_named_in_delivery
from supportroom.comments.actions import amend_comment
from supportroom.comments.models import Comment
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.errors import Denied, DomainError, Missing
from supportroom.people.models import Person
from supportroom.press.actions import clear_quotation
from supportroom.protection import actions
from supportroom.protection.actions import give_consent, withdraw_consent
from supportroom.protection.models import Consent
from supportroom.protection.naming import names_released
from supportroom.room.models import Room
from tests.factories.adoption import a_joint_paper, an_adopted_paper, filed
from tests.factories.answers import a_delivery
from tests.factories.comments import commented, freshly, in_comment
from tests.factories.personas import actor_of, make_person
from tests.factories.press import offered

SEED, STEPS = 1717, 300
Naming = Callable[[Actor], object]


def ways_to_name(member: Person, room: Room, team: Person, clock: Traveller) -> dict[str, Naming]:
    """Give every act by which a member is named, as somebody would take it: one of each kind of thing."""
    quotation = offered(an_adopted_paper(clock), member, actor=actor_of(team))
    made = commented(in_comment(), member)
    opinion = filed(a_joint_paper(), member)
    delivery = a_delivery(carrier=member)
    return {
        "consent": lambda actor: give_consent(actor=actor, person=member, thing=room),
        "withdrawal": lambda actor: withdraw_consent(actor=actor, person=member, thing=room),
        "quotation": lambda actor: clear_quotation(actor=actor, quotation=quotation, is_named=True),
        "delivery": lambda actor: be_named_in_delivery(actor=actor, delivery=delivery, is_named=True),
        "opinion": lambda actor: be_named_in_opinion(actor=actor, opinion=opinion, is_named=True),
        "comment": partial(_name_comment, made.pk),
    }


def _name_comment(pk: int, actor: Actor) -> None:
    made = freshly(Comment.objects.get(pk=pk))
    amend_comment(actor=actor, comment=made, text=made.text, paragraph=made.paragraph, is_named=True)


def test_s17_nobody_names_a_member_but_the_member(  # noqa: PLR0917
    room: Room, clock: Traveller, member: Person, team: Person, office: Person, facilitator: Person,
    interpreter: Person, stranger: Person,
) -> None:  # fmt: skip
    ways = ways_to_name(member, room, team, clock)
    others = [actor_of(person) for person in (team, office, facilitator, interpreter, stranger)]
    for name, way in ways.items():
        for actor in others:
            with pytest.raises((Denied, Missing, DomainError)):
                way(actor)
        assert not Consent.objects.filter(person=member, given=True).exists(), name
    assert not Consent.objects.exclude(person=member).exists()
    for way in ways.values():
        way(actor_of(member))
    assert Consent.objects.filter(person=member, given=True).count() == 3
    assert Consent.objects.filter(person=member, given=False).count() == 1


def test_s17_whatever_people_do_in_whatever_order_one_is_named_by_ones_own_last_word_until_the_release(
    room: Room, clock: Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, released = random.Random(SEED), [False]
    monkeypatch.setattr(actions, "_released", [lambda _about: released[0]])
    people = [make_person(f"Somebody Number-{number}", "member" if number else "team") for number in range(4)]
    named: set[int] = set()
    for step in range(STEPS):
        actor, person = drawn.choice(people), drawn.choice(people)
        act = drawn.choice((give_consent, withdraw_consent))
        released[0] = step > STEPS * 2 / 3
        try:
            act(actor=actor_of(actor), person=person, thing=room)
        except (Denied, Missing):
            assert actor != person, f"seed {SEED} step {step}"
        except DomainError:
            assert released[0], f"seed {SEED} step {step}"
        else:
            assert actor == person
            assert not released[0], f"seed {SEED} step {step}"
            named = named | {person.pk} if act is give_consent else named - {person.pk}
        shown = set(names_released(people, room))
        assert shown == {one.name for one in people if one.pk in named}, f"seed {SEED} step {step}"
    gone = [one.ref for one in people if one.pk not in named]
    assert gone, "somebody took it back"
    assert not Entry.objects.filter(action__startswith="protection.", actor__in=gone).exists(), "it forgot"


def test_s17_consent_is_written_in_one_place_alone() -> None:
    """Every other way into the table would have to be proved anew."""
    root = Path(supportroom.__file__).parent
    writes = re.compile(r"create(_many)?\(\s*Consent\b|Consent\.objects\.\w*create\w*|(?<!class )\bConsent\(")
    places = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if "migrations" not in path.parts and path.name != "models.py" and writes.search(path.read_text())
    }
    assert places == {"protection/actions.py"}


def test_s17_what_is_taken_back_is_kept_as_words_of_nobody(room: Room, clock: Traveller, member: Person) -> None:
    give_consent(actor=actor_of(member), person=member, thing=room)
    withdraw_consent(actor=actor_of(member), person=member, thing=room)
    assert names_released([member], room) == []
    kept = Entry.objects.filter(action="protection.withdraw_consent").exclude(actor=SYSTEM.ref)
    assert {(each.actor, each.at.hour, each.at.minute) for each in kept} == {("unnamed", 0, 0)}
