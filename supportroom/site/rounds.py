"""Rounds as the public reads them: what their published report tells, and nothing of who took part."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from supportroom.kernel.actors import VISITOR
from supportroom.programme.frozen import Meeting
from supportroom.programme.queries import current_version, present_state, published_state, reading_of
from supportroom.register.models import Recommendation
from supportroom.register.queries import released
from supportroom.rounds.models import Round
from supportroom.site.models import Edition
from supportroom.site.places import REPORTS
from supportroom.statements.figures import Figures, figures_of
from supportroom.statements.models import Statement
from supportroom.statements.vocabulary import ADOPTED, DELIVERED

MOST_SHOWN = 12


@dataclass(frozen=True)
class Annexed:
    """An adopted statement, with the address at which it stands in the published report."""

    statement: Statement
    address: str


def meetings_told(round: Round) -> tuple[Meeting, ...]:
    """Give a round's meetings as far as anybody may know them: neither where they were nor what each spoke about."""
    version, zone = current_version(round), ZoneInfo(round.time_zone)
    meetings = published_state(version) if version else present_state(round)
    of_its_days = [each for each in meetings if each.starts_at.astimezone(zone).date() <= round.ends_on]
    return reading_of(VISITOR, round)(of_its_days)


def figures_told(round: Round) -> Figures:
    """Give the participants in the protected figures that were adopted with the report."""
    return figures_of(round)


def recommendations_of(round: Round) -> list[Recommendation]:
    """List what a round asked for, as far as it was released."""
    return list(released().filter(round=round)[: MOST_SHOWN + 1])


def annexed(editions: Iterable[Edition], language: str) -> list[Annexed]:
    """List the statements that are annexed to published reports, with their addresses, in the reports' order."""
    by_round = {edition.publication.report.round_id: edition for edition in editions if edition.publication.report}
    statements = Statement.objects.filter(round__in=by_round, state__in=(ADOPTED, DELIVERED))
    places: dict[int, int] = defaultdict(int)
    told: dict[int, list[Annexed]] = defaultdict(list)
    for statement in statements.select_related("round", "group"):
        places[statement.round_id] += 1
        page = _page(by_round[statement.round_id], language)
        told[statement.round_id].append(Annexed(statement, f"{page}#annex-{places[statement.round_id]}"))
    return [each for round_id in by_round for each in told[round_id]]


def _page(edition: Edition, language: str) -> str:
    code = language if language in edition.files["digests"] else next(iter(edition.files["digests"]))
    return REPORTS.address(code, edition.publication.slug, edition.number)
