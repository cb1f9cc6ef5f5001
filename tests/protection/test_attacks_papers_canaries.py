"""The canary crawl of a group's and its paper's whole life: everybody and every secret has a mark of their own.

Then every page and file of groups and papers is asked for as every role, and what is published is opened. A table says
which mark may reach whom; anywhere else it is a leak. (Mails of a whole paper: tests/notices/test_canaries.py.)
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

import pytest
import time_machine
from django.conf import settings as room_settings
from django.test import Client

from supportroom.adoption.actions import make_joint, propose_words
from supportroom.adoption.models import Review
from supportroom.groups.actions import Choice
from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import candidates_of
from supportroom.notices.telling import tell
from supportroom.papers.actions import reword_paragraph
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.actions import clear_quotation, write_letter
from supportroom.protection.actions import give_consent
from tests.architecture import addresses
from tests.architecture.addresses import fillings, kind_of, routes
from tests.factories.adoption import decided, filed, freshly_adopted, joined, noted
from tests.factories.comments import answered, closed, commented, opened
from tests.factories.groups import PLACES, a_group_at_work, appointed, opened_group, seat_actor, stands
from tests.factories.library import a_note, a_source
from tests.factories.papers import freshly, numbered_in
from tests.factories.personas import actor_of, make_person
from tests.factories.press import a_draft_with_sources, offered, published_paper, reviewed_and_released, summarised
from tests.factories.rounds import words
from tests.factories.workroom import a_meeting, a_task, a_thread, posted
from tests.protection.canaries_found import opened_up

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
APPS: Final = (
    "adoption",
    "checks",
    "comments",
    "desk",
    "groups",
    "library",
    "notices",
    "papers",
    "press",
    "site",
    "workroom",
)
# Where the team chooses whom to ask for a quotation, everybody of the room stands in a list.
LISTS: Final = {"press:quotation_offer"}
ALL: Final = frozenset({"seat", "other", "member", "team", "office", "interpreter", "observer", "visitor"})
ROOM: Final = ALL - {"observer", "visitor"}
NOBODY: Final[frozenset[str]] = frozenset()
GROUP: Final = frozenset({"seat", "team"})
TABLE: Final = {
    "Agreeing-Canary": ALL,  # a seat whose holder agrees to be named, in the room and as an author
    "Quiet-Canary": GROUP,
    "Interested-Canary": GROUP,
    "Passedover-Canary": frozenset({"team"}),
    "Hidden-Canary": NOBODY,
    "Openly-Canary": ROOM,
    "Counted-Canary": NOBODY,
    "Dissenting-Canary": ALL,
    "Voting-Canary": NOBODY,
    "Quoted-Canary": frozenset({"team"}),
    "canarypost": GROUP,
    "canarytask": GROUP,
    "canarynote": GROUP,
    "canarymeeting": GROUP,
    "canarysource": GROUP | {"interpreter"},
    "canarydraft": GROUP | {"interpreter"},
    "canaryworks": frozenset({"team"}),
    "canaryconflict": GROUP,
    "canarycomment": ALL,
    "canaryopinion": ALL,
    "canaryofficenote": ROOM,
    "canaryproposed": GROUP | {"interpreter", "office"},
    "canaryletter": GROUP,
    "canaryunclear": GROUP,
}
# Marks that must be found somewhere: else the crawl would prove nothing.
SEEN: Final = {
    ("visitor", "Agreeing-Canary"), ("visitor", "Dissenting-Canary"), ("visitor", "canarycomment"),
    ("visitor", "canaryopinion"), ("member", "Openly-Canary"), ("member", "canaryofficenote"), ("seat", "canarypost"),
    ("seat", "Quiet-Canary"), ("interpreter", "canarysource"), ("team", "Passedover-Canary"), ("seat", "canarytask"),
    ("office", "canaryproposed"), ("seat", "canaryconflict"),
}  # fmt: skip


def every(noun: str, app: str = "") -> list[Any]:
    """Give every row of a kind: addresses are tried with all of them."""
    kind = kind_of(noun, app)
    rows = list(kind._default_manager.order_by("pk")) if kind else []
    if not rows:
        raise LookupError(noun)
    return rows


def the_group(passed_over: Person, agreeing: Person, quiet: Person, interested: Person) -> WorkingGroup:
    """Appoint three of four."""
    group = opened_group(title="A group of canaries")
    for place, person in zip(PLACES, (agreeing, quiet, interested), strict=False):
        said = {
            "works": "canaryworks" if person == quiet else "A study",
            "conflict": "canaryconflict" if person == interested else "",
        }
        stands(group, person, lives_in=place, works_in=place, **said)
    stands(group, passed_over, years=0, works="")
    by_person = {candidate.person_id: candidate for candidate in candidates_of(group)}
    chosen = [Choice(by_person[person.pk], words("Years of work.")) for person in (agreeing, quiet, interested)]
    return appointed(group, chosen)


@pytest.fixture
def cast(room: Any) -> dict[str, Person]:
    """Everybody who has a mark."""
    names = [mark for mark in TABLE if mark.endswith("-Canary")]
    return {name.partition("-")[0]: make_person(f"Sawsan {name}", "member") for name in names}


@pytest.fixture
def life(
    cast: dict[str, Person], clock: time_machine.Traveller, team: Person, office: Person, facilitator: Person
) -> Paper:
    """A published paper with all that happened before."""
    a_group_at_work(facilitator, title="Another group")
    group = the_group(*(cast[name] for name in ("Passedover", "Agreeing", "Quiet", "Interested")))
    quiet = cast["Quiet"]
    a_note(a_source(group, title="canarysource"), quiet, "canarynote")
    posted(a_thread(group), quiet, "canarypost")
    a_task(group, "canarytask", whose=quiet)
    a_meeting(group, title="canarymeeting")
    paper = a_draft_with_sources(group)
    for text in ("canarydraft", "What stands in the end."):
        first = numbered_in(paper)[0]
        given: dict[str, Any] = {"paragraph": first, "seen": first.version, "wordings": {"en": text}}
        reword_paragraph(actor=seat_actor(group), paper=paper, **given)
    paper = dissented(commented_on(freshly(paper), cast, clock), cast, clock)
    paper = reviewed_and_released(paper, clock, office)
    review = Review.objects.select_related("paper__group", "shown").get(paper=paper)
    noted(review, office, "canaryofficenote")
    propose_words(actor=actor_of(office), review=review, text=words("canaryproposed"))
    pressed(paper, cast, team)
    give_consent(actor=actor_of(cast["Agreeing"]), person=cast["Agreeing"], thing=group.seats.get(number=1))
    give_consent(actor=actor_of(cast["Agreeing"]), person=cast["Agreeing"], thing=paper)
    tell()
    published_paper(freshly(paper), team)
    tell()
    return freshly(paper)


def commented_on(paper: Paper, cast: dict[str, Person], clock: time_machine.Traveller) -> Paper:
    """Let somebody comment hidden and somebody by name, and the group answer."""
    window = opened(paper)
    made = [commented(window, cast["Hidden"], "canarycomment"), commented(window, cast["Openly"], is_named=True)]
    clock.move_to(window.closes_at)
    closed(window)
    answered(*made)
    return freshly(paper)


def dissented(paper: Paper, cast: dict[str, Person], clock: time_machine.Traveller) -> Paper:
    """Let the members adopt it, against an opinion of two."""
    adoption = freshly_adopted(make_joint(actor=seat_actor(paper.group), paper=paper))
    joined(filed(adoption, cast["Counted"], text="canaryopinion"), cast["Dissenting"], is_named=True)
    adoption = decided(adoption, clock, people=[cast["Voting"]])
    clock.move_to(adoption.opinions_until)
    return freshly(adoption.paper)


def pressed(paper: Paper, cast: dict[str, Person], team: Person) -> None:
    """Prepare the press pack."""
    summarised(paper)
    write_letter(actor=actor_of(team), paper=paper, letter=words("canaryletter"))
    quotation = offered(paper, cast["Quoted"], actor=actor_of(team))
    clear_quotation(actor=actor_of(cast["Quoted"]), quotation=quotation, is_named=False)
    offered(paper, cast["Quiet"], "canaryunclear")


def everything_for(client: Client) -> Iterator[tuple[str, bytes]]:
    """Give every page and file of groups and papers that a reader gets, with its route."""
    for route in routes():
        if route.app not in APPS or route.name in LISTS:
            continue
        try:
            filled = fillings(route)
        except LookupError:
            continue
        for values in filled:
            answer = client.get(route.address("en", values))
            if answer.status_code == 200:
                content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
                yield f"{route.name} {values}", opened_up(content)


def test_s18_no_mark_reaches_whom_it_must_not(  # noqa: PLR0917
    life: Paper, cast: dict[str, Person], facilitator: Person, stranger: Person, team: Person, office: Person,
    interpreter: Person, observer: Person, sign_in: Any, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(addresses, "things", every)
    readers = {"seat": cast["Interested"], "other": facilitator, "member": stranger, "team": team, "office": office,
               "interpreter": interpreter, "observer": observer}  # fmt: skip
    clients = {name: sign_in(person) for name, person in readers.items()} | {"visitor": Client()}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for reader, client in clients.items():
        for place, content in everything_for(client):
            for mark in TABLE:
                if mark.encode() in content:
                    found[reader, mark].append(place)
    leaks = {key: places[:4] for key, places in found.items() if key[0] not in TABLE[key[1]]}
    assert leaks == {}
    assert set(found) >= SEEN


def test_s18_what_is_published_holds_no_mark_of_the_room_in_any_of_its_bytes(life: Paper) -> None:
    files = [path for path in (room_settings.PUBLISHED_DIR / "papers").rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {".html", ".pdf", ".docx", ".bib", ".ris", ".json", ".png"}
    public = {mark for mark, readers in TABLE.items() if "visitor" in readers}
    for path in files:
        content = opened_up(path.read_bytes())
        assert [mark for mark in TABLE if mark not in public and mark.encode() in content] == [], path.name
