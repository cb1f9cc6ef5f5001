"""What is forgotten once a paper is out: who was only counted behind an opposing opinion."""

from supportroom.adoption.models import OpposingOpinion
from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import change, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import PUBLISHED
from supportroom.protection.models import Consent
from supportroom.protection.naming import consenting


@action("adoption.keep_the_count", on="paper")
def keep_the_count(*, actor: Actor, paper: Paper) -> Paper:
    """Keep how many stood behind each opposing opinion of a published paper, and erase who is not to be named."""
    refuse_unless(Paper.objects.filter(pk=paper.pk, state=PUBLISHED).exists(), "kernel.not_now")
    opinions = OpposingOpinion.objects.select_for_update(no_key=True, of=("self",)).filter(
        adoption__paper=paper, joined__isnull=True
    )
    for opinion in opinions:
        named = consenting(opinion)
        joined = opinion.joiners.count()
        erase_all(opinion.joiners.exclude(person__in=named))
        erase_all(Consent.objects.filter(thing=reference(opinion), given=False))
        filed_by = opinion.filed_by_id if opinion.filed_by_id in named else None
        change(opinion, joined=joined, filed_by_id=filed_by)
    record(paper, actor=actor)
    return paper
