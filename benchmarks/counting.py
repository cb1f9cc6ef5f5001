"""How many queries a page asks, in a process of its own: boards of 30 and 3,000 points, lists with few and many rows.

python -m benchmarks.counting FILE      with what benchmarks.seeding wrote; prints JSON
"""

import json
import sys
from pathlib import Path
from typing import Any


def client_of(cookie: str) -> Any:
    """Set Django up; give a browser in which the holder of this cookie is signed in."""
    import django  # noqa: PLC0415 - Django must be set up before its parts are read

    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    client = Client(HTTP_HOST="localhost")
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie
    return client


def queries_of(client: Any, path: str) -> int:
    """Ask a page three times and give the fewest queries: the charter is read anew every two seconds, whoever asks."""
    return min(_asked(client, path) for _time in range(3))


def count(seeded: dict[str, Any]) -> dict[str, int]:
    """Count the queries of each page."""
    client = client_of(seeded["member"])
    from supportroom.kernel.ids import unspell  # noqa: PLC0415 - Django is set up now
    from supportroom.rounds.models import Session  # noqa: PLC0415

    counts = {}
    for size, key in seeded["boards"].items():
        round_ = Session.objects.get(pk=unspell(key)).round
        for name, path in (("board", f"/en/sessions/{key}/"), ("list", f"/en/rounds/{seeded_key(round_.pk)}/points/")):
            counts[f"{name} {size}"] = queries_of(client, path)
    counts["members"] = queries_of(client_of(seeded["personas"]["team"]), seeded["members"])
    return counts


def _asked(client: Any, path: str) -> int:
    """Ask for a page once; give the number of its queries."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200, path
    return len(asked)


def seeded_key(key: int) -> str:
    """Write an id as addresses do."""
    from supportroom.kernel.ids import spell  # noqa: PLC0415

    return spell(key)


if __name__ == "__main__":
    print(json.dumps(count(json.loads(Path(sys.argv[1]).read_text()))))
