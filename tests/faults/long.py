"""The long run of the crash harness: `make faults`, or `python -m tests.faults.long --kills 500 --writes 20000`.

It prints the rows of the table in docs/reliability.md, with the seed that repeats the run; the exit code is 0 when
nothing that was acknowledged is lost, torn or there twice.
"""

import argparse
import os
import secrets
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SQLITE, POSTGRESQL = "sqlite", "postgresql"
EVERY = 5  # on PostgreSQL each fifth kill is one of the database's own server


def main() -> int:
    """Run on each database that was asked for, each in a process of its own; give the exit code."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=500)
    asked.add_argument("--writes", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=0, help="repeats a run; a new one by default")
    asked.add_argument("--minutes", type=float, default=600.0, help="after these it is looked at what was reached")
    asked.add_argument("--on", choices=[SQLITE, POSTGRESQL, "both"], default="both")
    asked.add_argument("--inside", default="", help=argparse.SUPPRESS)
    given = asked.parse_args()
    given.seed = given.seed or secrets.randbelow(10**8)
    if given.inside:
        return inside(given)
    kinds = [SQLITE, POSTGRESQL] if given.on == "both" else [given.on]
    return max([begun(given, kind) for kind in kinds])


def begun(given: argparse.Namespace, kind: str) -> int:
    """Run on one kind of database, in a folder that goes afterwards."""
    words = [f"--kills={given.kills}", f"--writes={given.writes}", f"--seed={given.seed}"]
    words += [f"--minutes={given.minutes}", f"--inside={kind}"]
    with tempfile.TemporaryDirectory(prefix="supportroom-faults-") as folder:
        surrounding = os.environ | {
            "SUPPORTROOM_MODE": "test",
            "SUPPORTROOM_VAR": folder,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": f"sqlite:///{folder}/room.sqlite3",
        }
        return subprocess.call([sys.executable, "-m", "tests.faults.long", *words], env=surrounding, cwd=ROOT)


def inside(given: argparse.Namespace) -> int:
    """Set up a room, run, and print the row."""
    with ExitStack() as stack:
        database: Any = None
        if given.inside == POSTGRESQL:
            from tests.faults.database_server import database_server

            database = stack.enter_context(database_server())
            os.environ["DATABASE_URL"] = database.address
        return run(given, database)


def run(given: argparse.Namespace, database: Any) -> int:
    """Run on the database that the environment names."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from tests.faults import crash

    call_command("migrate", verbosity=0)
    crash.found_a_room()
    scene, began, ended = crash.build(), time.monotonic(), [0]

    def instead(kill: int) -> bool:
        if database is None or kill % EVERY:
            return False
        ended[0] += 1
        (database.kill_one if kill // EVERY % 2 else database.end_at_once)()
        return True

    with crash.nursery(os.environ["DATABASE_URL"], Path(settings.VAR_DIR)) as server:
        numbers = {"kills": given.kills, "writes": given.writes, "seed": given.seed, "seconds": given.minutes * 60}
        found = crash.run(scene, server, instead=instead, **numbers)
    said = [row(given, found, ended[0], time.monotonic() - began)]
    said += [f"  {words}" for words in (*found.lost, *found.doubled, *found.torn, *found.refused)]
    sys.stdout.write("\n".join(said) + "\n")
    return 0 if found.is_clean else 1


def row(given: argparse.Namespace, found: Any, of_database: int, seconds: float) -> str:
    """Give the row of the table, and what stands beside it."""
    struck = f"{found.kills - of_database} of the room's server"
    struck += f", {of_database} of the database's" if of_database else ""
    again = f"--on {given.inside} --kills {given.kills} --writes {given.writes} --seed {given.seed}"
    cells = [
        f"kill -9 under load over HTTP, {given.inside}: {struck}",
        str(found.kills),
        f"{found.acknowledged.total():,}",
        str(len(found.lost)),
        str(len(found.doubled)),
        str(given.seed),
        f"`python -m tests.faults.long {again}`",
    ]
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in found.acknowledged.most_common())
    return (
        f"| {' | '.join(cells)} |\n"
        f"  {kinds}; torn {len(found.torn)}; sent again for want of an answer {found.sent_again:,}, pressed twice"
        f" {found.pressed_twice:,}, answers of 5xx {found.troubled:,}; {seconds:.0f} s"
    )


if __name__ == "__main__":
    sys.exit(main())
