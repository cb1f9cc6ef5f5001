"""What every page of a paper's adoption shows: its group, the three parts, where the paper stands."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from supportroom.kernel.permissions import may
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import PAPER_NEXT, PAPER_STATES, TONES
from supportroom.people.middleware import Asking

OPINIONS, REVIEW, RELEASE = "adoption", "review", "release"


def framed(request: Asking, paper: Paper, part: str) -> dict[str, Any]:
    """Give the context of a page about a paper's adoption; `part` is the one that it belongs to."""
    parts = [(OPINIONS, _("Joint paper"), "adoption:adoption_detail")]
    if may(request.actor, "adoption.read_review", paper):
        parts += [
            (REVIEW, _("Office's review"), "adoption:review_detail"),
            (RELEASE, pgettext("part of the adoption", "Publication"), "adoption:release_detail"),
        ]
    return {
        "errors": [],
        "group": paper.group,
        "paper": paper,
        "parts": [(word, reverse(view, args=[paper.pk]), key == part) for key, word, view in parts],
        "paper_state": (PAPER_STATES[paper.state], TONES[paper.state], PAPER_NEXT[paper.state]),
    }
