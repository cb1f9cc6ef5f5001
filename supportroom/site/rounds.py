"""Rounds as the public reads them: what their published report tells, and nothing of who took part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
from supportroom.site.queries import published
from supportroom.statements.figures import Figures, figures_of
from supportroom.statements.models import Statement
from supportroom.statements.record import finished_statements

MOST_SHOWN = 12


@dataclass(frozen=True)
class Annexed:
    """An adopted statement, with the address at which it stands in the published report and the language there."""

    statement: Statement
    address: str
    language: str


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
    """List the statements that are annexed to published reports, with their addresses, in the reports' order.

    What was adopted after an edition was made stands in the next one alone.
    """
    by_round = {edition.publication.report.round_id: edition for edition in editions if edition.publication.report}
    found: dict[int, dict[int, Statement]] = defaultdict(dict)
    for statement in finished_statements(*by_round).select_related("round", "group"):
        found[statement.round_id][statement.pk] = statement
    return [each for round_id, edition in by_round.items() for each in _of_edition(edition, found[round_id], language)]


def annexed_to_newest(language: str) -> list[Annexed]:
    """List what is annexed to the newest edition of every published report."""
    return annexed([line.edition for line in published(language, REPORTS)], language)


def _of_edition(edition: Edition, finished: Mapping[int, Statement], language: str) -> Iterator[Annexed]:
    code = language if language in edition.files["digests"] else next(iter(edition.files["digests"]))
    page = REPORTS.address(code, edition.publication.slug, edition.number)
    for place, pk in enumerate(edition.files.get("annexes", finished), start=1):
        if pk in finished:
            yield Annexed(finished[pk], f"{page}#annex-{place}", code)
