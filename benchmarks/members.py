"""A roll of 5,000 members, filtered by three attributes for a round's list: queries, and time beside the bare list.

The team's page counts, sorts and shows the first fifty of those found, with the quotas of the list beside it.
"""

import json
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

from benchmarks.pages import BARE, ask_in_turns
from benchmarks.place import COOKIE, Place
from benchmarks.table import Figure

MEMBERS, ON_LIST = 5_000, 60
QUOTAS = [("women", "", 40), ("region", "SY-HL", 10), ("displaced", "", 20), ("first_timers", "", 30)]
ASKED = "region=SY-HL&gender=woman&situation=displaced"
FILTERED = f"list of {MEMBERS:,} members filtered by three attributes"
MOST_QUERIES, MOST_TIMES = 12, 2.5


def measure_members(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Ask for the filtered and the bare list in turns; count the filtered one's queries in a process of its own."""
    bare = {"path": f"/bare/{seeded['boards']['100']}/", "cookie": f"{COOKIE}={seeded['member']}"}
    asked = {"path": seeded["members"], "cookie": f"{COOKIE}={seeded['personas']['team']}"}
    told = ask_in_turns(place, {BARE: bare, FILTERED: asked})
    counted = json.loads(place.run("-m", "benchmarks.counting", str(place.folder / "seeded.json")))
    yield Figure(f"{FILTERED}: queries", counted["members"], "queries", MOST_QUERIES)
    yield Figure(f"{FILTERED}: median, 1 client", told[FILTERED]["median"], "ms")
    yield Figure(f"{FILTERED}: 99th percentile, 1 client", told[FILTERED]["p99"], "ms")
    times = told[FILTERED]["median"] / told[BARE]["median"]
    yield Figure(f"{FILTERED}: times the median of the bare list", times, "x", MOST_TIMES)
    yield Figure(f"{FILTERED}: answers that were not 200", told[FILTERED]["wrong"] + told[BARE]["wrong"], "", 0)


def make_members() -> str:
    """Put 5,000 members with profiles on the roll and some of them on a round's list; give the filtered page's path."""
    from supportroom.kernel.actors import SYSTEM  # noqa: PLC0415 - Django must be set up before its models are read
    from supportroom.kernel.ids import spell  # noqa: PLC0415
    from supportroom.people.models import Organisation, Person, Profile  # noqa: PLC0415
    from supportroom.selection.actions import add_listings, set_quotas  # noqa: PLC0415
    from supportroom.selection.queries import list_of  # noqa: PLC0415
    from tests.factories.rounds import make_round, words  # noqa: PLC0415

    circles = Organisation.objects.bulk_create(Organisation(name=f"Circle {number}") for number in range(40))
    persons = [
        Person(name=f"Member {number:05} Benchmark", organisation=circle, roles=["member"],
               search_text=f"member {number:05} benchmark {circle.name.casefold()}")
        for number, circle in enumerate(islice(cycle(circles), MEMBERS))
    ]  # fmt: skip
    Person.objects.bulk_create(persons, batch_size=500)
    Profile.objects.bulk_create(map(_profile, range(MEMBERS), persons), batch_size=500)
    ahead = make_round(others=0, groups=3, running=False, title=words("A round for 5,000"))
    set_quotas(actor=SYSTEM, round=ahead, quotas=QUOTAS)
    add_listings(actor=SYSTEM, draft_list=list_of(ahead), persons=persons[:: MEMBERS // ON_LIST])
    return f"/en/rounds/{spell(ahead.pk)}/list/add/?{ASKED}"


def _profile(number: int, person: Any) -> Any:
    """Give a profile in which each attribute has its own rhythm; every seventh member says nothing."""
    from supportroom.people.models import Profile  # noqa: PLC0415

    if number % 7 == 0:
        return Profile(person=person)
    regions = ("SY-HL", "SY-DI", "SY-ID", "SY-HI", "TR", "LB", "DE", "SY-DR")
    situations, ages = ("inside", "displaced", "abroad"), ("under_25", "25_34", "35_49", "50_64", "over_64")
    return Profile(
        person=person,
        region=regions[number % 8],
        gender=("woman", "man")[number % 2 if number % 3 else 0],
        situation=situations[number % 3],
        age_band=ages[number % 5],
        languages=["ar", "en"] if number % 4 else ["ar"],
    )
