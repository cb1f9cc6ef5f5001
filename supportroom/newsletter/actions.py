"""Asking for the newsletter, confirming, leaving; writing and sending an issue."""

from datetime import date, timedelta
from typing import Any

from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import advance, change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.mailing.putting import put_in, put_in_many
from supportroom.newsletter.gathering import lines_since
from supportroom.newsletter.lifecycle import ISSUE, SUBSCRIBER
from supportroom.newsletter.links import leaving_token
from supportroom.newsletter.models import NewsletterIssue, Subscriber
from supportroom.newsletter.vocabulary import CONFIRMED, MOST_PENDING, PENDING, PENDING_DAYS
from supportroom.people.tokens import digest_of
from supportroom.room.queries import languages_spoken


@action("newsletter.subscribe", on="language")
def subscribe(*, actor: Actor, address: str, language: str, token: str) -> None:
    """Let somebody ask for the newsletter: a mail asks the address to confirm, once a day at most.

    Who is on the list already is sent nothing; nothing that is seen differs. `newsletter.too_many` stops a flood.
    """
    today = now().date()
    refuse_unless(
        Subscriber.objects.filter(state=PENDING, asked_on=today).count() < MOST_PENDING, "newsletter.too_many"
    )
    known = Subscriber.objects.at_address(address).first()
    fields: dict[str, Any] = {"digest": digest_of(token), "language": language, "asked_on": today}
    if known is None:
        known = create(Subscriber, address=address, **fields)
        _ask(known, token)
    elif known.state == PENDING and known.asked_on != today:
        change(known, **fields)
        _ask(known, token)
    record("newsletter.newsletter", actor=actor)


def _ask(subscriber: Subscriber, token: str) -> None:
    put_in("newsletter.confirm", reference(subscriber), subscriber.address, subscriber.language, secret=token)


@action("newsletter.confirm", on="subscriber")
def confirm(*, actor: Actor, subscriber: Subscriber) -> None:
    """Put somebody on the list who opened the link that was mailed to them."""
    advance(subscriber, SUBSCRIBER, "confirm", digest="")
    record("newsletter.newsletter", actor=actor)


@action("newsletter.leave", on="subscriber")
def leave(*, actor: Actor, subscriber: Subscriber) -> None:
    """Take somebody off the list: their address is erased at once; who has left already is off it still."""
    erase_all(Subscriber.objects.filter(pk=subscriber.pk))
    record("newsletter.newsletter", actor=actor)


@action("newsletter.forget_pending", on="before")
def forget_pending(*, actor: Actor, before: date) -> None:
    """Erase addresses that nobody confirmed (S43)."""
    rows = erase_all(Subscriber.objects.filter(state=PENDING, asked_on__lt=before))
    record("newsletter.newsletter", actor=actor, forgotten=rows)


@action("newsletter.write_issue", on="title")
def write_issue(
    *, actor: Actor, title: MultilingualText, introduction: MultilingualText, since: date
) -> NewsletterIssue:
    """Begin an issue."""
    issue = create(NewsletterIssue, title=title, introduction=introduction, since=since)
    record(issue, actor=actor)
    return issue


@action("newsletter.amend_issue", on="issue")
def amend_issue(
    *,
    actor: Actor,
    issue: NewsletterIssue,
    title: MultilingualText,
    introduction: MultilingualText,
    since: date,
    seen: int | None = None,
) -> NewsletterIssue:
    """Change an issue that was not sent; `kernel.not_now` afterwards, Stale where somebody was faster."""
    ISSUE.step(issue.state, "send")
    change(issue, seen=seen, title=title, introduction=introduction, since=since)
    record(issue, actor=actor)
    return issue


@action("newsletter.send_issue", on="issue")
def send_issue(*, actor: Actor, issue: NewsletterIssue) -> NewsletterIssue:
    """Send an issue to everybody on the list, each in their language, with a link of their own by which they leave.

    Raises `newsletter.empty` where it says nothing, `newsletter.language_missing` where a language lacks its title.
    """
    languages = languages_spoken()
    for code, name in languages.items():
        refuse_unless(bool(issue.title.texts.get(code)), "newsletter.language_missing", language=name)
    lines = {code: lines_since(issue.since, code) for code in languages}
    refuse_unless(bool(issue.introduction) or any(lines.values()), "newsletter.empty")
    subscribers = list(Subscriber.objects.filter(state=CONFIRMED).order_by("pk"))
    advance(issue, ISSUE, "send", lines=lines, sent_on=now().date(), sent_to=len(subscribers))
    to = [(one.address, one.language, leaving_token(one.pk)) for one in subscribers]
    put_in_many("newsletter.issue", reference(issue), to)
    record(issue, actor=actor, sent=len(subscribers))
    return issue


def pending_before() -> date:
    """Give the day before which an unconfirmed address is forgotten."""
    return now().date() - timedelta(days=PENDING_DAYS)
