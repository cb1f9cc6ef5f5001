"""What pages ask of the newsletter. There is no list of subscribers to be had."""

from django.db.models import QuerySet

from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import DomainError, Missing
from supportroom.kernel.permissions import may
from supportroom.newsletter.models import NewsletterIssue, Subscriber
from supportroom.newsletter.vocabulary import CONFIRMED, PENDING
from supportroom.people.tokens import digest_of


def issues_visible_to(actor: Actor) -> QuerySet[NewsletterIssue]:
    """The issues, for who writes them."""
    return NewsletterIssue.objects.all() if may(actor, "newsletter.read_issues") else NewsletterIssue.objects.none()


def issue_of(actor: Actor, issue_id: int) -> NewsletterIssue:
    """Find an issue; Missing."""
    found = issues_visible_to(actor).filter(pk=issue_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def subscriber_behind(token: str) -> Subscriber:
    """Give who confirms by this link; `newsletter.link_over` for a wrong or an old one."""
    found = Subscriber.objects.filter(digest=digest_of(token), state=PENDING).first()
    if found is None:
        raise DomainError("newsletter.link_over")
    return found


def how_many() -> int:
    """Count those who get the newsletter."""
    return Subscriber.objects.filter(state=CONFIRMED).count()
