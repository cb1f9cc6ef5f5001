"""What the measurement of mails runs on the room, each in a process of its own; prints JSON.

python -m benchmarks.mail_worker seed COUNT       members with accounts
python -m benchmarks.mail_worker call             a registration opens: the journal has somebody to tell
python -m benchmarks.mail_worker work MINUTES     tell and send, so many minutes from now; prints the seconds of each
python -m benchmarks.mail_worker stand            how the mails stand
"""

import json
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Any


def seed(count: int) -> dict[str, Any]:
    """Found a room and put members with accounts on its roll."""
    from supportroom.kernel.actors import SYSTEM  # noqa: PLC0415 - Django must be set up before its models are read
    from supportroom.kernel.multilingual import multilingual  # noqa: PLC0415
    from supportroom.people.models import Account, Person  # noqa: PLC0415
    from supportroom.room.actions import found_room  # noqa: PLC0415

    found_room(actor=SYSTEM, name=multilingual("en", en="Bench"), languages=["ar", "en"], hubs=["Amman"])
    people = [Person(name=f"Member {number} Benchmark", roles=["member"]) for number in range(count)]
    Person.objects.bulk_create(people, batch_size=500)
    accounts = (Account(email=f"m{person.pk}@example.org", person=person) for person in people)
    Account.objects.bulk_create(accounts, batch_size=500)
    return {"members": count}


def call() -> dict[str, Any]:
    """Open the registration of a new round: every member is told at once."""
    from supportroom.kernel.clock import now  # noqa: PLC0415
    from tests.factories.rounds import make_round  # noqa: PLC0415
    from tests.factories.selection import make_registration  # noqa: PLC0415

    later = (now() + timedelta(days=30)).date()
    ahead = make_round(others=0, running=False, starts_on=later, ends_on=later)
    make_registration(ahead, opens_at=now(), closes_at=now() + timedelta(days=9))
    return {"round": ahead.pk}


def work(minutes: int) -> dict[str, Any]:
    """Tell and send; give how many seconds each took."""
    import time_machine  # noqa: PLC0415 - of the tests' requirements: the lease of a killed worker runs out

    from supportroom.notices import sending, telling  # noqa: PLC0415

    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=minutes)):
        began = time.perf_counter()
        telling.tell()
        told = time.perf_counter()
        sent = sending.send()
        return {"telling": told - began, "sending": time.perf_counter() - told, "sent": sent}


def stand() -> dict[str, Any]:
    """Give the Message-IDs of all mails, and how many wait or were given up."""
    from supportroom.notices.models import Mail  # noqa: PLC0415

    return {
        "ids": list(Mail.objects.values_list("message_id", flat=True)),
        "unsent": Mail.objects.exclude(state="sent").count(),
    }


def main(word: str, *numbers: str) -> None:
    """Do what the word says."""
    import django  # noqa: PLC0415

    django.setup()
    acts = {"seed": seed, "call": call, "work": work, "stand": stand}
    print(json.dumps(acts[word](*map(int, numbers))))  # type: ignore[operator]


if __name__ == "__main__":
    main(*sys.argv[1:])
