"""Two people read what a briefing says of a recommendation; where they differ, both stand."""

from typing import Any

from supportroom.briefings.lifecycle import REFLECTION
from supportroom.briefings.models import Briefing, Passage, Reflection
from supportroom.briefings.queries import concerned
from supportroom.briefings.quoting import passage_with, stands_in
from supportroom.briefings.telling import tell_reading, tell_withdrawn
from supportroom.briefings.vocabulary import ABSENT, CONFIRMED, LONGEST_QUOTATION
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.vocabulary import TEAM
from supportroom.register.models import Recommendation


@action("briefings.read", on="briefing")
def read(
    *,
    actor: Actor,
    recommendation: Recommendation,
    briefing: Briefing,
    verdict: str,
    passage: Passage | None = None,
    quotation: str = "",
    note: MultilingualText | None = None,
    seen: int | None = None,
) -> Reflection:
    """Say what a briefing says of a recommendation, as its first reader; a reading that stands is made anew.

    The quotation must stand in the briefing; without one, the chosen passage is quoted whole. `seen` is the version of
    the reading that the reader had before them, 0 where there was none. Stale where another was faster; DomainError
    `briefings.trashed`, `not_concerned`, `quotation_missing`, `quotation_elsewhere`, `passage_elsewhere`,
    `absent_quoted`, `kernel.too_long`.
    """
    held = _held(briefing)
    is_concerned = concerned(held, Recommendation.objects.filter(pk=recommendation.pk, set_aside=False)).exists()
    refuse_unless(is_concerned, "briefings.not_concerned")
    passage, quotation = _quoted(held, verdict, passage, quotation)
    fields: dict[str, Any] = {
        "verdict": verdict,
        "passage": passage,
        "quotation": quotation,
        "note": note or MultilingualText(),
        "first_reader_id": actor.person_id,
        "read_on": now().date(),
    }
    known = Reflection.objects.filter(recommendation=recommendation, briefing=held).first()
    if known is None:
        if seen:
            raise Stale
        reflection = create(Reflection, recommendation=recommendation, briefing=held, **fields)
    else:
        reflection = _anew(known, fields, seen)
    record(reflection, actor=actor, briefing=held.pk)
    return reflection


def _held(briefing: Briefing) -> Briefing:
    held = Briefing.objects.select_for_update(no_key=True).get(pk=briefing.pk)
    refuse_unless(held.trashed_at is None, "briefings.trashed")
    return held


def _quoted(briefing: Briefing, verdict: str, passage: Passage | None, quotation: str) -> tuple[Passage | None, str]:
    """Give the passage and the words that are quoted of it; what is absent has neither."""
    if verdict == ABSENT:
        refuse_unless(not quotation, "briefings.absent_quoted")
        return None, ""
    refuse_unless(passage is None or passage.briefing_id == briefing.pk, "briefings.passage_elsewhere")
    refuse_unless(passage or quotation, "briefings.quotation_missing")
    words = quotation or (passage.text if passage else "")
    refuse_unless(len(words) <= LONGEST_QUOTATION, "kernel.too_long", limit=LONGEST_QUOTATION)
    if passage is not None and stands_in(words, passage.text):
        return passage, words
    found = passage_with(words, briefing.passages.all())
    refuse_unless(found, "briefings.quotation_elsewhere")
    return found, words


def _anew(reflection: Reflection, fields: dict[str, Any], seen: int | None) -> Reflection:
    if seen is not None and seen != reflection.version:
        raise Stale
    was_confirmed = reflection.state == CONFIRMED
    nobody: dict[str, Any] = {
        "second_verdict": "",
        "second_note": MultilingualText(),
        "second_reader": None,
        "read_again_on": None,
    }
    advance(reflection, REFLECTION, "read_anew")
    change(reflection, **fields, **nobody)
    if was_confirmed:
        tell_withdrawn(reflection)
    return reflection


@action("briefings.read_again", on="reflection")
def read_again(
    *, actor: Actor, reflection: Reflection, verdict: str, note: MultilingualText | None = None, seen: int | None = None
) -> Reflection:
    """Read what another person read first: the same verdict confirms it, another one is shown beside it.

    `seen` is the version that was read. Stale; DomainError `briefings.trashed`, `own_reading`, `office_alone`,
    `kernel.not_now` where it was read again already.
    """
    _held(reflection.briefing)
    held = Reflection.objects.select_related("first_reader", "recommendation", "briefing").get(pk=reflection.pk)
    if seen is not None and seen != held.version:
        raise Stale
    first = held.first_reader
    refuse_unless(actor.person_id is None or actor.person_id != held.first_reader_id, "briefings.own_reading")
    refuse_unless(actor.holds(TEAM, "system") or first is None or TEAM in first.roles, "briefings.office_alone")
    advance(held, REFLECTION, "confirm" if verdict == held.verdict else "dispute")
    second: dict[str, Any] = {
        "second_verdict": verdict,
        "second_note": note or MultilingualText(),
        "read_again_on": now().date(),
    }
    change(held, second_reader_id=actor.person_id, **second)
    if held.state == CONFIRMED:
        tell_reading(held)
    record(held, actor=actor, briefing=held.briefing_id)
    return held


@action("briefings.withdraw_reading", on="reflection")
def withdraw_reading(*, actor: Actor, reflection: Reflection) -> None:
    """Take a reading back, with the second one: it counts as not read. DomainError `briefings.trashed`."""
    _held(reflection.briefing)
    held = Reflection.objects.select_related("recommendation", "briefing").get(pk=reflection.pk)
    if held.state == CONFIRMED:
        tell_withdrawn(held)
    record(held, actor=actor, briefing=held.briefing_id)
    erase(held)
