"""Sixty of those who registered are listed in three groups, invited, and answer: some at once, some not yet."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from supportroom.demo.ahead_answers import BELOW, DECLINED, JOINT, LETTER, NEEDS, QUESTIONS, SUBSTITUTE
from supportroom.demo.meeting import ZONE, both
from supportroom.demo.people import actor_for
from supportroom.invitations.actions import (
    accept,
    answer_question,
    ask_question,
    begin_joint_decline,
    decline,
    join_decline,
    propose_substitute,
    send_invitations,
    settle_request,
    write_letter,
)
from supportroom.invitations.models import Invitation, SupportRequest
from supportroom.invitations.vocabulary import ARRANGED, NOT_POSSIBLE
from supportroom.kernel.actors import Actor
from supportroom.people.models import Person, Profile
from supportroom.rounds.models import Group, Round
from supportroom.selection.actions import add_listings, confirm_list, give_reason, set_places, set_quotas
from supportroom.selection.balance import standing
from supportroom.selection.queries import list_of
from supportroom.selection.vocabulary import REGISTRATION
from supportroom.topics.models import Topic

PLACES, SILENT = 60, 3
ANSWERED_IN = 12  # days before the round begins: the term
QUOTAS = (
    ("women", "", 40),
    ("region", "SY-HA", 5),
    ("displaced", "", 20),
    ("disability", "", 10),
    ("age", "under_25", 10),
    ("first_timers", "", 30),
)
ACCEPTING, TOGETHER = 30, 3
ARRANGES = "رتّبناه، وتصلكم التفاصيل قبل السفر."
CANNOT = "القاعة هذه المرة في الطابق الأول وبلا مصعد."


def invite(made: Round, people: dict[str, Person], registered: list[Person], topics: list[Topic]) -> None:
    """Draw up the list within quotas, write the letter, send the invitations, and let people answer."""
    team = actor_for(people["team"])
    listed = _chosen(registered)
    _list(made, team, listed, list(made.groups.all()))
    term = datetime.combine(made.starts_on - timedelta(days=ANSWERED_IN), time(18), ZONE)
    write_letter(actor=team, round=made, text=both(LETTER), answer_by=term)
    send_invitations(actor=team, round=Round.objects.get(pk=made.pk))
    invited = {each.person_id: each for each in made.invitations.select_related("person__organisation")}
    for key in ("facilitator", "rapporteur", "shielded_member"):
        needs = NEEDS[0] if key == "shielded_member" else ()
        accept(actor=actor_for(people[key]), invitation=invited[people[key].pk], support=needs)
    personas = {person.pk for person in people.values()}
    others = [invited[person.pk] for person in listed if person.pk not in personas]
    _ask(team, people, others, topics)
    _answer(others)
    _settle(made, team)


def _chosen(registered: list[Person]) -> list[Person]:
    """Take the first who told something of themselves, and a few who did not."""
    telling = set(Profile.objects.filter(person__in=registered).values_list("person_id", flat=True))
    silent = [person for person in registered if person.pk not in telling][:SILENT]
    return [*[person for person in registered if person.pk in telling][: PLACES - SILENT], *silent]


def _list(made: Round, team: Actor, listed: list[Person], groups: list[Group]) -> None:
    set_places(actor=team, draft_list=list_of(made), places=PLACES)
    set_quotas(actor=team, round=made, quotas=QUOTAS)
    for place, group in enumerate(groups):
        add_listings(
            actor=team,
            draft_list=list_of(made),
            persons=listed[place :: len(groups)],
            group=group,
            way=REGISTRATION,
        )
    for each in standing(made):
        if each.needs_reason:
            give_reason(actor=team, quota=each.quota, reason=both(BELOW))
    confirm_list(actor=team, draft_list=list_of(made))


def _actor(invitation: Invitation) -> Actor:
    return actor_for(invitation.person)


def _ask(team: Actor, people: dict[str, Person], others: list[Invitation], topics: list[Topic]) -> None:
    """Let three ask about a topic; its contact person answers two of them."""
    for asking, (place, words, answer) in zip(others[::6], QUESTIONS, strict=False):
        topic = Topic.objects.get(pk=topics[place].pk)
        question = ask_question(actor=_actor(asking), invitation=asking, text=both(words), topic=topic)
        if answer[0]:
            contact = next((person for person in people.values() if person.pk == topic.contact_id), None)
            who = actor_for(contact) if contact else team
            answer_question(actor=who, question=question, answer=both(answer))


def _answer(others: list[Invitation]) -> None:
    """Half accept, some with needs; a few decline, propose somebody, or decline together; the rest have time."""
    coming, rest = others[:ACCEPTING], iter(others[ACCEPTING:])
    for place, invitation in enumerate(coming):
        accept(actor=_actor(invitation), invitation=invitation, support=NEEDS[place] if place < len(NEEDS) else ())
    for reason in DECLINED:
        invitation = next(rest)
        decline(actor=_actor(invitation), invitation=invitation, reason=both(reason))
    for _place in range(2):
        invitation = next(rest)
        propose_substitute(actor=_actor(invitation), invitation=invitation, name=SUBSTITUTE[0], contact=SUBSTITUTE[1])
    _decline_together(rest)


def _decline_together(rest: Iterator[Invitation]) -> None:
    """Let three organisations decline by one statement that is published with the round; two agree to be named."""
    together: dict[str, Invitation] = {}
    for invitation in rest:
        if invitation.person.organisation and len(together) < TOGETHER:
            together.setdefault(invitation.person.organisation.name, invitation)
    (organisation, first), *joining = together.items()
    begun = begin_joint_decline(
        actor=_actor(first),
        invitation=first,
        text=both(JOINT),
        organisation=organisation,
        may_be_named=True,
        is_public=True,
    )
    for place, (name, invitation) in enumerate(joining):
        join_decline(
            actor=_actor(invitation),
            invitation=invitation,
            joint_decline=begun,
            organisation=name,
            may_be_named=place == 0,
        )


def _settle(made: Round, team: Actor) -> None:
    """Answer the first needs: one is arranged, one is not possible; the others wait for the team."""
    asked = SupportRequest.objects.filter(invitation__round=made).order_by("pk")
    travel, access = asked.filter(kind="travel").first(), asked.filter(kind="accessibility").first()
    if travel:
        settle_request(actor=team, support_request=travel, outcome=ARRANGED, answer=ARRANGES)
    if access:
        settle_request(actor=team, support_request=access, outcome=NOT_POSSIBLE, answer=CANNOT)
