"""Rows read anew and held until the end of an action: what happens to one paper happens one after another."""

from supportroom.adoption.models import OpposingOpinion, Review
from supportroom.adoption.vocabulary import WITHDRAWN
from supportroom.journal.writing import refuse_unless
from supportroom.kernel.errors import Missing
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import PUBLISHED


def held_paper(paper: Paper) -> Paper:
    """Hold a paper's row; Missing where it is gone."""
    found = Paper.objects.select_for_update(no_key=True, of=("self",)).select_related("group", "text")
    held = found.filter(pk=paper.pk).first()
    if held is None:
        raise Missing("kernel.missing")
    return held


def held_unpublished(paper: Paper) -> Paper:
    """Hold a paper's row; DomainError `adoption.published` once it is out."""
    held = held_paper(paper)
    refuse_unless(held.state != PUBLISHED, "adoption.published")
    return held


def held_review(review: Review) -> Review:
    """Hold a review's row, with its paper's."""
    paper = held_unpublished(review.paper)
    held = Review.objects.select_for_update(no_key=True, of=("self",)).select_related("shown").get(pk=review.pk)
    held.paper = paper
    return held


def held_opinion(opinion: OpposingOpinion) -> OpposingOpinion:
    """Hold an opinion's row; Missing once it was taken back."""
    found = OpposingOpinion.objects.select_for_update(no_key=True, of=("self",)).select_related("adoption__paper")
    held = found.filter(pk=opinion.pk).exclude(state=WITHDRAWN).first()
    if held is None:
        raise Missing("kernel.missing")
    return held
