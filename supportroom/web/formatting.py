"""How dates, times, numbers and people's words look on a page.

What is printed inside a running line is isolated (`<bdi>`), so that it stays in order where the line runs the other
way. Digits are 0-9 in every language: the region's own documents mix them with Latin codes, and one kind is enough.
"""

from datetime import date, datetime, tzinfo
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import get_language, gettext
from markupsafe import Markup, escape

from supportroom.kernel.multilingual import MultilingualText, Wording
from supportroom.web.vocabulary import CITIES, MONTHS, WEEKDAYS

Zone = str | tzinfo | None


def isolate(value: object) -> Markup:
    """Return any short value (a code, a number, a date) set apart from the direction of the line around it."""
    return Markup("<bdi>{}</bdi>").format(value)


def number(value: float | Decimal, places: int = 0) -> Markup:
    """Return a number in digits 0-9 with thousands set off by commas, to so many decimal places."""
    return isolate(f"{value:,.{places}f}")


def _zone(zone: Zone) -> tzinfo:
    if zone is None:
        return timezone.get_current_timezone()
    return ZoneInfo(zone) if isinstance(zone, str) else zone


def _day(value: date | datetime, zone: Zone) -> date:
    return value.astimezone(_zone(zone)).date() if isinstance(value, datetime) else value


def _time_element(value: date | datetime, shown: str) -> Markup:
    return Markup('<bdi><time datetime="{}">{}</time></bdi>').format(value.isoformat(), shown)


def plain_date(value: date) -> str:
    """Return a day in words without markup, e.g. for a title: ``2 June 2020``."""
    month = str(MONTHS[value.month - 1])
    return gettext("%(day)s %(month)s %(year)s") % {"day": value.day, "month": month, "year": value.year}


def localdate(value: date | datetime | None, zone: Zone = None, *, weekday: bool = False) -> Markup:
    """Return a day in words; a moment becomes the day it falls on in the zone given, else in the reader's.

    Nothing in, nothing out: a date that is not set yet prints as nothing.
    """
    if value is None:
        return Markup("")
    day = _day(value, zone)
    shown = plain_date(day)
    if weekday:
        shown = gettext("%(weekday)s %(date)s") % {"weekday": WEEKDAYS[day.weekday()], "date": shown}
    return _time_element(day, shown)


def day_known(value: date, precision: str = "day") -> Markup:
    """Return a date as exactly as it is known: a day, a month ("month"), a year ("year")."""
    if precision == "day":
        return localdate(value)
    if precision == "month":
        month = gettext("%(month)s %(year)s") % {"month": str(MONTHS[value.month - 1]), "year": value.year}
        return Markup('<bdi><time datetime="{}">{}</time></bdi>').format(f"{value:%Y-%m}", month)
    return Markup('<bdi><time datetime="{0}">{0}</time></bdi>').format(f"{value:%Y}")


def open_since(value: date, precision: str = "day") -> Markup:
    """Return since when something is open, as exactly as it is known: ``still open since March 2017``."""
    return Markup(gettext("still open since %(date)s")) % {"date": day_known(value, precision)}  # noqa: S704 - as above


def date_span(first: date | datetime, last: date | datetime, zone: Zone = None) -> Markup:
    """Return the days from first to last, shortened where they share a month: ``2-5 June 2020`` with a dash."""
    start, end = _day(first, zone), _day(last, zone)
    if start == end:
        return localdate(start)
    if (start.year, start.month) == (end.year, end.month):
        parts = {"first": start.day, "last": end.day, "month": str(MONTHS[end.month - 1]), "year": end.year}
        return isolate(gettext("%(first)s–%(last)s %(month)s %(year)s") % parts)
    return isolate(gettext("%(first)s – %(last)s") % {"first": plain_date(start), "last": plain_date(end)})


def city(zone: Zone = None) -> str:
    """Return the name people give to a time zone: one of our cities, else the last part of the zone's own name."""
    name = str(_zone(zone))
    return str(CITIES[name]) if name in CITIES else name.rpartition("/")[2].replace("_", " ")


def localtime(moment: datetime | None, *zones: Zone) -> Markup:
    """Return the hour of a moment for the reader, then for each zone given, with the names of the places.

    ``18:00 Damascus / 17:00 Geneva``; a zone in which the clock shows the same is not repeated.
    """
    if moment is None:
        return Markup("")
    seen: dict[str, str] = {}
    for zone in (None, *zones):
        seen.setdefault(f"{moment.astimezone(_zone(zone)):%H:%M}", city(zone))
    shown = Markup(" / ").join(Markup("<bdi>{} {}</bdi>").format(hour, place) for hour, place in seen.items())
    return Markup('<time datetime="{}">{}</time>').format(moment.isoformat(timespec="minutes"), shown)


def localspan(first: datetime, last: datetime, *zones: Zone) -> Markup:
    """Return from when to when for the reader, then for each zone given: ``12:00–16:00 Damascus / 11:00–15:00 Geneva``.

    A zone in which the clocks show the same is not repeated.
    """
    seen: dict[str, str] = {}
    for zone in (None, *zones):
        hours = (f"{moment.astimezone(_zone(zone)):%H:%M}" for moment in (first, last))
        seen.setdefault("–".join(hours), city(zone))
    return Markup(" / ").join(Markup("<bdi>{} {}</bdi>").format(hours, place) for hours, place in seen.items())


def localmoment(moment: datetime | None, *zones: Zone) -> Markup:
    """Return day and hour of a moment; the day is the reader's own."""
    if moment is None:
        return Markup("")
    shown = Markup(gettext("%(date)s, %(time)s"))  # noqa: S704 - the pattern is ours, its parts are escaped
    return shown % {"date": localdate(moment), "time": localtime(moment, *zones)}


def moment_in_words(moment: datetime, *zones: Zone) -> str:
    """Return day and hours of a moment without markup, for the wording of an error: each zone's clock once."""
    seen: dict[str, str] = {}
    for zone in zones:
        seen.setdefault(f"{moment.astimezone(_zone(zone)):%H:%M}", city(zone))
    hours = " / ".join(f"{hour} {place}" for hour, place in seen.items())
    return gettext("%(date)s, %(time)s") % {"date": plain_date(_day(moment, zones[0])), "time": hours}


def _wording(words: MultilingualText | Wording | str, language: str | None) -> tuple[str, str | None]:
    if isinstance(words, MultilingualText):
        words = words.said_in(language or get_language() or words.original)
    return (words.text, words.language) if isinstance(words, Wording) else (str(words), language)


def _lang(code: str | None) -> str:
    return f' lang="{escape(code)}"' if code else ""


def said(words: MultilingualText | Wording | str, language: str | None = None, tag: str = "span") -> Markup:
    """Return people's words with their language and direction marked, in an element of the given kind (`tag` is ours).

    A text in several languages is shown in the language asked for, else in that of the page, else in its original.
    """
    text, code = _wording(words, language)
    # Escaped one by one: this is the costliest line of the session board, and `Markup.format` takes five times as long.
    return Markup(f'<{tag}{_lang(code)} dir="auto">{escape(text)}</{tag}>')  # noqa: S704


def said_in_paragraphs(words: MultilingualText | Wording | str, language: str | None = None) -> Markup:
    """Return people's words of several paragraphs (set apart by an empty line), each in an element of its own."""
    text, code = _wording(words, language)
    paragraphs = [part.strip() for part in text.replace("\r\n", "\n").split("\n\n")]
    return Markup("\n").join(said(part, code, "p") for part in paragraphs if part)
