"""What pages of lower floors show of the register: a paragraph's recommendation, and where the team records."""

from collections.abc import Iterable

from django.urls import reverse

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import may
from supportroom.papers.models import Paper
from supportroom.register.marking import recommendations_of, recommendations_of_points
from supportroom.register.models import Recommendation
from supportroom.register.sources import is_adopted
from supportroom.statements.models import Report, Statement

PLACES = {
    Statement: ("register:statement_record", "pk"),
    Report: ("register:report_record", "round_id"),
    Paper: ("register:paper_record", "pk"),
}


def marks_of(actor: Actor | None, paragraph_ids: Iterable[int]) -> dict[int, Recommendation]:
    """Give the recommendations recorded out of paragraphs, by the paragraph's id, as far as the reader sees them."""
    return recommendations_of(actor, paragraph_ids) if actor else {}


def marks_of_points(actor: Actor | None, point_ids: Iterable[int]) -> dict[int, Recommendation]:
    """Give the recommendations recorded out of agreed points, by the point's id, as far as the reader sees them."""
    return recommendations_of_points(actor, point_ids) if actor else {}


def record_place(actor: Actor | None, source: Statement | Report | Paper) -> str:
    """Give the address of the page on which the team records what an adopted text asks for; nothing for others."""
    if actor is None or not is_adopted(source) or not may(actor, "register.record_recommendations", source):
        return ""
    view, key = PLACES[type(source)]
    return reverse(view, args=[getattr(source, key)])
