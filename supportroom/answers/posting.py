"""Letters by mail: a fresh secure link in an envelope, for use inside actions; and the neutral words that it carries.

A mail says that something waits and until when the link works: nothing of what is asked, by whom, or of the room (S40).
"""

from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.answers.due import today, under, waiting
from supportroom.answers.models import Letter, LetterLink
from supportroom.answers.vocabulary import LINK_DAYS, WITHDRAWN
from supportroom.journal.models import reference
from supportroom.journal.writing import create
from supportroom.kernel.clock import now
from supportroom.mailing.models import Envelope
from supportroom.mailing.putting import put_in
from supportroom.mailing.words import Words
from supportroom.people.tokens import digest_of, new_token
from supportroom.web.formatting import plain_date

LETTER, REMINDER = "answers.letter", "answers.reminder"


def give_link(letter: Letter, kind: str) -> None:
    """Make a link to a letter and put it into a mail to its addressee: inside an action."""
    token = new_token()
    open_link(letter, token)
    put_in(kind, reference(letter), letter.addressee.address, letter.language, secret=token)


def open_link(letter: Letter, token: str) -> LetterLink:
    """Let a token open a letter for the days that a link lasts: inside an action."""
    until = now() + timedelta(days=LINK_DAYS)
    return create(LetterLink, letter=letter, digest=digest_of(token), until=until)


def letter_words(envelope: Envelope) -> Words | None:
    """Write the mail that brings a letter; None once it was withdrawn or its link replaced."""
    link = _link_in(envelope)
    return _bringing(address_of(envelope.secret), link.until.date()) if link else None


def mail_shown(letter: Letter) -> Words:
    """Give the mail that would bring a letter now, in its language, with dots for the link that is not made yet."""
    with override(letter.language):
        return _bringing(address_of("0").replace("/0/", "/…/"), (now() + timedelta(days=LINK_DAYS)).date())


def _bringing(address: str, until: date) -> Words:
    lines = [
        _("A letter to you can be read under this address. No account is needed."),
        "",
        address,
        "",
        *_closing(until),
    ]
    return Words(_("A letter for you"), "\n".join(lines))


def reminder_words(envelope: Envelope) -> Words | None:
    """Write the mail that reminds of an answer; None once nothing of the letter waits for one any more."""
    link = _link_in(envelope)
    if link is None or not under(link.letter).filter(pk__in=waiting()).exists():
        return None
    due_on = link.letter.due_on or today()
    opening = (
        _("A letter to you waits for an answer. It was due on %(day)s.")
        if due_on < today()
        else _("A letter to you waits for an answer. It is due on %(day)s.")
    )
    lines = [
        opening % {"day": plain_date(due_on)},
        _("It can be read again under this address:"),
        "",
        address_of(envelope.secret),
        "",
        *_closing(link.until.date()),
    ]
    return Words(_("An answer is awaited"), "\n".join(lines))


def _closing(until: date) -> list[str]:
    return [
        _("The address works until %(day)s. It is meant for whoever receives letters in your organisation; do not "
          "pass it on to others.") % {"day": plain_date(until)},
        _("If this mail reached you by mistake, delete it: nothing happens by itself."),
    ]  # fmt: skip


def address_of(token: str) -> str:
    """Give the whole address of a secure link in the present language."""
    return settings.ROOM_ADDRESS + reverse("answers:letter", args=[token])


def _link_in(envelope: Envelope) -> LetterLink | None:
    links = LetterLink.objects.select_related("letter").filter(digest=digest_of(envelope.secret), until__gt=now())
    return links.exclude(letter__state=WITHDRAWN).first()
