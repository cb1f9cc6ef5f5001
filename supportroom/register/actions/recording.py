"""Recommendations recorded, shown to the public, set aside and taken back."""

from collections.abc import Sequence

from django.db.models import Q

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.points.models import Point
from supportroom.points.vocabulary import AGREED
from supportroom.register.history import tell
from supportroom.register.models import Document, Recommendation
from supportroom.register.recording import Ask, Source, record_all
from supportroom.register.sources import is_adopted, is_put_out, source_of
from supportroom.register.titles import refuse_hidden_titles
from supportroom.register.vocabulary import RECORDED
from supportroom.statements.models import Report


@action("register.record_recommendations", on="source")
def record_recommendations(*, actor: Actor, source: Source, entries: Sequence[Ask]) -> Recommendation:
    """Record what an adopted text asks for, paragraph by paragraph, or what an earlier document asked; give the first.

    DomainError `register.not_adopted`, `register.not_of_text`, `register.ahead`, and as `recording.record_all`.
    """
    refuse_unless(is_adopted(source), "register.not_adopted")
    refuse_unless(all(entry.asked_on <= now().date() for entry in entries), "register.ahead")
    text_id = None if isinstance(source, Document) else source.text_id
    paragraphs = [entry.paragraph for entry in entries if entry.paragraph]
    refuse_unless(all(each.text_id == text_id and not each.removed for each in paragraphs), "register.not_of_text")
    refuse_unless(all(_is_agreed(entry.point, source) for entry in entries if entry.point), "register.not_of_text")
    recorded = record_all(source, entries)
    for recommendation in recorded:
        record(recommendation, actor=actor)
    return recorded[0]


def _is_agreed(point: Point, source: Source) -> bool:
    return isinstance(source, Report) and point.round_id == source.round_id and point.state == AGREED


@action("register.release_recommendations", on="recommendations")
def release_recommendations(*, actor: Actor, recommendations: Sequence[Recommendation]) -> None:
    """Show recommendations to the public; those that it sees already stay as they are.

    DomainError `register.nothing_chosen`, `register.not_public_yet` where the text that one comes from is not public,
    `register.title_unreleased` where their demand would show words of another that stays hidden.
    """
    refuse_unless(recommendations, "register.nothing_chosen")
    today = now().date()
    for recommendation in recommendations:
        refuse_unless(not recommendation.set_aside, "register.is_set_aside", number=recommendation.code)
        refuse_unless(is_put_out(source_of(recommendation)), "register.not_public_yet", number=recommendation.code)
        if recommendation.released_on is None:
            change(recommendation, released_on=today)
            tell(recommendation, "released", today)
        record(recommendation, actor=actor)
    refuse_hidden_titles(recommendations)


@action("register.set_aside", on="recommendation")
def set_aside(*, actor: Actor, recommendation: Recommendation) -> Recommendation:
    """Hide one that was recorded by mistake; the team finds it again. DomainError `register.sent_already`."""
    refuse_unless(recommendation.state == RECORDED, "register.sent_already")
    refuse_unless(not recommendation.submissions.exclude(state=RECORDED).exists(), "register.sent_already")
    change(recommendation, set_aside=True)
    record(recommendation, actor=actor)
    return recommendation


@action("register.take_back", on="recommendation")
def take_back(*, actor: Actor, recommendation: Recommendation) -> Recommendation:
    """Bring back what was set aside; DomainError `register.recorded_already` where its paragraph was recorded anew."""
    one_of = Q(paragraph=recommendation.paragraph_id, paragraph__isnull=False)
    one_of |= Q(point=recommendation.point_id, point__isnull=False)
    known = Recommendation.objects.filter(one_of, set_aside=False).exclude(pk=recommendation.pk).first()
    refuse_unless(known is None, "register.recorded_already", number=known.code if known else "")
    change(recommendation, set_aside=False)
    record(recommendation, actor=actor)
    return recommendation
