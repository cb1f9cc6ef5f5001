"""The life of a document on its way in: every pair of state and verb, legal or not."""

from collections.abc import Callable
from itertools import product

import pytest

from supportroom.intake.actions import (
    add_item,
    amend_group,
    cancel_intake,
    correct_item,
    drop_group,
    join_items,
    record_intake,
    split_item,
    take_item,
)
from supportroom.intake.lifecycle import INTAKE
from supportroom.intake.models import Intake
from supportroom.intake.vocabulary import CANCELLED, INTAKE_STATES, READ, RECORDED
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.register.models import Document, Recommendation
from tests.factories.intake import an_intake, groups_of, taken_in
from tests.factories.register import ASKED
from tests.factories.rounds import words

LEGAL = {(READ, "record"): RECORDED, (READ, "cancel"): CANCELLED}


def recorded(intake: Intake, **fields: object) -> Intake:
    details = {"title": words("Northern committees"), "kind": "report", "dated_on": ASKED, "precision": "day"}
    return record_intake(actor=SYSTEM, intake=intake, language="en", by=words("The committees"), **details | fields)


def test_the_table_holds_what_is_legal_and_nothing_else() -> None:
    for state, verb in product(INTAKE_STATES, ("record", "cancel")):
        if (state, verb) in LEGAL:
            assert INTAKE.step(state, verb).target == LEGAL[state, verb]
        else:
            with pytest.raises(DomainError, match=r"kernel\.not_now"):
                INTAKE.step(state, verb)


@pytest.mark.parametrize("end", [RECORDED, CANCELLED])
def test_what_was_recorded_or_given_up_is_corrected_no_more(end: str) -> None:
    intake = an_intake()
    item, group = taken_in(intake)[0], groups_of(intake)[0]
    stale = Intake.objects.get(pk=intake.pk)
    if end == RECORDED:
        recorded(intake)
    else:
        cancel_intake(actor=SYSTEM, intake=intake)
    late: tuple[Callable[[], object], ...] = (
        lambda: correct_item(actor=SYSTEM, item=item, text="Late."),
        lambda: take_item(actor=SYSTEM, item=item),
        lambda: join_items(actor=SYSTEM, item=item),
        lambda: split_item(actor=SYSTEM, item=item, texts=["One.", "Two."]),
        lambda: add_item(actor=SYSTEM, intake=stale, first=0, last=0),
        lambda: amend_group(actor=SYSTEM, group=group, heading="Late"),
        lambda: drop_group(actor=SYSTEM, group=group),
        lambda: recorded(stale),
        lambda: cancel_intake(actor=SYSTEM, intake=stale),
    )
    for step in late:
        with pytest.raises(DomainError, match=r"intake\.not_open"):
            step()


def test_a_record_that_fails_at_the_last_leaves_no_trace() -> None:
    intake = an_intake()
    with pytest.raises(DomainError, match=r"register\.unknown_theme"):
        recorded(intake, themes=["no-such-theme"])
    assert Document.objects.count() == Recommendation.objects.count() == 0
    intake.refresh_from_db()
    assert intake.state == READ
    assert len(taken_in(intake)) == 5
