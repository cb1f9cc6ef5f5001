"""What of a text stands in the register, as its own pages show it beside the paragraphs."""

from collections.abc import Iterable

from supportroom.kernel.actors import Actor
from supportroom.register.models import Recommendation
from supportroom.register.queries import recommendations_visible_to


def recommendations_of(actor: Actor, paragraph_ids: Iterable[int]) -> dict[int, Recommendation]:
    """Give what was recorded out of paragraphs and the actor may read, by the paragraph's id; one query."""
    rows = recommendations_visible_to(actor).filter(paragraph__in=list(paragraph_ids)).select_related(None)
    return {row.paragraph_id: row for row in rows if row.paragraph_id}


def recommendations_of_points(actor: Actor, point_ids: Iterable[int]) -> dict[int, Recommendation]:
    """Give what was recorded out of agreed points and the actor may read, by the point's id; one query."""
    rows = recommendations_visible_to(actor).filter(point__in=list(point_ids)).select_related(None)
    return {row.point_id: row for row in rows if row.point_id}
