"""The canary crawl of the register and the public face: what is not public has a mark of its own.

Every page and file is asked for as every role, and all that leaves the room is opened: feeds, the read interface,
search, the map, the copy of the site, the newsletter's lines. A table says which mark may reach whom.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest
import time_machine
from django.conf import settings as room_settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.briefings.actions import read_again, trash_briefing
from supportroom.events.actions import call_off_event
from supportroom.glossary.actions import retire_body, retire_term
from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.kernel.clock import now
from supportroom.newsletter.actions import confirm, subscribe, write_issue
from supportroom.newsletter.gathering import lines_since
from supportroom.newsletter.queries import subscriber_behind
from supportroom.outlets.exporting import copy_site
from supportroom.outlets.feeds import KINDS
from supportroom.outlets.interface.offered import RESOURCES
from supportroom.pages.actions import schedule_page, take_down_page, trash_page
from supportroom.people.models import Person
from supportroom.questions.actions import set_aside as set_question_aside
from supportroom.register.actions import set_aside
from supportroom.search.filling import bring_up_to_date, rebuild
from tests.architecture import addresses
from tests.architecture.addresses import fillings, routes
from tests.factories.answers import a_delivery, a_draft, answered, assessed, submission_of, token_for
from tests.factories.briefings import a_briefing, a_reading
from tests.factories.events import a_planned_event, an_announced_event
from tests.factories.glossary import a_body, a_term, influences
from tests.factories.intake import an_intake
from tests.factories.pages import a_page, a_published_page, fresh
from tests.factories.personas import actor_of, make_person
from tests.factories.questions import a_question
from tests.factories.questions import answered as answered_question
from tests.factories.register import a_demand, a_recommendation, an_addressee
from tests.factories.rounds import words
from tests.protection.canaries_found import opened_up
from tests.protection.test_attacks_papers_canaries import every

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
APPS: Final = (
    "answers", "briefings", "desk", "events", "followup", "glossary", "intake", "interface", "newsletter", "notices",
    "outlets", "pages", "questions", "register", "search", "site",
)  # fmt: skip
# Where the team chooses a person, everybody of the room stands in a list.
LISTS: Final = {"register:representative_name"}
TEAM: Final = frozenset({"team"})
ROOM: Final = TEAM | {"member", "office", "interpreter"}
WRITERS: Final = TEAM | {"interpreter"}
NOBODY: Final[frozenset[str]] = frozenset()
ALL: Final = ROOM | {"observer", "addressee", "visitor"}
TABLE: Final = {
    "canaryreleased": ALL,
    "canaryunreleased": ROOM,
    "canarysentalone": ROOM | {"addressee"},  # sent to the body that somebody answers for, and not public
    "canarysetaside": TEAM,
    "canaryputaway": TEAM,  # it was public before
    "canaryletterdraft": TEAM,
    "canaryletterout": TEAM | {"addressee"},
    "canarypagedraft": WRITERS,
    "canarypagelater": WRITERS,
    "canarypagedown": WRITERS,
    "canarypagetrash": WRITERS,
    "canarycorrection": WRITERS,  # words that a published page is going to have
    "canaryofficenews": WRITERS | {"office"},
    "canaryplanned": TEAM,
    "canarycalledoff": TEAM,  # before anybody was told of it
    "canarytermdraft": WRITERS,
    "canarybodydraft": WRITERS,
    "canarybodyretired": WRITERS,
    "canaryinfluence": WRITERS,
    "canarytrashed": TEAM | {"office"},
    "canarypassage": ROOM,
    "canaryreadonce": ALL,
    "canaryquestion": WRITERS,
    "canaryaside": WRITERS,
    "canaryreason": WRITERS,
    "canaryanswered": ALL,
    "canaryissue": TEAM,
    "canaryintake": TEAM,
    "canarydesk": TEAM,
    "canarysubscriber": NOBODY,
    "Answering-Canary": TEAM,
    "Reading-Canary": TEAM | {"office"},
    "Readingagain-Canary": TEAM | {"office"},
    "Carrying-Canary": NOBODY,
    "Assessing-Canary": NOBODY,
}  # fmt: skip
# Marks that must be found somewhere: else the crawl would prove nothing.
SEEN: Final = {
    ("visitor", "canaryreleased"), ("visitor", "canaryanswered"), ("visitor", "canaryreadonce"),
    ("addressee", "canarysentalone"), ("addressee", "canaryletterout"), ("member", "canaryunreleased"),
    ("office", "canaryofficenews"), ("interpreter", "canarytermdraft"), ("interpreter", "canaryquestion"),
    ("office", "Reading-Canary"), ("office", "canarytrashed"), ("member", "canarypassage"),
    *(("team", mark) for mark in TABLE if "team" in TABLE[mark]),
}  # fmt: skip
FUTURE: Final = date(2026, 6, 2)


@pytest.fixture
def cast(room: Any) -> dict[str, Person]:
    """Everybody who has a mark."""
    roles = {"Answering": "addressee", "Reading": "office", "Readingagain": "team"}
    names = [mark.partition("-")[0] for mark in TABLE if mark.endswith("-Canary")]
    return {name: make_person(f"Sawsan {name}-Canary", roles.get(name, "member")) for name in names}


@pytest.fixture
def life(
    cast: dict[str, Person], clock: time_machine.Traveller, addressee: Person, tmp_path: Path, settings: Any
) -> SimpleNamespace:
    """A register and a public face in which everything happened that can be hidden."""
    settings.PUBLISHED_DIR, settings.ROOM_ADDRESS = tmp_path / "published", "https://room.example.org"
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "room.example.org"]
    told = SimpleNamespace(secrets=[], queries=list(TABLE))
    told.secrets += the_register(cast, clock, addressee)
    the_briefings(cast, told)
    the_face()
    an_intake("The group recommended:\n\n1. Publishing the canaryintake of wells every week.\n2. Repairing pumps.\n")
    told.secrets += the_readers()
    return told


def the_register(cast: dict[str, Person], clock: time_machine.Traveller, delegate: Person) -> list[str]:
    """Record, release, set aside, send and answer."""
    asked = an_addressee(
        words("A contact group"), address="canarydesk@example.org", people=[cast["Answering"], delegate]
    )
    public = a_recommendation(text=words("canaryreleased: let trucks pass."), addressees=[asked])
    hidden = a_recommendation(text=words("canaryunreleased: open the archive."), released=False, addressees=[asked])
    sent = a_recommendation(text=words("canarysentalone: open the bakery."), released=False, addressees=[asked])
    a_demand(public, hidden, title=words("Both of them"))
    set_aside(actor=SYSTEM, recommendation=a_recommendation(text=words("canarysetaside"), released=False))
    put_away = a_recommendation(text=words("canaryputaway"))
    bring_up_to_date()
    set_aside(actor=SYSTEM, recommendation=put_away)
    a_draft(submission_of(hidden, asked))
    from supportroom.answers.actions import amend_letter, write_letter

    draft = a_draft(submission_of(hidden, asked))
    amend_letter(
        actor=SYSTEM,
        letter=draft,
        submissions=[submission_of(hidden, asked)],
        words=words("canaryletterdraft"),
        language="en",
    )
    letter = write_letter(
        actor=SYSTEM,
        addressee=asked,
        submissions=[submission_of(public, asked), submission_of(sent, asked)],
        words=words("canaryletterout"),
        language="en",
    )
    from supportroom.answers.actions import send_letter

    letter = send_letter(actor=SYSTEM, letter=letter)
    token = token_for(letter)
    given = answered(submission_of(public, asked), text=words("We take this up: canaryanswered."))
    assessed(given, clock, for_=[cast["Assessing"]])
    a_delivery(public, hidden, carrier=cast["Carrying"])
    a_delivery(hidden, title=words("canaryunreleased carried alone"), carrier=cast["Carrying"])
    return [token]


def the_briefings(cast: dict[str, Person], told: SimpleNamespace) -> None:
    from supportroom.register.models import Recommendation

    rows = {str(one.text).partition(":")[0]: one for one in Recommendation.objects.all()}
    text = "Mr. President.\n\nTrucks pass the lines: canaryreadonce.\n\nOf other things I say canarypassage."
    briefing = a_briefing(text)
    reflection = a_reading(
        rows["canaryreleased"],
        briefing,
        cast["Reading"],
        "reflected",
        quotation="Trucks pass the lines: canaryreadonce.",
    )
    read_again(actor=actor_of(cast["Readingagain"]), reflection=reflection, verdict="reflected")
    a_reading(rows["canaryunreleased"], briefing, cast["Reading"], "absent")
    trashed = a_briefing("Mr. President.\n\nI said canarytrashed.", title=words("canarytrashed"))
    a_reading(rows["canaryreleased"], trashed, cast["Reading"], "reflected", quotation="I said canarytrashed.")
    bring_up_to_date()
    trash_briefing(actor=SYSTEM, briefing=trashed)
    news = a_published_page(title="canaryreleased news")
    a_question(rows["canaryreleased"], "Who reads canaryquestion?")
    aside = a_question(rows["canaryreleased"], "Who reads canaryaside?")
    set_question_aside(actor=SYSTEM, question=aside, why="canaryreason")
    answered_question(a_question(news, "Who reads canaryanswered?"))


def the_face() -> None:
    """Pages, events, terms and actors that the public does not see, or no more."""
    a_page(title="canarypagedraft")
    schedule_page(
        actor=SYSTEM, page=a_page(title="canarypagelater"), publish_at=now() + timedelta(hours=1), time_zone="UTC"
    )
    take_down_page(actor=SYSTEM, page=a_published_page(title="canarypagedown"))
    trash_page(actor=SYSTEM, page=a_page("other", title="canarypagetrash", slug="trashed-page"))
    from supportroom.pages.actions import name_page

    about = fresh(a_published_page("about", title="About this room"))
    name_page(actor=SYSTEM, page=about, title=words("canarycorrection"), summary=about.summary, seen=about.version)
    a_page(title="canaryofficenews", voice="office")
    a_planned_event("canaryplanned")
    call_off_event(actor=SYSTEM, event=a_planned_event("canarycalledoff"), called_off_why=words("No hall"))
    an_announced_event("canaryreleased conference")
    a_term("canarytermdraft", "مسودة", released=False)
    retire_term(actor=SYSTEM, term=a_term("an old word", "كلمة قديمة"))
    known, draft, gone = a_body("A council"), a_body("canarybodydraft", released=False), a_body("canarybodyretired")
    influences(known, draft, how="canaryinfluence")
    influences(gone, known, how="canaryinfluence")
    bring_up_to_date()
    retire_body(actor=SYSTEM, body=gone)


def the_readers() -> list[str]:
    """Somebody who gets the newsletter, somebody who asked for it, an issue that is not sent."""
    for name in ("canarysubscriber", "canarysubscriber.two"):
        subscribe(actor=VISITOR, address=f"{name}@example.org", language="en", token=f"token-of-{name}")
    confirm(actor=VISITOR, subscriber=subscriber_behind("token-of-canarysubscriber"))
    write_issue(
        actor=SYSTEM, title=words("canaryissue", "عدد"), introduction=words("canaryissue"), since=date(2026, 1, 1)
    )
    return ["token-of-canarysubscriber"]


def pages_for(client: Client) -> Iterator[tuple[str, bytes]]:
    """Give every page and file of these apps that a reader gets, in both languages, with its route."""
    for route in routes():
        if route.app not in APPS or route.name in LISTS or "token" in route.parts:
            continue
        try:
            filled = fillings(route)
        except LookupError:
            continue
        for values in filled:
            yield from _asked(client, route.address("en", values), route.name)


def what_is_asked_for(client: Client) -> Iterator[tuple[str, bytes]]:
    """Give the answers to questions: filtered lists, searches for every mark, the read interface with its things."""
    for mark in TABLE:
        yield from _asked(client, f"/en/search/?q={mark}", "search", besides=mark)
    for place in ("register/?words=", "glossary/?q=", "questions-to-the-room/?q="):
        yield from _asked(client, f"/en/{place}canary", place)
    for by in ("addressee", "round", "pillar", "year"):
        yield from _asked(client, f"/en/register/figures/?by={by}", by)
    for kind in ("csv", "json", "steps", "xlsx"):
        yield from _asked(client, f"/en/register/files/{kind}/?state=open", kind)
    for name in RESOURCES:
        listed = client.get(f"/api/v1/{name}/", {"per_page": "100"})
        yield name, listed.content
        for item in json.loads(listed.content)["items"]:
            if RESOURCES[name].key:
                yield from _asked(client, f"/api/v1/{name}/{item['id']}/", name)


def _asked(client: Client, address: str, name: str, besides: str = "") -> Iterator[tuple[str, bytes]]:
    answer = client.get(address)
    if answer.status_code == 200:
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        content = opened_up(content)
        for typed in (f'value="{besides}"', f"q={besides}") if besides else ():  # it stands in the form and in links
            content = content.replace(typed.encode(), b"")
        yield f"{name} {address}", content


def marks_in(content: bytes, marks: Any = TABLE) -> list[str]:
    """Give the marks that stand in something, in whatever writing JSON has."""
    return [mark for mark in marks if mark.encode() in content]


def test_s18_no_mark_of_the_register_reaches_whom_it_must_not(  # noqa: PLR0917
    life: SimpleNamespace, addressee: Person, stranger: Person, team: Person, office: Person, interpreter: Person,
    observer: Person, sign_in: Callable[[Person], Client], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    bring_up_to_date()
    monkeypatch.setattr(addresses, "things", every)
    readers = {"addressee": addressee, "member": stranger, "team": team, "office": office,
               "interpreter": interpreter, "observer": observer}  # fmt: skip
    clients = {name: sign_in(person) for name, person in readers.items()} | {"visitor": Client()}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for reader, client in clients.items():
        for place, content in (*pages_for(client), *what_is_asked_for(client)):
            for mark in marks_in(content):
                found[reader, mark].append(place)
            assert [secret for secret in life.secrets if secret.encode() in content] == [], place
    leaks = {key: places[:4] for key, places in found.items() if key[0] not in TABLE[key[1]]}
    assert leaks == {}
    assert set(found) >= SEEN


def test_s18_nothing_that_leaves_the_room_holds_a_mark_that_must_stay(life: SimpleNamespace, tmp_path: Path) -> None:
    rebuild()
    hidden = [mark for mark in TABLE if "visitor" not in TABLE[mark]]
    copied = copy_site(tmp_path / "copy")
    assert copied.left_out == ()
    leaves = {str(path): path.read_bytes() for path in (tmp_path / "copy").rglob("*") if path.is_file()}
    leaves |= {str(path): path.read_bytes() for path in Path(room_settings.PUBLISHED_DIR).rglob("*") if path.is_file()}
    for language in ("ar", "en"):
        leaves[f"newsletter {language}"] = json.dumps(lines_since(date(2000, 1, 1), language)).encode()
        with override(language):
            leaves |= {
                f"{kind} {language}": Client().get(reverse("outlets:feed", args=[kind])).content for kind in KINDS
            }
    for place in ("/sitemap.xml", "/robots.txt", "/api/v1/", "/api/v1/openapi.json"):
        leaves[place] = Client().get(place).content
    assert {place: marks for place, content in leaves.items() if (marks := marks_in(opened_up(content), hidden))} == {}
    everything = b"".join(opened_up(content) for content in leaves.values())
    assert not [secret for secret in life.secrets if secret.encode() in everything]
    assert {"canaryreleased", "canaryanswered", "canaryreadonce"} <= set(marks_in(everything))
