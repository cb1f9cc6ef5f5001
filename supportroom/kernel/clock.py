"""The one clock: every instant is read here, in UTC, so that tests can hold it still."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """Give the present instant, aware, in UTC."""
    return timezone.now()
