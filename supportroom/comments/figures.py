"""How many comments came and were answered, for pages and for the paper's public history."""

from supportroom.comments.queries import counts_of
from supportroom.papers.models import Paper


def commented(paper: Paper) -> tuple[int, int, int]:
    """Give how many comments that came in time were answered, how many came in time, how many came late.

    Withdrawn ones count for nothing.
    """
    counts = counts_of(paper)
    return counts["answered"], counts["all"], counts["late"]
