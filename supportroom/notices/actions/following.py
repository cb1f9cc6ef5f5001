"""Following rounds, topics, working groups and recommendations."""

from supportroom.groups.models import WorkingGroup
from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import change, create
from supportroom.kernel.actors import Actor
from supportroom.notices.models import Following
from supportroom.people.models import Person
from supportroom.register.models import Recommendation
from supportroom.rounds.models import Round
from supportroom.topics.models import Topic

Followed = Round | Topic | WorkingGroup | Recommendation


@action("notices.follow", on="thing")
def follow(*, actor: Actor, thing: Followed) -> Following:
    """Follow a round, a topic, a working group or a recommendation: be told of what moves there."""
    return _set(actor, thing, is_on=True)


@action("notices.unfollow", on="thing")
def unfollow(*, actor: Actor, thing: Followed) -> Following:
    """Stop following, also where one contributed."""
    return _set(actor, thing, is_on=False)


def _set(actor: Actor, thing: Followed, *, is_on: bool) -> Following:
    person = Person.objects.get(pk=actor.person_id or 0)
    known = Following.objects.filter(person=person, thing=reference(thing)).first()
    if known is None:
        known = create(Following, person=person, thing=reference(thing), is_on=is_on)
    elif known.is_on != is_on:
        change(known, is_on=is_on)
    record(person, actor=actor)
    return known
