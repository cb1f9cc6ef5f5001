"""What leaves the room: public pages as ready bytes beside the bare list, and the whole site of 5,000 pages as a ZIP.

python -m benchmarks.outlets     fills the folder that SUPPORTROOM_VAR names with so many public pages
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.pages import BARE, ask_in_turns
from benchmarks.place import COOKIE, Place
from benchmarks.table import Figure

RECOMMENDATIONS = 2_400  # in two languages, with lists and letters: 5,000 pages
LEAST_TIMES = 30
FIRST_VISIT = 14.0
TOLD = re.compile(r"(\d+) pages, (\d+) files, (\d+) bytes, ([\d.]+) s")
HOME, REGISTER, FEED = "front page, kept", "register of 5,000, kept", "feed of the register, kept"


def measure_outlets(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Ask a server for public pages and the bare list in turns; then copy a site of its own."""
    with place.served():
        yield from _kept(place, seeded)
    with TemporaryDirectory(prefix="supportroom-copy-") as folder:
        yield from _copied(Place(Path(folder)))


def _kept(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    pages = {
        BARE: {"path": f"/bare/{seeded['boards']['100']}/", "cookie": f"{COOKIE}={seeded['member']}"},
        HOME: {"path": "/ar/"},
        REGISTER: {"path": "/ar/register/"},
        FEED: {"path": "/ar/feeds/register.atom"},
    }
    told = ask_in_turns(place, pages, rounds=2)
    for name in (HOME, REGISTER, FEED):
        yield Figure(f"{name}: requests a second, 8 clients", told[name]["per_second"])
        yield Figure(f"{name}: median, 1 client", told[name]["median"], "ms")
        yield Figure(f"{name}: on the wire", told[name]["bytes"] / 1024, "KB", FIRST_VISIT if name == HOME else None)
        times = told[name]["per_second"] / told[BARE]["per_second"]
        yield Figure(f"{name}: times the bare list", times, "x", LEAST_TIMES, is_least=True)
    yield Figure("kept pages: answers that were not 200", sum(one["wrong"] for one in told.values()), "", 0)


def _copied(own: Place) -> Iterator[Figure]:
    own.run("manage.py", "migrate", "--no-input", "-v0")
    own.run("-m", "benchmarks.outlets")
    archive = own.folder / "site.zip"
    found = TOLD.search(own.run("manage.py", "export_site", str(archive)))
    if found is None:
        raise RuntimeError("the copy says nothing")
    name = "the public site as a ZIP"
    yield Figure(f"{name}: pages", int(found[1]))
    yield Figure(f"{name}: made in", float(found[4]), "s")
    yield Figure(f"{name}: a page", float(found[4]) / int(found[1]) * 1000, "ms")
    yield Figure(f"{name}: packed", archive.stat().st_size / 1e6, "MB")
    yield Figure(f"{name}: unpacked", int(found[3]) / 1e6, "MB")


def fill() -> None:
    """Found a room with a register of so many released recommendations."""
    import django  # noqa: PLC0415 - Django must be set up before its models are read

    django.setup()
    from benchmarks.seeding import SAYINGS  # noqa: PLC0415
    from supportroom.kernel.actors import SYSTEM  # noqa: PLC0415
    from supportroom.kernel.multilingual import multilingual  # noqa: PLC0415
    from supportroom.register.models import Document, Recommendation  # noqa: PLC0415
    from supportroom.room.actions import found_room  # noqa: PLC0415

    name = multilingual("ar", ar="غرفة القياس", en="The measured room")
    found_room(actor=SYSTEM, name=name, languages=["ar", "en"], hubs=["Geneva"])
    document = Document.objects.create(title=name, dated_on=date(2020, 6, 2), kind="report")
    rows = [
        Recommendation(
            year=2020, number=number, slug=f"2020-{number}-copy", asked_on=date(2020, 6, 2), source_kind="document",
            text=multilingual("ar", ar=f"{arabic} ({number})", en=f"{english} ({number})"), document=document,
            state_since=date(2020, 6, 2), released_on=date(2020, 6, 3), position=number,
        )
        for number, (arabic, english) in enumerate(islice(cycle(SAYINGS), RECOMMENDATIONS), start=1)
    ]  # fmt: skip
    Recommendation.objects.bulk_create(rows, batch_size=500)


if __name__ == "__main__":
    fill()
