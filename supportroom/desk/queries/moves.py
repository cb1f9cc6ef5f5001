"""What moved lately in the rounds, groups and papers that somebody sees, read from the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from supportroom.adoption.models import Adoption, Release
from supportroom.briefings.queries import briefings_visible_to
from supportroom.comments.models import CommentWindow
from supportroom.desk.queries.sessions import board_of
from supportroom.desk.queries.texts import page_of
from supportroom.groups.queries import groups_visible_to
from supportroom.invitations.models import Invitation
from supportroom.invitations.vocabulary import DRAFTED
from supportroom.journal.models import Entry, reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.notices.seen_register import named
from supportroom.papers.queries import papers_visible_to
from supportroom.programme.models import ProgrammeVersion
from supportroom.rounds.models import Round
from supportroom.rounds.queries import rounds_visible_to, sessions_visible_to
from supportroom.selection.models import Registration
from supportroom.statements.models import Report, Statement
from supportroom.statements.vocabulary import ADOPTED, DELIVERED
from supportroom.topics.models import Call

RECENT = timedelta(days=21)
SHOWN = 8
TOLD = {
    "topics.open_call": _("the call for topics opened"),
    "programme.publish_programme": _("the programme was published"),
    "selection.open_registration": _("the registration opened"),
    "invitations.send_invitations": _("you were invited"),
    "rounds.start_round": _("the round began"),
    "rounds.open_session": _("a session opened"),
    "rounds.close_session": _("a session closed"),
    "rounds.begin_reporting": _("the report began"),
    "statements.adopt_statement": _("a statement was adopted"),
    "statements.deliver_statement": _("a statement was delivered"),
    "statements.record_reply": _("a reply came"),
    "statements.adopt_report": _("the report was adopted"),
    "site.publish_report": _("the report was published"),
    "site.correct_report": _("a correction was published"),
    "groups.call_group": _("a working group was called for"),
    "groups.open_group": _("a working group was opened to candidates"),
    "groups.appoint": _("a working group was appointed"),
    "comments.announce_window": _("a paper was opened to comments"),
    "comments.close_window": _("a comment window closed"),
    "adoption.make_joint": _("a joint paper was put before the members"),
    "adoption.settle_adoption": _("the members decided on a joint paper"),
    "adoption.settle_release": _("the members decided on a publication"),
    "site.publish_paper": _("a paper was published"),
    "site.correct_paper": _("a correction was published"),
    "briefings.log_briefing": _("a briefing was logged"),
}
Places = dict[str, tuple[MultilingualText, str]]


@dataclass(frozen=True)
class Move:
    """Something that moved: what, about what, where, when."""

    what: str | Promise
    about: MultilingualText
    url: str
    at: datetime


def recent_moves(actor: Actor) -> list[Move]:
    """List what moved lately in what the actor sees, newest first: each page once, eight at most."""
    rounds = rounds_visible_to(actor)
    places = _meetings(actor, rounds) | _texts(rounds) | _preparations(actor, rounds) | _papers(actor)
    places |= _briefings(actor)
    entries = Entry.objects.filter(action__in=TOLD, at__gte=now() - RECENT, thing__in=places).order_by("-at")
    # Under the Chatham House Rule a session's entries carry one instant: of those the later step of its life counts.
    steps = list(TOLD)
    latest: dict[str, Entry] = {}
    for entry in sorted(entries[: SHOWN * 4], key=lambda entry: (entry.at, steps.index(entry.action)), reverse=True):
        latest.setdefault(places[entry.thing][1], entry)
    return [Move(TOLD[entry.action], *places[entry.thing], entry.at) for entry in list(latest.values())[:SHOWN]]


def _meetings(actor: Actor, rounds: QuerySet[Round]) -> Places:
    places = {reference(round_): (round_.title, reverse("rounds:round_detail", args=[round_.pk])) for round_ in rounds}
    sessions = sessions_visible_to(actor)
    return places | {reference(session): (session.title, board_of(session)) for session in sessions}


def _texts(rounds: QuerySet[Round]) -> Places:
    statements = Statement.objects.filter(round__in=rounds, state__in=(ADOPTED, DELIVERED))
    places = {reference(statement): (statement.title, page_of(statement)) for statement in statements}
    return places | _of_rounds(Report.objects.filter(round__in=rounds), "statements:report_detail")


def _preparations(actor: Actor, rounds: QuerySet[Round]) -> Places:
    """Calls, programmes and registrations of the rounds, and the actor's own invitations."""
    places = _of_rounds(Call.objects.filter(round__in=rounds), "topics:topic_list")
    places |= _of_rounds(ProgrammeVersion.objects.filter(round__in=rounds), "programme:programme")
    places |= _of_rounds(Registration.objects.filter(round__in=rounds), "selection:registration")
    own = Invitation.objects.filter(person_id=actor.person_id or 0).exclude(state=DRAFTED).select_related("round")
    return places | {
        reference(each): (each.round.title, reverse("invitations:invitation_detail", args=[each.pk])) for each in own
    }


def _papers(actor: Actor) -> Places:
    """Working groups, their papers, and what was decided on them."""
    papers = papers_visible_to(actor)
    places = _titled("groups.workinggroup", groups_visible_to(actor), "groups:group_detail")
    places |= _titled("papers.paper", papers, "papers:paper_detail")
    for kind, page in (
        (CommentWindow, "comments:comment_list"),
        (Adoption, "adoption:adoption_detail"),
        (Release, "adoption:release_detail"),
    ):
        rows = kind.objects.filter(paper__in=papers).values_list("pk", "paper_id", "paper__title")
        label = kind._meta.label_lower
        places |= {f"{label}:{key}": (title, reverse(page, args=[paper_id])) for key, paper_id, title in rows}
    return places


def _briefings(actor: Actor) -> Places:
    found = briefings_visible_to(actor)
    return {reference(each): (named(each), reverse("briefings:briefing_detail", args=[each.pk])) for each in found}


def _titled(label: str, things: QuerySet, page: str) -> Places:
    rows = things.values_list("pk", "title")
    return {f"{label}:{key}": (title, reverse(page, args=[key])) for key, title in rows}


def _of_rounds(things: QuerySet, page: str) -> Places:
    rows: Iterable = things.select_related("round")
    return {reference(thing): (thing.round.title, reverse(page, args=[thing.round_id])) for thing in rows}
