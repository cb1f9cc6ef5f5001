"""Search over 50,000 texts in two languages: how long a page of results takes, from the request to its last byte.

python -m benchmarks.search     fills an index in the folder that SUPPORTROOM_VAR names, asks it, prints JSON
"""

import json
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.place import Place
from benchmarks.table import Figure

TEXTS, WORDS, ASKED = 50_000, 60, 300
P95 = 250.0
SEED = 20
ARABIC, ENGLISH = "ابتثجحخدرزسشصضطعغفقكلمنهوي", "abcdefghijklmnoprstuvw"
KNOWN = {
    "ar": ["قوافل", "نساء", "بلدات", "محاصرة", "تراخيص", "جمعيات", "توصية", "إحاطة", "مجلس", "عيادات", "مخيمات"],
    "en": ["convoys", "women", "towns", "besieged", "licences", "associations", "briefing", "council", "clinics"],
}  # the words that people look for, among thousands that nobody does


def measure_search(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Fill an index of its own and ask it."""
    with TemporaryDirectory(prefix="supportroom-search-") as folder:
        own = Place(Path(folder))
        own.run("manage.py", "migrate", "--no-input", "-v0")
        told = json.loads(own.run("-m", "benchmarks.search"))
    name = f"search over {TEXTS:,} texts in two languages"
    yield Figure(f"{name}: median page", told["median"], "ms")
    yield Figure(f"{name}: 95th percentile", told["p95"], "ms", P95)
    yield Figure(f"{name}: the slowest of {ASKED}", told["most"], "ms")
    yield Figure(f"{name}: queries of a page", told["queries"], "queries", 6)
    yield Figure(f"{name}: the index filled", told["filled"], "s")
    yield Figure(f"{name}: the database", told["megabytes"], "MB")


def _vocabulary(rng: random.Random, language: str) -> list[str]:
    letters = ARABIC if language == "ar" else ENGLISH
    made = {"".join(rng.choices(letters, k=rng.randint(3, 9))) for _word in range(6_000)}
    return sorted(made)[:40] + KNOWN[language] + sorted(made)[40:]


def _rows() -> Iterator[dict[str, Any]]:
    from supportroom.kernel.stems import stems  # noqa: PLC0415 - Django is set up now

    rng = random.Random(SEED)
    vocabulary = {language: _vocabulary(rng, language) for language in KNOWN}
    weights = [1 / (place + 3) for place in range(max(map(len, vocabulary.values())))]
    for number in range(TEXTS):
        language = ("ar", "en")[number % 2]
        words = rng.choices(vocabulary[language], weights[: len(vocabulary[language])], k=WORDS)
        title = " ".join(words[:8])
        yield {
            "thing": f"benchmark:{number}", "mark": "1", "kind": ("recommendation", "news", "report")[number % 3],
            "language": language, "title": title, "words": " ".join(words), "title_stems": " ".join(stems(title)),
            "stems": " ".join(stems(" ".join(words))), "address": f"/{language}/register/{number}/",
            "day": date(2026, 1, 1) - timedelta(days=number % 3_000),
        }  # fmt: skip


def _typed(rng: random.Random) -> str:
    """Write what somebody types: one to three words, in Arabic often with an article, sometimes what nobody wrote."""
    language = rng.choice(("ar", "en"))
    words = rng.choices(KNOWN[language], k=rng.randint(1, 3))
    if language == "ar":
        words = [rng.choice(("ال", "وال", "")) + word for word in words]
    return " ".join(words + (["nowhere"] if rng.random() < 0.05 else []))


def measure() -> dict[str, float]:
    """Fill and ask."""
    import django  # noqa: PLC0415

    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from supportroom.search.models import Finding  # noqa: PLC0415

    began = time.perf_counter()
    Finding.objects.bulk_create((Finding(**row) for row in _rows()), batch_size=1_000)
    filled = time.perf_counter() - began
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    rng, client = random.Random(SEED), Client(HTTP_HOST="localhost")
    times = [_asked(client, _typed(rng)) for _question in range(ASKED + 1)][1:]
    with CaptureQueriesContext(connection) as queries:
        _asked(client, KNOWN["en"][0])
    times.sort()
    return {
        "median": times[ASKED // 2],
        "p95": times[ASKED * 95 // 100],
        "most": times[-1],
        "queries": len(queries),
        "filled": filled,
        "megabytes": Path(settings.DATABASES["default"]["NAME"]).stat().st_size / 1e6,
    }


def _asked(client: Any, words: str) -> float:
    began = time.perf_counter()
    answer = client.get("/ar/search/", {"q": words})
    spent = (time.perf_counter() - began) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{words}: {answer.status_code}")
    return spent


if __name__ == "__main__":
    print(json.dumps(measure()))
