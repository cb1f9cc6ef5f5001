"""Where everybody reads the texts that recommendations come from: in the newest editions."""

from collections.abc import Collection

from django.db.models import Q

from supportroom.papers.models import Paper
from supportroom.register.recording import Source
from supportroom.site.models import Edition
from supportroom.site.rounds import annexed
from supportroom.statements.models import Report, Statement


def read_at(sources: Collection[Source], language: str) -> dict[Source, str]:
    """Give the addresses of those texts that are published: reports and papers, and statements as annexes of reports.

    In this language where the edition has it, else in its first one. Two queries, however many texts there are.
    """
    papers = [source for source in sources if isinstance(source, Paper)]
    reports = [source for source in sources if isinstance(source, Report)]
    statements = [source for source in sources if isinstance(source, Statement)]
    if not (papers or reports or statements):
        return {}
    rounds = {statement.round_id for statement in statements}
    of_them = Q(publication__paper__in=papers) | Q(publication__report__in=reports)
    of_them |= Q(publication__report__round__in=rounds)
    editions = Edition.objects.select_related("publication__report__round", "publication__paper").filter(of_them)
    newest = {edition.publication_id: edition for edition in editions.order_by("number")}.values()
    places: dict[object, str] = {}
    for edition in newest:
        places[edition.publication.paper or edition.publication.report] = _page(edition, language)
    if statements:
        places |= {each.statement: each.address for each in annexed(newest, language)}
    return {source: places[source] for source in sources if source in places}


def _page(edition: Edition, language: str) -> str:
    code = language if language in edition.files["digests"] else next(iter(edition.files["digests"]))
    return edition.publication.shelf.address(code, edition.publication.slug, edition.number)
