"""The texts that recommendations come from: which can be recorded from, which the public may know of."""

from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.urls import reverse

from supportroom.kernel.clock import now
from supportroom.papers.models import Paper, PaperVersion
from supportroom.papers.vocabulary import ADOPTED as PAPER_ADOPTED
from supportroom.papers.vocabulary import FOR_ADOPTION, FOR_OFFICE, OFFICE_READS
from supportroom.papers.vocabulary import PUBLISHED as PAPER_PUBLISHED
from supportroom.register.models import Addressee, Document, Recommendation
from supportroom.register.recording import Source
from supportroom.statements.models import Report, Statement
from supportroom.statements.vocabulary import ADOPTED, DELIVERED, PUBLISHED


def source_of(recommendation: Recommendation) -> Source:
    """Give the text that a recommendation comes from."""
    source: Source = getattr(recommendation, recommendation.source_kind)
    return source


def is_adopted(source: Source) -> bool:
    """Tell whether those who wrote a text adopted it, so that recommendations are recorded from it."""
    if isinstance(source, Statement):
        return source.state in (ADOPTED, DELIVERED)
    if isinstance(source, Report):
        return source.state in (ADOPTED, PUBLISHED)
    return not isinstance(source, Paper) or source.state in (PAPER_ADOPTED, *OFFICE_READS)


def is_put_out(source: Source) -> bool:
    """Tell whether a text was put before those outside the room: delivered, published, or of earlier years."""
    if isinstance(source, Document):
        return True
    return source.state in (DELIVERED, PUBLISHED, PAPER_PUBLISHED)


def asked_on(source: Source) -> date:
    """Give the day on which a text asked: of its delivery, of its round's end, of its adoption, of its date."""
    today = now().date()
    if isinstance(source, Document):
        return source.dated_on
    if isinstance(source, Paper):
        kept = PaperVersion.objects.filter(paper=source, occasion__in=(FOR_ADOPTION, FOR_OFFICE))
        return kept.order_by("-number").values_list("kept_on", flat=True).first() or today
    delivered = source.delivered_in if isinstance(source, Statement) else None
    day = delivered.starts_at.astimezone(ZoneInfo(source.round.time_zone)).date() if delivered else source.round.ends_on
    return min(day, today)


def addressed_by(source: Source) -> QuerySet[Addressee]:
    """Give the addressees of the room that a statement names itself; none for other texts."""
    if not isinstance(source, Statement):
        return Addressee.objects.none()
    return Addressee.objects.filter(search_text=source.addressee.search_text)


def page_of(source: Source) -> str:
    """Give the address of the page on which a text stands."""
    if isinstance(source, Report):
        return reverse("statements:report_detail", args=[source.round_id])
    views = {
        Statement: "statements:statement_detail",
        Paper: "papers:paper_detail",
        Document: "register:document_detail",
    }
    return reverse(views[type(source)], args=[source.pk])
