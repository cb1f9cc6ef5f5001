"""The lives of a recommendation and a submission: every pair of state and verb, legal or not."""

import pytest

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.errors import DomainError
from supportroom.kernel.lifecycle import Lifecycle
from supportroom.register.lifecycle import RECOMMENDATION, SUBMISSION
from supportroom.register.models import Recommendation, Submission
from tests.factories.register import a_recommendation, an_addressee
from tests.factories.trial import registers_kept

Living = Recommendation | Submission


with registers_kept():

    @action("register.amend_recommendation", on="thing")
    def step(*, actor: Actor, thing: Living, life: Lifecycle, verb: str) -> None:
        """Take a step of a life as `answers` does."""
        advance(thing, life, verb)
        record(thing, actor=actor)


@pytest.mark.writes_outside_actions
def test_steps_lead_where_the_tables_say_and_all_others_are_refused(room: object) -> None:
    recommendation = a_recommendation(addressees=[an_addressee()])
    submission = recommendation.submissions.get()
    for life, thing in ((RECOMMENDATION, recommendation), (SUBMISSION, submission)):
        for state in life.states:
            for verb in life.verbs:
                type(thing)._default_manager.filter(pk=thing.pk).update(state=state)
                thing.refresh_from_db()
                if life.allows(state, verb):
                    step(actor=SYSTEM, thing=thing, life=life, verb=verb)
                    assert thing.state == life.step(state, verb).target
                else:
                    with pytest.raises(DomainError, match=r"kernel\.not_now"):
                        step(actor=SYSTEM, thing=thing, life=life, verb=verb)
