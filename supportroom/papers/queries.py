"""What pages and floors above read about papers. `papers_visible_to(actor)` is the only entrance to rows."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import get_language

from supportroom.groups.models import Seat, WorkingGroup
from supportroom.groups.vocabulary import HELD
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.papers.models import Editing, Paper, PaperVersion
from supportroom.papers.versions import VersionView, draft_view, view_of
from supportroom.papers.vocabulary import DRAFTING, OFFICE_READS, ROOM_READS
from supportroom.people.vocabulary import INTERPRETER, MEMBER, OFFICE, TEAM
from supportroom.room.queries import charter
from supportroom.room.vocabulary import LANGUAGE_NAMES
from supportroom.texts.models import Paragraph


def papers_visible_to(actor: Actor) -> QuerySet[Paper]:
    """The papers that somebody may read in some form, with group and text.

    All for the team, interpreters and the group's seats; for members once they are in comment, for the office once it
    has them, for everybody else of the room once the members released them.
    """
    papers = Paper.objects.select_related("group", "text")
    if actor.holds(TEAM, INTERPRETER, "system"):
        return papers
    if not actor.is_known:
        return papers.none()
    seats = Seat.objects.filter(group=OuterRef("group"), person=actor.person_id, state=HELD)
    seen = Q(state__in=ROOM_READS) | Q(Exists(seats))
    if actor.holds(MEMBER):
        seen |= ~Q(state=DRAFTING)
    if actor.holds(OFFICE):
        seen |= Q(state__in=OFFICE_READS)
    return papers.filter(seen)


def paper_visible_to(actor: Actor, paper_id: int) -> Paper:
    """Give a paper that somebody may read in some form; Missing."""
    found = papers_visible_to(actor).filter(pk=paper_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def paper_of(actor: Actor, group: WorkingGroup) -> Paper | None:
    """Give the paper of a group if there is one that the actor may read."""
    return papers_visible_to(actor).filter(group=group).first()


def versions_visible_to(actor: Actor, paper: Paper) -> QuerySet[PaperVersion]:
    """The kept versions of a paper, newest first: all for who reads the draft, else those that are for members."""
    versions = PaperVersion.objects.filter(paper=paper)
    return versions if may(actor, "papers.read_draft", paper) else versions.filter(for_members=True)


def version_for_members(paper: Paper) -> PaperVersion | None:
    """Give the newest version that is for members, or None before there is one."""
    return PaperVersion.objects.filter(paper=paper, for_members=True).first()


def readable(actor: Actor, paper: Paper) -> VersionView:
    """Give what somebody reads of a paper: the draft, or the newest version that is for members; Missing."""
    if may(actor, "papers.read_draft", paper):
        return draft_view(paper)
    version = version_for_members(paper)
    if version is None:
        raise Missing("kernel.missing")
    return view_of(version)


def paragraph_of(paper: Paper, paragraph_id: int) -> Paragraph:
    """Find a paragraph of a paper, removed ones too; Missing."""
    found = Paragraph.objects.filter(text=paper.text_id, pk=paragraph_id).select_related("text").first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def removed_from(paper: Paper) -> list[Paragraph]:
    """List what was taken out of a paper and can be brought back."""
    return list(Paragraph.objects.filter(text=paper.text_id, removed=True))


def languages_of(paper: Paper) -> dict[str, str]:
    """Give a paper's languages with their own names, the reader's first."""
    here = get_language() or ""
    codes = sorted(paper.languages or charter().languages, key=lambda code: code != here)
    return {code: LANGUAGE_NAMES.get(code, code) for code in codes}


def editings_in(paper: Paper, moment: datetime | None = None) -> QuerySet[Editing]:
    """Who works on which paragraph of a paper at this instant."""
    editings = Editing.objects.select_related("person").order_by("pk")
    return editings.filter(paragraph__text=paper.text_id, until__gt=moment or now())
