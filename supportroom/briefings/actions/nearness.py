"""What the sentence encoder found is kept, so that no page waits for it."""

from collections.abc import Mapping, Sequence

from supportroom.briefings.models import Briefing, Nearness
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create
from supportroom.kernel.actors import Actor

Near = Mapping[str, Sequence[tuple[int, float]]]


@action("briefings.note_nearness", on="briefing")
def note_nearness(*, actor: Actor, briefing: Briefing, near: Near, of: str) -> Nearness:
    """Keep, by a recommendation's id, the passages that mean most nearly what it asks; `of`: of what words."""
    plain = {key: [[number, nearness] for number, nearness in pairs] for key, pairs in near.items()}
    known = Nearness.objects.filter(briefing=briefing).first()
    if known is None:
        known = create(Nearness, briefing=briefing, near=plain, of=of)
    else:
        change(known, near=plain, of=of)
    record(briefing, actor=actor, compared=len(plain))
    return known
