"""The clock's work: what was scheduled is published once its moment has come. Late or twice, nothing is harmed."""

import logging

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError, Stale
from supportroom.pages.actions import publish_page, unschedule_page
from supportroom.pages.models import Page
from supportroom.pages.vocabulary import SCHEDULED

log = logging.getLogger(__name__)


def put_out_what_is_due() -> int:
    """Publish every scheduled page whose moment has come; give how many there were.

    A page that lost its words meanwhile is a draft again; one whose image still waits for the scanner is tried again.
    """
    due = Page.objects.filter(state=SCHEDULED, publish_at__lte=now()).order_by("publish_at")
    return sum(_put_out(page) for page in due)


def _put_out(page: Page) -> bool:
    try:
        publish_page(actor=SYSTEM, page=page, only_due=True)
    except Stale:
        return False  # somebody published it, or took its moment back, at this very instant
    except DomainError as error:
        if error.code == "pages.empty":
            unschedule_page(actor=SYSTEM, page=page)
        log.warning("a scheduled page was not published: %s", error.code)
        return False
    return True
