"""Pages, news, an image and events at every stage of their lives, so that each page of the product shows something."""

import io
from datetime import timedelta

from supportroom.demo.meeting import both
from supportroom.demo.public_words import (
    CALLED_OFF_EVENT,
    FOR_THE_PRESS,
    IN_TEN_DAYS,
    OWN_PAGE,
    PICTURE,
    PLANNED_EVENT,
    SOON,
    TAKEN_DOWN,
    UNFINISHED,
    WHY_CALLED_OFF,
    Paragraphs,
)
from supportroom.events.actions import announce_event, call_off_event, plan_event
from supportroom.events.models import PublicEvent
from supportroom.files.cleaning import Cleaned
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.pages.actions import place_image, publish_page, schedule_page, take_down_page, trash_page, write_page
from supportroom.pages.models import Page
from supportroom.pages.pictures import light
from supportroom.pages.starting import in_every_language
from supportroom.pages.vocabulary import KINDS, NEWS, OTHER, PRESS
from supportroom.texts.vocabulary import PARAGRAPH

WIDTH, HEIGHT, CHAIRS = 960, 480, 12


def build(team: Actor) -> None:
    """Write them all."""
    publish_page(
        actor=team,
        page=write_page(actor=team, kind=PRESS, title=in_every_language(KINDS[PRESS]), rows=_rows(FOR_THE_PRESS)),
    )
    _own_page(team)
    _news(team, UNFINISHED)
    schedule_page(
        actor=team, page=_news(team, IN_TEN_DAYS), publish_at=now() + timedelta(days=10), time_zone="Europe/Istanbul"
    )
    taken = publish_page(actor=team, page=_news(team, TAKEN_DOWN))
    take_down_page(actor=team, page=taken)
    trash_page(actor=team, page=_news(team, TAKEN_DOWN))
    _event(team, PLANNED_EVENT)
    called_off = announce_event(actor=team, event=_event(team, CALLED_OFF_EVENT))
    call_off_event(actor=team, event=called_off, called_off_why=both(WHY_CALLED_OFF))


def _rows(pairs: Paragraphs = SOON) -> list[tuple[MultilingualText, str, int]]:
    return [(both(pair), PARAGRAPH, 1) for pair in pairs]


def _news(team: Actor, title: tuple[str, str]) -> Page:
    return write_page(actor=team, kind=NEWS, title=both(title), rows=_rows())


def _own_page(team: Actor) -> None:
    slug, (title, summary, paragraphs) = OWN_PAGE
    rows = [(both(pair), PARAGRAPH, 1) for pair in paragraphs]
    page = write_page(actor=team, kind=OTHER, title=both(title), summary=both(summary), slug=slug, rows=rows)
    instead, caption = PICTURE
    place_image(actor=team, page=page, picture=light(_drawn()), instead=both(instead), caption=both(caption))
    publish_page(actor=team, page=Page.objects.get(pk=page.pk))


def _drawn() -> Cleaned:
    """Draw chairs in a circle, seen from above."""
    from math import cos, pi, sin  # noqa: PLC0415

    from PIL import Image, ImageDraw  # noqa: PLC0415 - eight megabytes that a room at rest does without

    picture = Image.new("RGB", (WIDTH, HEIGHT), (251, 250, 246))
    pen = ImageDraw.Draw(picture)
    for chair in range(CHAIRS):
        angle = 2 * pi * chair / CHAIRS
        x, y = WIDTH / 2 + 260 * cos(angle), HEIGHT / 2 + 160 * sin(angle)
        colour = (24, 84, 78) if chair else (160, 120, 40)
        pen.rounded_rectangle((x - 26, y - 22, x + 26, y + 22), radius=9, outline=colour, width=5)
    drawn = io.BytesIO()
    picture.save(drawn, "PNG")
    return Cleaned("circle.png", "png", drawn.getvalue())


def _event(team: Actor, title: tuple[str, str]) -> PublicEvent:
    starts_at = (now() + timedelta(days=40)).replace(minute=0, second=0, microsecond=0)
    return plan_event(
        actor=team,
        kind="discussion",
        title=both(title),
        about=both(SOON[0]),
        place=both(("عن بعد", "Online")),
        link="",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        time_zone="Europe/Istanbul",
        round=None,
    )
