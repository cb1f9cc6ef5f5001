"""What was absent from a briefing goes to the Envoy's office as one list, frozen as it was sent."""

from typing import Any

from supportroom.briefings.models import AbsentList, Briefing, Reflection
from supportroom.briefings.queries import absent_in
from supportroom.journal.door import action, record
from supportroom.journal.writing import create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText


@action("briefings.send_absent", on="briefing")
def send_absent(*, actor: Actor, briefing: Briefing, words: MultilingualText | None = None) -> AbsentList:
    """Send the office the list of what two readers found absent, as far as the office may read it, with some words.

    DomainError `briefings.trashed`, `briefings.nothing_absent`.
    """
    held = Briefing.objects.select_for_update(no_key=True).get(pk=briefing.pk)
    refuse_unless(held.trashed_at is None, "briefings.trashed")
    lines = [_line(reflection) for reflection in absent_in(held)]
    refuse_unless(lines, "briefings.nothing_absent")
    sent = create(AbsentList, briefing=held, sent_on=now().date(), words=words or MultilingualText(), lines=lines)
    record(sent, actor=actor, briefing=held.pk)
    return sent


def _line(reflection: Reflection) -> dict[str, Any]:
    """Give a recommendation as it stands on the day on which the list is sent."""
    recommendation = reflection.recommendation
    return {
        "number": recommendation.code,
        "slug": recommendation.slug,
        "text": recommendation.text.as_json(),
        "asked_on": recommendation.asked_on.isoformat(),
        "precision": recommendation.precision,
        "round": recommendation.round.title.as_json() if recommendation.round else None,
    }
