"""The words of the newsletter's mails: plain text, no picture, nothing that tells whether it was read."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from supportroom.mailing.models import Envelope
from supportroom.mailing.words import Words
from supportroom.newsletter.links import page_for
from supportroom.newsletter.models import NewsletterIssue, Subscriber
from supportroom.newsletter.vocabulary import LINE_KINDS, PENDING, SENT


def ask_to_confirm(envelope: Envelope) -> Words | None:
    """Ask an address whether it wants the newsletter; None where that was answered, or forgotten, meanwhile."""
    subscriber_id = envelope.thing.rpartition(":")[2]
    if not Subscriber.objects.filter(pk=subscriber_id, state=PENDING).exists():
        return None
    lines = [
        _("Somebody, probably you, asked for our newsletter at this address. Open this page to confirm it:"),
        page_for("confirm", envelope.secret, envelope.language),
        "",
        _("Do nothing if it was not you: nothing else will come, and the address is forgotten in three days."),
        "",
    ]
    return Words(_("Please confirm the newsletter"), "\n".join(lines))


def write_issue(envelope: Envelope) -> Words | None:
    """Write an issue for one subscriber, with their own link to leave; None for an issue that is gone."""
    issue = NewsletterIssue.objects.filter(pk=envelope.thing.rpartition(":")[2], state=SENT).first()
    if issue is None:
        return None
    language = get_language() or "en"
    leaving = page_for("leave", envelope.secret, envelope.language)
    lines = [issue.introduction.said_in(language).text, ""] if issue.introduction else []
    for line in issue.lines.get(language, []):
        address = settings.ROOM_ADDRESS + line["address"]
        lines += [f"{line['day']} · {LINE_KINDS[line['kind']]}", line["title"], address, ""]
    lines += [_("To leave the newsletter, open this page:"), leaving, ""]
    headers = {"List-Unsubscribe": f"<{leaving}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return Words(issue.title.said_in(language).text, "\n".join(lines), headers)
