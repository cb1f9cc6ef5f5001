"""A room at work for the load of R13: 150 people in five open sessions, papers in comment, topics, a register.

python -m benchmarks.room_made FILE     on the room that the environment names; writes what the load asks and sends
"""

import json
import sys
import time
from pathlib import Path
from typing import Any, Final

PEOPLE: Final = 150
HALLS: Final = 5  # sessions that are open at the same time, each with its share of the people
POINTS, ASKED, TOPICS, PARAGRAPHS = 40, 3, 30, 30
PASSWORD: Final = "a walnut on the windowsill"  # noqa: S105 - of invented people
CHOICES: Final = ("support", "live_with", "stand_aside")


def make() -> dict[str, Any]:
    """Make everything; give each person's cookies, what they read and what they send."""
    import django  # noqa: PLC0415 - Django must be set up before its models are read

    django.setup()
    from django.db import transaction  # noqa: PLC0415

    from benchmarks.register_made import make_register  # noqa: PLC0415
    from supportroom.kernel.actors import SYSTEM  # noqa: PLC0415
    from supportroom.kernel.multilingual import multilingual  # noqa: PLC0415
    from supportroom.room.actions import found_room  # noqa: PLC0415
    from tests.factories.personas import make_person  # noqa: PLC0415

    with transaction.atomic():
        found_room(actor=SYSTEM, name=multilingual("en", en="Bench", ar="قياس"), languages=["ar", "en"], hubs=["Amman"])
        leader = make_person("Leads Benchmark-Invented", "member")
        people = [make_person(f"Person {number:03} Benchmark-Invented", "member") for number in range(PEOPLE)]
    register, topics = make_register(), _topics(people)
    _long_ago()
    halls = [_hall(number, leader, people[number::HALLS]) for number in range(HALLS)]
    papers = [_paper(number, leader) for number in range(HALLS)]
    made = []
    for number, person in enumerate(people):
        here = {**halls[number % HALLS], **papers[number % HALLS], **register, "topic": topics[number % len(topics)]}
        made.append(_browser(number, person, here))
    return {"people": made, "password": PASSWORD, "bare": f"/bare/{halls[0]['session']}/"}


def _long_ago() -> None:
    """Let what happened in the register have been told on its day, not all of it just now."""
    from django.db.models import DateTimeField, F  # noqa: PLC0415
    from django.db.models.functions import Cast  # noqa: PLC0415

    from supportroom.register.models import Happening  # noqa: PLC0415

    Happening.objects.update(told_at=Cast(F("on"), DateTimeField()))


def _hall(number: int, leader: Any, people: list[Any]) -> dict[str, Any]:
    """Open a session with points, some of which are asked about."""
    from django.db import transaction  # noqa: PLC0415

    from benchmarks.seeding import PILLARS, SAYINGS, spelled  # noqa: PLC0415
    from tests.factories.personas import actor_of  # noqa: PLC0415
    from tests.factories.points import asked, raised  # noqa: PLC0415
    from tests.factories.rounds import make_round, open_a_session, pillar_of, words  # noqa: PLC0415

    with transaction.atomic():
        round_ = make_round(pillars=PILLARS, people=[leader, *people], others=0, title=words(f"Round {number}"))
    session = open_a_session(leader, round=round_)
    with transaction.atomic():
        points = [
            raised(session, actor_of(leader), text=f"{SAYINGS[n % 4][1]} ({n})", pillar=pillar_of(round_, n % 4))
            for n in range(POINTS)
        ]
    check = asked(session, *points[:ASKED])
    return {
        "session": spelled(session.pk),
        "round": spelled(round_.pk),
        "point": spelled(points[0].pk),
        "pillars": [str(pillar_of(round_, n).pk) for n in range(4)],
        "check": spelled(check.pk),
        "items": [spelled(item.pk) for item in check.items.all()],
    }


def _paper(number: int, leader: Any) -> dict[str, str]:
    """Write a paper whose comment window is open."""
    from benchmarks.paper_made import _window, _written  # noqa: PLC0415
    from benchmarks.seeding import spelled  # noqa: PLC0415
    from supportroom.kernel.actors import SYSTEM  # noqa: PLC0415
    from supportroom.papers.actions import keep_version  # noqa: PLC0415
    from tests.factories.groups import a_group_at_work  # noqa: PLC0415

    paper = _written(a_group_at_work(leader, title=f"A paper in comment ({number})"), PARAGRAPHS)
    _window(paper, keep_version(actor=SYSTEM, paper=paper, name="First version"))
    return {"paper": spelled(paper.pk)}


def _topics(people: list[Any]) -> list[tuple[str, str]]:
    """Call for topics and propose them; give the round's id and the topic's."""
    from benchmarks.seeding import spelled  # noqa: PLC0415
    from tests.factories.topics import called_round, proposed  # noqa: PLC0415

    ahead = called_round()
    made = [proposed(ahead, person, f"A topic, the {n}th") for n, person in enumerate(people[:TOPICS])]
    return [(spelled(ahead.pk), spelled(topic.pk)) for topic in made]


def _browser(number: int, person: Any, here: dict[str, Any]) -> dict[str, Any]:
    """Give a browser in which somebody is signed in, what they read, what they write, and how they sign in anew."""
    from django.contrib.auth.hashers import make_password  # noqa: PLC0415
    from django.core import signing  # noqa: PLC0415

    from benchmarks.live_people import cookie_of  # noqa: PLC0415
    from benchmarks.place import COOKIE  # noqa: PLC0415
    from supportroom.people.actions import set_up_second_factor  # noqa: PLC0415
    from supportroom.people.models import Account, Person  # noqa: PLC0415
    from supportroom.people.moments import SALT  # noqa: PLC0415
    from supportroom.people.second_factor import key_from  # noqa: PLC0415

    account, seed = Account.objects.get(person=person), f"bench{number}"
    set_up_second_factor(actor=account.actor, account=account, seed=seed, codes=[f"unused {number}"])
    if not _hashed:
        _hashed.append(make_password(PASSWORD, hasher="argon2"))
    account = Account.objects.get(person=person)
    account.email, account.password = f"{seed}@example.org", _hashed[0]
    account.save()
    key, moment = cookie_of(Person.objects.get(pk=person.pk)), int(time.time())
    moments = signing.dumps([moment, moment, moment], salt=f"{SALT}:{key}")
    return {
        "cookies": {COOKIE: key, "__Host-moments": moments},
        "reads": _reads(f"/{'en' if number % 2 else 'ar'}/", here),
        "writes": _writes(f"/{'en' if number % 2 else 'ar'}/", here),
        "email": f"{seed}@example.org",
        "key": key_from(seed).hex(),
    }


_hashed: list[str] = []


def _reads(language: str, here: dict[str, Any]) -> dict[str, str]:
    """Give the pages that somebody reads, by name."""
    ahead, topic = here["topic"]
    places = {
        "desk": "desk/",
        "board": f"sessions/{here['session']}/",
        "round": f"rounds/{here['round']}/",
        "points": f"rounds/{here['round']}/points/",
        "point": f"points/{here['point']}/",
        "topics": f"rounds/{ahead}/topics/",
        "topic": f"topics/{topic}/",
        "register": here["list"],
        "recommendation": here["detail"],
        "notices": "notices/",
        "paper": f"papers/{here['paper']}/comments/",  # as members read a paper in comment: text and comments
        "comment form": f"papers/{here['paper']}/comments/new/",
    }
    return {name: language + place for name, place in places.items()}


def _writes(language: str, here: dict[str, Any]) -> dict[str, Any]:
    """Give the forms that somebody sends, by name: where to, and the fields in turns."""
    session, topic = f"{language}sessions/{here['session']}/", f"{language}topics/{here['topic'][1]}/"
    said = {"language": "en", "text": "What the {n}th of us says here, in a sentence of usual length"}
    return {
        "raise a point": [[f"{session}points/", said | {"pillar": pillar}] for pillar in here["pillars"]],
        "answer a check": [
            [f"{session}answers/", {"check": here["check"], **{f"choice-{item}": choice for item in here["items"]}}]
            for choice in CHOICES
        ],
        "comment": [[f"{language}papers/{here['paper']}/comments/new/", said | {"paragraph": "", "naming": "hidden"}]],
        "mark a topic": [[f"{topic}support/", {}], [f"{topic}take-mark-back/", {}]],
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(make(), default=str))
