"""Every page that anybody comes to by links, on an Arabic phone and on an English desktop."""

import json
import re
import sqlite3
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from supportroom.demo.ahead_people import FIRST
from supportroom.demo.people import PERSONAS, invented
from supportroom.demo.round_ahead import REGISTERED
from supportroom.people.vocabulary import MEMBER
from tests.journeys.axe import assert_fits, too_small, violations_in
from tests.journeys.company import sign_in
from tests.journeys.conftest import DESKTOP, PHONE, watched
from tests.journeys.server import Server

HERE = Path(__file__).parent
LATIN = (HERE / "words_left.js").read_text().partition("\n")[2]
LINKS = "() => [...document.querySelectorAll('a[href]')].map(link => link.href)"
OPAQUE = re.compile(r"/[0-9a-hjkmnp-tv-z]{12}(?=/)")
FILES = re.compile(
    r"\.(ics|pdf|docx|csv|xlsx|md|css|svg|png|zip|bib|ris|json|atom|xml)$|/(as|card)/\w+/(\w+/)?$|/attachments/\w+/$"
    r"|/sources/\w+/file/$|/files/\w+/$|/(answers|deliveries)/\w+/(earlier/\d+/)?(file|speech)/$|/letters/\w+/\w+/\w+/$"
)
# Whose last part is a name of its own; what follows in brackets are pages of the same folder.
NAMED = re.compile(
    r"^/(reports|papers/published|published/rounds|press/papers|news|page|events|listing|questions-to-the-room/[a-z]+"
    r"|briefings/\*/reading|register/demands|glossary(?!/(?:new|import)/)|actors(?!/new/)"
    r"|register(?!/(?:waiting|set-aside|earlier|addressees|themes|figures|what-became|demands)/))/[^/*]+/"
)
LEAVING = ("/sign-out/", "/styleguide/")
EXAMPLES = {"ar": 2, "en": 1}  # of each kind of page; Arabic is where things go wrong
EXAMPLES_OF = {"/groups/*/": 8}  # what stands behind a group's tabs depends on how far it has come
OUTSIDE = ("visitor", "observer", "addressee", "office")
EVERYBODY = ("visitor", *PERSONAS)
READERS = {"ar": {**PHONE, "java_script_enabled": False}, "en": DESKTOP}
EXAMINED: set[tuple[str, str]] = set()  # what axe has looked at: (pattern, language), once for all readers
DARK = (
    "/desk/", "/rounds/*/", "/sessions/*/", "/statements/*/", "/reports/*/*/", "/topics/*/", "/invitations/*/",
    "/groups/*/", "/sources/*/", "/threads/*/", "/meetings/*/", "/papers/*/", "/papers/*/differences/",
    "/papers/*/comments/", "/papers/*/adoption/", "/papers/*/review/", "/papers/*/press/", "/papers/published/*/*/",
    "/", "/register/", "/register/*/", "/register/figures/", "/register/demands/*/", "/news/", "/news/*/", "/glossary/",
    "/glossary/*/", "/actors/", "/actors/*/", "/briefings/*/", "/briefings/coverage/", "/search/",
)  # fmt: skip
PAPERS = ("/papers/", "/comments/")
# Where every single target is measured; the journeys do so on the pages of a round that they touch.
OF_GROUPS = (*PAPERS, "/groups/", "/checks/", "/sources/", "/threads/", "/posts/", "/meetings/", "/press/")
PUBLISHED = "/papers/published/*/*/"
# What anybody may read may say what it is.
STANDING = ("about", "principles", "questions", "privacy", "contact", "press")
ONES_OWN_TITLES = ("/", "/reports/*/*/", PUBLISHED, f"{PUBLISHED}comments/", *(f"/{kind}/" for kind in STANDING))
PUBLIC_FACE = (
    "/register/", "/published/", "/news/", "/page/", "/events/", "/glossary/", "/actors/", "/briefings/",
    "/deliveries/", "/answers/", "/questions-to-the-room/", "/press/", "/newsletter/", "/search/", "/listing/",
    "/data/", *(f"/{kind}/" for kind in STANDING),
)  # fmt: skip
DEMO = "/demo/"
NAMES = (
    "import json; from supportroom.people.models import Person; "
    "print(json.dumps({str(person.pk): person.name for person in Person.objects.all()}))"
)


@dataclass
class Walk:
    """Somebody's way through the pages: what is still to see, how often each kind was seen, what was found wrong.

    `agreed`: the names that they may read beside papers, since those who bear them said so.
    """

    page: Page
    who: str
    language: str
    left: deque[str] = field(default_factory=deque)
    agreed: frozenset[str] = frozenset()
    known: set[str] = field(default_factory=set)
    seen: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def go(self, start: str) -> None:
        """Walk from a page along all links."""
        self.add([start])
        while self.left:
            self.look(self.left.popleft())

    def add(self, addresses: list[str]) -> None:
        """Note where links lead that has not been seen often enough."""
        for address in addresses:
            parts = urlsplit(address)
            path = parts.path
            kind = pattern(path, self.language)
            is_ours = path.startswith(f"/{self.language}/") and parts.hostname in ("127.0.0.1", "localhost", None)
            if not is_ours or FILES.search(path) or parts.query or path in self.known or path.endswith(LEAVING):
                continue
            if self.seen[kind] < EXAMPLES_OF.get(kind, EXAMPLES[self.language]):
                self.seen[kind] += 1
                self.known.add(path)
                self.left.append(path)

    def look(self, path: str) -> None:
        """Open a page and note what is wrong with it."""
        answer = self.page.goto(path)
        assert answer is not None
        kind = pattern(urlsplit(self.page.url).path, self.language)
        found = [f"status {answer.status}"] if answer.status >= 400 else list(faults(self, kind))
        self.wrong += [f"{self.who} {path}: {words}" for words in found]
        self.add(self.page.evaluate(LINKS))


def pattern(path: str, language: str) -> str:
    """Give the kind of page that an address is of, without its language and its ids."""
    kind = OPAQUE.sub("/*", path.removeprefix(f"/{language}"))
    kind = NAMED.sub(r"/\1/*/", kind)
    return re.sub(r"/\d+/", "/*/", kind)


def faults(walk: Walk, kind: str) -> Iterator[str]:
    """Say what is wrong with the page that somebody is on."""
    page, language = walk.page, walk.language
    root = page.locator("html")
    if (root.get_attribute("lang"), root.get_attribute("dir")) != (language, "rtl" if language == "ar" else "ltr"):
        yield "wrong language or direction"
    try:
        assert_fits(page)
    except AssertionError as error:
        yield str(error)
    if kind not in ONES_OWN_TITLES and not kind.startswith(PUBLIC_FACE) and is_telling(page.title()):
        yield f"the title tells too much: {page.title()}"
    if language == "ar":
        yield from (f"not in Arabic: {words}" for words in page.evaluate(LATIN))
        if kind == "/" or kind.startswith((*OF_GROUPS, *PUBLIC_FACE)):
            yield from too_small(page)
    if walk.who in OUTSIDE and kind != DEMO:
        content = page.content()
        agreed = walk.agreed if kind.startswith(PAPERS) else frozenset()
        yield from (f"names {name}" for name in names_of_participants() if name in content and name not in agreed)
    if (kind, language) not in EXAMINED:
        EXAMINED.add((kind, language))
        yield from violations_in(page, "light", *(["dark"] if kind in DARK else []))


def is_telling(title: str) -> bool:
    """Tell whether a title says more than what kind of page it is: it stands in the history of a shared phone."""
    title = title.replace("Working group", "")  # the kind of page; which group it is, is told by none
    names = [*names_of_participants(), "2020", "2021", "تركيا", "Türkiye", "المجموعة", "group"]
    return len(title.split()) > 3 or any(name in title for name in names)


def names_of_participants() -> list[str]:
    """List the full names of all who take part in the demo's rounds, but for the one who agreed to be named."""
    members = [name for who, (name, role, _language, _from) in PERSONAS.items() if role == MEMBER and who != "member"]
    return [*members, *(invented(number)[0] for number in range(FIRST + REGISTERED))]


def agreed_to(who: str, room: Server) -> frozenset[str]:
    """List who agreed to be named with a paper; the office reads besides who commented on one by name."""
    asked = [
        "SELECT person_id FROM protection_consent WHERE given AND (thing LIKE 'adoption%' OR thing LIKE 'papers%')"
    ]
    if who == "office":
        asked.append("SELECT written_by_id FROM comments_comment WHERE is_named")
    with closing(sqlite3.connect(room.folder / "room.sqlite3")) as database:
        rows = database.execute(" UNION ".join(asked)).fetchall()
    return frozenset(names_in(room)[str(person)] for (person,) in rows)


@lru_cache(maxsize=1)
def names_in(room: Server) -> dict[str, str]:
    """Give everybody's name by their id: they are sealed in the database, so the room itself has to open them."""
    return json.loads(room.manage("shell", "-v", "0", "-c", NAMES))


@pytest.mark.parametrize("language", READERS)
@pytest.mark.parametrize("who", EVERYBODY)
def test_s35_s48_every_page_that_somebody_comes_to_is_in_order(
    browser: Browser, standing: Server, who: str, language: str
) -> None:
    device: dict[str, Any] = READERS[language]
    context = browser.new_context(base_url=standing.url, locale=language, **device)
    with watched(context):
        walk = Walk(context.new_page(), who, language, agreed=agreed_to(who, standing))
        if who != "visitor":
            sign_in(walk.page, who, language)
        walk.go(f"/{language}/" if who == "visitor" else f"/{language}/desk/")
    assert not walk.wrong, "\n".join(walk.wrong)
    assert len(walk.seen) > (3 if who == "visitor" else 8)


def test_what_the_walk_looks_for_it_finds(open_page: Callable[..., Page]) -> None:
    page = open_page(locale="ar")
    page.set_content(
        '<html lang="ar"><body><p>Untranslated words here</p><p lang="en">these are meant to be</p></body>'
    )
    assert page.evaluate(LATIN) == ["Untranslated words here"]
    assert pattern("/ar/rounds/2pnnxkmqv9wv/report/", "ar") == "/rounds/*/report/"
    assert pattern("/ar/reports/tuerkiye/1/", "ar") == "/reports/*/*/"
    assert pattern("/en/papers/published/2022-06-space/1/", "en") == PUBLISHED
    assert pattern("/ar/register/2020-4-pf3w/", "ar") == "/register/*/"
    assert pattern("/ar/register/what-became/", "ar") == "/register/what-became/"
    assert pattern("/en/briefings/jms5td6v2btd/reading/2017-1-7hsm/", "en") == "/briefings/*/reading/*/"
    assert is_telling("جولة تركيا")
    assert not is_telling("جولة")
