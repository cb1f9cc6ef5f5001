"""What pages read about statements and reports. `..._visible_to(actor)` is the only entrance to rows."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import get_language

from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.multilingual import CURRENT, ORIGINAL, MultilingualText
from supportroom.people.vocabulary import ADDRESSEE, INTERPRETER, OFFICE, TEAM
from supportroom.points.models import CheckItem, Point
from supportroom.points.queries import asked_about
from supportroom.points.vocabulary import AGREED
from supportroom.room.queries import charter
from supportroom.room.vocabulary import LANGUAGE_NAMES
from supportroom.rounds.models import Participant, Round, Session
from supportroom.rounds.vocabulary import DRAFT, OPEN
from supportroom.rounds.vocabulary import PUBLISHED as ROUND_PUBLISHED
from supportroom.statements.gaps import Gap, gaps_of
from supportroom.statements.models import ItemSource, Report, Statement
from supportroom.statements.record import record_of
from supportroom.statements.vocabulary import ADOPTED, DELIVERED, DRAFTING, PUBLISHED, SUMMARY
from supportroom.texts.models import Paragraph
from supportroom.texts.vocabulary import ITEM


def statements_visible_to(actor: Actor) -> QuerySet[Statement]:
    """The statements that somebody may read, with round and group.

    All for the team and interpreters; for participants those of their group, and of the round's other groups once
    adopted; for the office adopted ones, for addressees delivered ones; for others adopted ones of published rounds.
    """
    statements = Statement.objects.select_related("round", "group", "text", "delivered_in")
    if actor.holds(TEAM, "system"):
        return statements
    if not actor.is_known:
        return statements.none()
    mine = Participant.objects.of(actor).filter(round=OuterRef("round"))
    of_group = Exists(mine.filter(Q(group=None) | Q(group=OuterRef("group"))))
    finished = Q(state__in=(ADOPTED, DELIVERED))
    seen = Q(round__state=ROUND_PUBLISHED) & finished | Q(of_group) | _led_group(actor)
    seen |= Q(Exists(mine)) & (finished | Q(group=None))
    if actor.holds(INTERPRETER):
        seen |= ~Q(round__state=DRAFT)
    if actor.holds(OFFICE):
        seen |= finished
    if actor.holds(ADDRESSEE):
        seen |= Q(state=DELIVERED)
    return statements.filter(seen)


def _led(actor: Actor) -> Q:
    """Tell the rows of rounds in which the actor leads a session."""
    led = Session.objects.filter(Q(facilitator_id=actor.person_id) | Q(rapporteur_id=actor.person_id))
    return Q(Exists(led.filter(round=OuterRef("round"))))


def _led_group(actor: Actor) -> Q:
    """Tell the rows of groups in which the actor leads a session; of the whole round, one that is of no group."""
    led = Session.objects.filter(Q(facilitator_id=actor.person_id) | Q(rapporteur_id=actor.person_id))
    of_all = Q(group=None) & Q(Exists(led.filter(round=OuterRef("round"), group=None)))
    return of_all | Q(Exists(led.filter(group=OuterRef("group"))))


def reports_visible_to(actor: Actor) -> QuerySet[Report]:
    """The reports that somebody may read, with their round.

    All for the team, interpreters and the round's rapporteurs; for its participants once read back, for the office once
    adopted, for other people of the room once published.
    """
    reports = Report.objects.select_related("round", "text")
    if actor.holds(TEAM, INTERPRETER, "system"):
        return reports
    if not actor.is_known:
        return reports.none()
    takes_part = Exists(Participant.objects.of(actor).filter(round=OuterRef("round")))
    seen = Q(state=PUBLISHED) | _led(actor) | (takes_part & ~Q(state=DRAFTING))
    if actor.holds(OFFICE):
        seen |= Q(state=ADOPTED)
    return reports.filter(seen)


def statement_of(actor: Actor, statement_id: int) -> Statement:
    """Find a statement that the actor may read; Missing."""
    found = statements_visible_to(actor).filter(pk=statement_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def report_of(actor: Actor, round_id: int) -> Report:
    """Find the report of a round if the actor may read it; Missing."""
    found = reports_visible_to(actor).filter(round_id=round_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def items_of(statement: Statement) -> list[Paragraph]:
    """List what stands in a statement, each item with the points it rests on (`sources`)."""
    return list(statement.text.paragraphs.filter(removed=False).prefetch_related("sources__point__pillar"))


def numbered(paragraphs: list[Paragraph]) -> list[tuple[str, Paragraph]]:
    """Number a statement's items 1, 2, 3 …; what is no item bears no number."""
    rows, number = [], 0
    for paragraph in paragraphs:
        number += paragraph.kind == ITEM
        rows.append((str(number) if paragraph.kind == ITEM else "", paragraph))
    return rows


@dataclass(frozen=True)
class Pick:
    """An agreed point on the pick list, and whether an item rests on it already."""

    point: Point
    is_used: bool


def pick_list(statement: Statement) -> list[tuple[MultilingualText, list[Pick]]]:
    """Give the agreed points of the statement's group by pillar, in the round's order."""
    sources = ItemSource.objects.filter(paragraph__text=statement.text_id, paragraph__removed=False)
    used = set(sources.values_list("point_id", flat=True))
    by_pillar: dict[int, tuple[MultilingualText, list[Pick]]] = {}
    for point in agreed_points(statement).select_related("pillar"):
        by_pillar.setdefault(point.pillar_id, (point.pillar.name, []))[1].append(Pick(point, point.pk in used))
    order = list(statement.round.round_pillars.values_list("pillar_id", flat=True))
    return [by_pillar[pk] for pk in sorted(by_pillar, key=lambda pk: order.index(pk) if pk in order else len(order))]


def agreed_points(statement: Statement) -> QuerySet[Point]:
    """The points on which a statement may rest: agreed by its group, or by the round where it is of no group."""
    points = Point.objects.filter(round_id=statement.round_id, state=AGREED)
    return points.filter(group_id=statement.group_id) if statement.group_id else points


def open_sessions_for(thing: Statement | Report) -> list[Session]:
    """List the open sessions in which the group (the participants) can be asked about a text."""
    sessions = Session.objects.filter(round_id=thing.round_id, state=OPEN).select_related("round", "group")
    if isinstance(thing, Statement):
        return list(sessions.filter(Q(group=None) | Q(group=thing.group_id)))
    return [session for session in sessions if is_of_all(session)]


def is_of_all(session: Session) -> bool:
    """Tell whether all participants of the round meet in a session: it is of no group, or of the only one."""
    return session.group_id is None or session.round.groups.count() == 1


def report_summary(report: Report) -> MultilingualText:
    """Give the report's summary as one text in all its languages."""
    contents = [paragraph.content for paragraph in report.text.paragraphs.filter(removed=False, section=SUMMARY)]
    if not contents:
        return MultilingualText()
    original = contents[0].original
    codes = {code for content in contents for code in content.texts}
    texts = {code: "\n\n".join(content.said_in(code).text for content in contents) for code in codes}
    found = {code: {content.state(code) for content in contents} - {ORIGINAL, CURRENT} for code in codes}
    states = {code: min(found[code], default=CURRENT) for code in codes if code != original}
    return MultilingualText(original, texts, states)


def report_gaps(report: Report, language: str) -> list[str]:
    """Name what is missing, a draft, or out of date in a language; nothing where the report can be published in it."""
    return [str(gap) for gap in gaps_in(report, language)]


def gaps_in(report: Report, language: str) -> list[Gap]:
    """Give what is not ready in a language, one gap for each kind of text and state."""
    return gaps_of(record_of(report.round), report_paragraphs(report), language)


def report_paragraphs(report: Report) -> list[Paragraph]:
    """List the written paragraphs of a report, in order."""
    return list(report.text.paragraphs.filter(removed=False))


def is_released(about: str) -> bool:
    """Tell whether the thing behind a reference is a statement of a published report: names in it stay as they are."""
    label, _colon, key = about.partition(":")
    return (
        label == Statement._meta.label_lower
        and Statement.objects.filter(pk=key, round__report__state=PUBLISHED).exists()
    )


def languages_of(round: Round) -> dict[str, str]:
    """Give the round's languages with their own names, the reader's first."""
    here = get_language() or ""
    codes = sorted(round.languages or charter().languages, key=lambda code: code != here)
    return {code: LANGUAGE_NAMES.get(code, code) for code in codes}


def asked_in(thing: Statement | Report) -> list[CheckItem]:
    """List what the group was asked about this very version of a text, oldest first."""
    return [item for item in asked_about(reference(thing)) if item.subject_version == thing.text.version]
