"""What the room does by itself, and what it leans on: periodic work, mail, the virus scanner."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from django.conf import settings

from supportroom.config.doctor.findings import Finding, doubtful, unsafe
from supportroom.config.periodic import last_run
from supportroom.files.scanning import is_there
from supportroom.journal.models import Untold
from supportroom.kernel.clock import now
from supportroom.mailing.models import Envelope
from supportroom.mailing.post import what_keeps_us_out
from supportroom.mailing.vocabulary import WAITING as ENVELOPE_WAITS
from supportroom.notices.models import Mail
from supportroom.notices.vocabulary import WAITING

LATE: Final = timedelta(minutes=10)
STUCK: Final = timedelta(hours=1)


def periodic_work_runs() -> Iterator[Finding]:
    """Look when the room last told, sent, counted and forgot by itself, and what failed."""
    run = last_run()
    mend = "Look at the log (journalctl -u supportroom -u supportroom-periodic), and start the server or the timer."
    if run is None or now() - run.at > LATE:
        since = f"since {run.at:%Y-%m-%d %H:%M} UTC" if run else "yet"
        yield unsafe(f"The periodic work has not run {since}: nothing is told, sent or forgotten.", mend)
    if run and run.failed:
        yield doubtful(f"At the last run these jobs failed: {', '.join(run.failed)}.", mend)


def nothing_is_stuck() -> Iterator[Finding]:
    """Look whether anything waits to be told or sent for longer than it should."""
    old = now() - STUCK
    untold = Untold.objects.filter(entry__at__lt=old).count()
    if untold:
        yield unsafe(f"{untold} things that happened wait to be told for over an hour.", "See to the periodic work.")
    mails = Mail.objects.filter(state=WAITING, due_at__lt=old).count()
    letters = Envelope.objects.filter(state=ENVELOPE_WAITS, due_at__lt=old).count()
    if settings.MAIL_IS_ON and mails + letters:
        yield doubtful(
            f"{mails + letters} mails are due for over an hour.",
            "Ask manage.py doctor --mail whether the server answers.",
        )


def scanner_answers() -> Iterator[Finding]:
    """Look whether the virus scanner answers, where the room has one."""
    if not settings.CLAMD:
        yield doubtful("Files are cleaned, not scanned.", "Install clamav-daemon, and set SUPPORTROOM_CLAMD.")
    elif not is_there():
        yield unsafe(
            "The virus scanner does not answer: files that people bring wait.",
            "systemctl status clamav-daemon; compare its socket with SUPPORTROOM_CLAMD.",
        )


def mail_server_answers() -> Iterator[Finding]:
    """Speak to the mail server, without sending anything; asked with `--mail` alone."""
    if trouble := what_keeps_us_out():
        yield unsafe(
            f"The mail server does not take us in ({trouble}): mails wait.",
            "Compare SUPPORTROOM_MAIL with what your mail provider says; see to IPAddressAllow in the unit.",
        )
