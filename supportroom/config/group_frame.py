"""What every page of a working group shows of all floors: its tabs, and its phases up to the published paper."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.groups.ahead import Ahead, ahead_of
from supportroom.groups.models import WorkingGroup
from supportroom.groups.vocabulary import AT_WORK, CALLED, CANDIDATES, CLOSED
from supportroom.kernel.actors import Actor
from supportroom.kernel.asked_once import asked_once
from supportroom.kernel.permissions import may
from supportroom.library.models import Source
from supportroom.papers.models import Paper
from supportroom.papers.queries import papers_visible_to
from supportroom.papers.vocabulary import (
    ADOPTED,
    ANSWERING,
    DECIDING,
    DRAFTING,
    HELD_BACK,
    IN_COMMENT,
    JOINT,
    PAPER_NEXT,
    PAPER_STATES,
    PUBLISHED,
    RELEASED,
    WITH_OFFICE,
)
from supportroom.papers.vocabulary import TONES as PAPER_TONES
from supportroom.press.vocabulary import PREPARED_IN
from supportroom.workroom.queries import thread_about
from supportroom.workroom.rules import reads_open_meetings


@dataclass(frozen=True)
class Tab:
    """A part of a group's pages: its key, its word, where it is, and who may go there."""

    key: str
    word: str | Promise
    view: str
    is_for: Callable[[Actor, WorkingGroup], bool]


def _paper_of(group: WorkingGroup) -> Paper | None:
    papers = Paper.objects.filter(group=group).select_related("group")
    return asked_once(("papers.paper_of", group.pk), papers.first)


def _reads_library(actor: Actor, group: WorkingGroup) -> bool:
    return may(actor, "library.read_library", group)


def _everybody(actor: Actor, group: WorkingGroup) -> bool:
    return True


def _holds_discussion(actor: Actor, group: WorkingGroup) -> bool:
    return may(actor, "workroom.read_discussion", group)


def _reads_paper(actor: Actor, group: WorkingGroup) -> bool:
    return may(actor, "groups.read_work", group) or papers_visible_to(actor).filter(group=group).exists()


def _reads_comments(actor: Actor, group: WorkingGroup) -> bool:
    paper = _paper_of(group)
    if paper is None:
        return False
    return may(actor, "comments.read_comments", paper) or may(actor, "comments.open_window", paper)


def _reads_adoption(actor: Actor, group: WorkingGroup) -> bool:
    paper = _paper_of(group)
    is_joint = paper is not None and paper.state not in (DRAFTING, IN_COMMENT)
    return is_joint and may(actor, "adoption.read_adoption", paper)


def _is_told_of_meetings(actor: Actor, group: WorkingGroup) -> bool:
    return reads_open_meetings(actor) or _holds_discussion(actor, group)


def _has_paper(actor: Actor, group: WorkingGroup) -> bool:
    return _paper_of(group) is not None


def _prepares_press(actor: Actor, group: WorkingGroup) -> bool:
    paper = _paper_of(group)
    return paper is not None and paper.state in PREPARED_IN and may(actor, "press.read_pack", paper)


TABS = (
    Tab("overview", _("Overview"), "groups:group_detail", _everybody),
    Tab("library", _("Library"), "library:source_list", _reads_library),
    Tab("discussion", _("Discussion"), "workroom:thread_list", _holds_discussion),
    Tab("meetings", _("Meetings"), "workroom:meeting_list", _is_told_of_meetings),
    Tab("paper", _("Paper"), "papers:group_paper", _reads_paper),
    Tab("comments", _("Comments"), "comments:group_comments", _reads_comments),
    Tab("adoption", _("Adoption"), "adoption:group_adoption", _reads_adoption),
    Tab("history", _("History"), "press:group_history", _has_paper),
    Tab("press", _("Press"), "press:group_press", _prepares_press),
)

PHASES = (
    (CALLED, pgettext_lazy("phase", "Called")),
    (CANDIDATES, pgettext_lazy("phase", "Candidates")),
    (AT_WORK, pgettext_lazy("phase", "Appointed")),
    (DRAFTING, pgettext_lazy("phase", "Drafting")),
    (IN_COMMENT, pgettext_lazy("phase", "In comment")),
    (ANSWERING, pgettext_lazy("phase", "Answering")),
    (JOINT, pgettext_lazy("phase", "Joint paper")),
    (WITH_OFFICE, pgettext_lazy("phase", "With the office")),
    (PUBLISHED, pgettext_lazy("phase", "Published")),
)
_PHASE_OF_PAPER = {ADOPTED: JOINT, DECIDING: WITH_OFFICE, HELD_BACK: WITH_OFFICE, RELEASED: WITH_OFFICE}


def group_tabs(actor: Actor | None, group: WorkingGroup, current: str) -> list[tuple[str | Promise, str, bool]]:
    """Give the tabs that the reader may open, with their addresses; `current` is the key of one.

    Until somebody is appointed there is nothing but the overview.
    """
    if actor is None:
        return []
    tabs = [tab for tab in TABS if tab.is_for(actor, group)] if group.appointed_on else TABS[:1]
    return [(tab.word, reverse(tab.view, args=[group.pk]), tab.key == current) for tab in tabs]


def discussion_of(actor: Actor | None, source: Source) -> tuple[str, int] | None:
    """Give where a source is discussed, and how many posts there are; None for who does not read the discussion."""
    if actor is None or source.removed or not _holds_discussion(actor, source.group):
        return None
    thread = thread_about(source)
    return reverse("workroom:source_thread", args=[source.pk]), thread.last if thread else 0


def group_phases(group: WorkingGroup) -> list[tuple[str | Promise, str, None]]:
    """Give the phases from the call to the published paper, each done, now or next."""
    keys = [key for key, _word in PHASES]
    at = keys.index(_phase_of(group))
    is_over = keys[at] == PUBLISHED or group.state == CLOSED
    return [
        (word, "done" if number < at or (number == at and is_over) else "now" if number == at else "next", None)
        for number, (_key, word) in enumerate(PHASES)
    ]


def _phase_of(group: WorkingGroup) -> str:
    if group.state not in (AT_WORK, CLOSED):
        return CANDIDATES if group.state == CANDIDATES else CALLED
    paper = _paper_of(group)
    return AT_WORK if paper is None else _PHASE_OF_PAPER.get(paper.state, paper.state)


def group_standings(groups: Iterable[WorkingGroup]) -> dict[int, Ahead]:
    """Tell of each group where it or its paper stands, and what comes next; the same few queries for any number."""
    listed = list(groups)
    standings = ahead_of(listed)
    papers = Paper.objects.filter(group__in=[group.pk for group in listed]).only("group_id", "state")
    for paper in papers:
        own = standings[paper.group_id]
        if own.is_at_work:
            words = own.sentence if own.is_short else str(PAPER_NEXT[paper.state])
            word = str(PAPER_STATES[paper.state])
            standings[paper.group_id] = replace(own, word=word, tone=PAPER_TONES[paper.state], sentence=words)
    return standings
