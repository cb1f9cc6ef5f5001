"""Somebody who takes reports, two members who trust each other, a report, and what waits for another of the team."""

from supportroom.demo.people import actor_for
from supportroom.journal.models import reference
from supportroom.kernel.actors import SYSTEM
from supportroom.people.actions import accept_invitation, add_person, invite_person
from supportroom.people.models import Person
from supportroom.people.tokens import new_token
from supportroom.people.vocabulary import TEAM
from supportroom.safety import actions
from supportroom.safety.vocabulary import FOCAL_POINT, LOCK, THREAT


def build(people: dict[str, Person]) -> None:
    """Let all that be there once."""
    colleague, member, trusted = _colleague(), people["member"], people["rapporteur"]
    focal_point = reference(people["facilitator"])
    asked = actions.ask_approval(actor=actor_for(people["team"]), kind=FOCAL_POINT, thing=focal_point)
    actions.approve_request(actor=actor_for(colleague), approval_request=asked)
    pair = actions.name_buddy(actor=actor_for(member), person=member, name=trusted.name)
    actions.agree_to_buddy(actor=actor_for(trusted), buddy=pair)
    words = "اتصل بي مجهول ليلاً وسألني عمّن حضر الجلسة."
    report = actions.report_incident(actor=actor_for(member), kind=THREAT, words=words)
    actions.take_incident(actor=actor_for(people["facilitator"]), incident=report, note="سأتصل بك اليوم.")
    note = "His sister says that the phone was taken from him at a checkpoint this morning."
    stranded = people["shielded_member"]
    actions.ask_approval(actor=actor_for(colleague), kind=LOCK, thing=reference(stranded), note=note)


def _colleague() -> Person:
    """Another of the team: what takes two needs two."""
    person = add_person(actor=SYSTEM, name="Tarek Example", roles=(TEAM,), language="en", time_zone="Europe/Zurich")
    invitation = invite_person(actor=SYSTEM, person=person, token=new_token())
    accept_invitation(actor=SYSTEM, invitation=invitation, email="colleague@example.org", password=new_token())
    return person
