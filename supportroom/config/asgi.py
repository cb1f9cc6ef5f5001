"""The entrance: what changes by itself, what is published and never changes, and the pages.

`/live/` streams the session boards; static and published bytes are handed out as they lie on the disk, public pages as
they were made for the visitor before; Django answers the rest, in a few threads that keep their database connections.
"""

import os
from collections.abc import Sequence

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "supportroom.config.settings")
_pages = get_wsgi_application()

from django.conf import settings  # noqa: E402 - Django must be set up first

from supportroom.config import env  # noqa: E402
from supportroom.config.bridge import Application, Pages, Receive, Scope, Send  # noqa: E402
from supportroom.config.periodic import accompanied  # noqa: E402
from supportroom.config.statics import statics  # noqa: E402
from supportroom.config.watching import Watched  # noqa: E402
from supportroom.outlets.kept import Kept  # noqa: E402
from supportroom.points.live import broadcaster, live  # noqa: E402
from supportroom.site.frozen import Frozen  # noqa: E402


def by_beginning(places: Sequence[tuple[str, Application]], rest: Application) -> Application:
    """Give the application that leads an address to the first place whose beginning it has, else to the rest."""

    async def led(scope: Scope, receive: Receive, send: Send) -> None:
        address = scope["path"] if scope["type"] == "http" else ""
        place = next((found for beginning, found in places if address.startswith(beginning)), rest)
        await place(scope, receive, send)

    return led


def listening(rest: Application) -> Application:
    """Give the application with an ear, from the server's start on, for changes in other processes."""

    async def lived(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            broadcaster.listen_to_others()
        await rest(scope, receive, send)

    return lived


application = accompanied(
    Watched(
        by_beginning(
            [("/live/", live), (settings.STATIC_URL, statics())],
            listening(
                Frozen(settings.PUBLISHED_DIR, Kept(Pages(_pages, threads=int(env.text("SUPPORTROOM_THREADS", "4")))))
            ),
        )
    )
)
