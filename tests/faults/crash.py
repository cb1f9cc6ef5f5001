"""A room under load whose server is killed again and again: what is written there, and what must be found after.

Points and answers of an open session, comments in a window, answers and questions to an invitation, posts with files:
each form by a browser of its writer, over HTTP, through everything a request goes through.
"""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from supportroom.comments.models import Comment, CommentWindow
from supportroom.files.keeping import path_of
from supportroom.files.models import StoredFile
from supportroom.invitations.models import Invitation, Question, Response
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import multilingual
from supportroom.people.models import Person
from supportroom.points.models import CheckItem, Point, Position
from supportroom.protection.handles import handle_for
from supportroom.room.actions import found_room
from supportroom.rounds.models import Session
from supportroom.workroom.models import Post, Thread
from tests.factories.comments import in_comment
from tests.factories.groups import a_group_at_work
from tests.factories.invitations import invited_round
from tests.factories.personas import make_person
from tests.factories.points import asked, only_item
from tests.factories.rounds import open_a_session, pillar_of
from tests.factories.workroom import a_thread
from tests.faults.browsers import Browser, Form

CHOICES = ("support", "live_with", "stand_aside")
WRITERS = 5
TOPMOST = 40  # forms answered between two kills, at most twice this
ACTIONS = {
    "points": "points.raise_point",
    "comments": "comments.comment",
    "invitations": "invitations.accept",
    "questions": "invitations.ask_question",
}


@dataclass(frozen=True)
class Scene:
    """Where it is written."""

    people: list[Person]
    session: Session
    item: CheckItem
    window: CommentWindow
    thread: Thread
    invitations: dict[int, Invitation]
    pillar: int


def found_a_room() -> None:
    """Found the room, on an empty database."""
    name = multilingual("ar", ar="غرفة التجربة", en="The trial room")
    found_room(actor=SYSTEM, name=name, languages=["ar", "en"], hubs=["Amman", "Geneva"])


def build() -> Scene:
    """Build a room in which each writer can do everything."""
    with transaction.atomic():
        leader = make_person("Hala Facil-Invented", "member")
        people = [make_person(f"Writer {number} Invented", "member") for number in range(WRITERS)]
        session = open_a_session(leader, people=people, others=1)
        item = only_item(asked(session))
        thread = a_thread(a_group_at_work(*people, seats=WRITERS), by=people[0])
        window = in_comment()
        today = now().date()
        first, last = today + timedelta(days=60), today + timedelta(days=62)
        invited_round(people, answer_by=now() + timedelta(days=20), starts_on=first, ends_on=last)
    found = {each.person_id: each for each in Invitation.objects.select_related("round").all()}
    return Scene(people, session, item, window, thread, found, pillar_of(session.round).pk)


TURNS = ("points", "answers", "comments", "invitations", "points", "questions", "comments", "posts") * 2
LAST = len(TURNS) - 1  # the last of the turns is a post with a file


def form_of(scene: Scene, person: Person, number: int) -> Form:
    """Give somebody's n-th form: the kinds take turns, each with a mark by which it is found again."""
    turn, mark = number % len(TURNS), f"mark {person.pk} {number}"
    kind = "uploads" if turn == LAST else TURNS[turn]
    said = [("language", "en"), ("text", mark)]
    session, invitation = spell(scene.session.pk), spell(scene.invitations[person.pk].pk)
    choice = CHOICES[number % 3]
    places = {
        "points": f"sessions/{session}/points/",
        "answers": f"sessions/{session}/answers/",
        "comments": f"papers/{spell(scene.window.paper_id)}/comments/new/",
        "invitations": f"invitations/{invitation}/accept/",
        "questions": f"invitations/{invitation}/question/",
    }
    fields = {
        "points": [*said, ("pillar", str(scene.pillar))],
        "answers": [("check", spell(scene.item.check_asked_id)), (f"choice-{spell(scene.item.pk)}", choice)],
        "comments": [*said, ("naming", "hidden")],
        "invitations": [("seen", str(_times("invitations", number))), ("needs_visa", "on"), ("note_visa", mark)],
    }
    return Form(
        kind=kind,
        mark=choice if kind == "answers" else mark,
        path="/en/" + places.get(kind, f"threads/{spell(scene.thread.pk)}/"),
        fields=fields.get(kind, said),
        file=(f"{mark}.txt", f"{mark}\n".encode() * 200) if kind == "uploads" else None,
    )


def _times(kind: str, number: int) -> int:
    """Tell how often a kind had its turn before."""
    rounds, turn = divmod(number, len(TURNS))
    return rounds * TURNS.count(kind) + TURNS[:turn].count(kind)


class Server:
    """The nursery of servers; each life of one is begun and ended here."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Take the process of the nursery."""
        self.process, self.child = process, 0
        self.port = int(self.hear("port"))

    def hear(self, word: str) -> str:
        """Wait for a line that begins with a word; give the rest of it."""
        assert self.process.stdout
        for line in self.process.stdout:
            said, _space, rest = line.strip().partition(" ")
            if said == word:
                return rest
        raise AssertionError("the nursery is gone")

    def live(self) -> None:
        """Begin a life."""
        assert self.process.stdin
        self.process.stdin.write("live\n")
        self.process.stdin.flush()
        self.child = int(self.hear("child"))

    def kill(self) -> None:
        """End it as a power cut would."""
        os.kill(self.child, signal.SIGKILL)
        self.hear("dead")


@contextmanager
def nursery(database: str, folder: Path) -> Iterator[Server]:
    """Set up the server on a database and a folder."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": database,
        "SUPPORTROOM_VAR": str(folder),
        "SUPPORTROOM_KEYS": str(settings.SESSION_KEYS_DIR),
        "SECRET_KEY": settings.SECRET_KEY,
    }
    script = Path(__file__).with_name("http_nursery.py")
    process = subprocess.Popen(
        [sys.executable, script], env=environment, text=True, bufsize=1, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        yield Server(process)
    finally:
        process.communicate(timeout=30)


@dataclass(frozen=True)
class Found:
    """What was injected and what came of it: a row of docs/reliability.md."""

    kills: int
    acknowledged: Counter[str]
    sent_again: int
    pressed_twice: int
    troubled: int
    refused: list[str]
    lost: list[str]
    doubled: list[str]
    torn: list[str]

    @property
    def is_clean(self) -> bool:
        """Tell whether nothing was lost, doubled, torn or refused."""
        return not (self.lost or self.doubled or self.torn or self.refused)


def run(
    scene: Scene, server: Server, *, kills: int, writes: int, seed: int,
    instead: Callable[[int], bool] = lambda _kill: False, seconds: float = float("inf"),
) -> Found:  # fmt: skip
    """Kill the server this often under load, and go on until so many writes were acknowledged; then look.

    `instead` is asked at each kill, by its number: it may end the database's own server, and says whether it did.
    After so many seconds it is looked at what was reached.
    """
    until, killed = time.monotonic() + seconds, 0
    chance = random.Random(seed)
    browsers = [
        Browser(server.port, person, partial(form_of, scene, person), seed=chance.randrange(1 << 30))
        for person in scene.people
    ]
    connection.close()
    server.live()
    for browser in browsers:
        browser.start()
    for kill in range(kills):
        if time.monotonic() > until:
            break
        killed += 1
        _wait_for(browsers, chance.randrange(2 * TOPMOST) * min(1.0, writes / kills / TOPMOST))
        time.sleep(chance.random() * 0.05)
        if not instead(kill):
            server.kill()
            server.live()
    _wait_for(browsers, 0 if time.monotonic() > until else writes - _answered(browsers), until)
    for browser in browsers:
        browser.over.set()
    for browser in browsers:
        browser.join(timeout=120)
    server.kill()
    return look(scene, browsers, killed)


def _answered(browsers: list[Browser]) -> int:
    return sum(len(browser.heard.taken) for browser in browsers)


def _wait_for(browsers: list[Browser], more: float, until: float = float("inf")) -> None:
    """Wait until so many more forms were answered, nobody writes any more, or an instant has come."""
    goal = _answered(browsers) + more
    while _answered(browsers) < goal and time.monotonic() < until and any(each.is_alive() for each in browsers):
        time.sleep(0.005)


def look(scene: Scene, browsers: list[Browser], kills: int) -> Found:
    """Compare what browsers were told with what is kept."""
    heard = [browser.heard for browser in browsers]
    told = [form for each in heard for form in each.taken]
    kept = stored()
    lost = [form.mark for form in told if form.kind != "answers" and not kept[form.kind][form.mark]]
    doubled = [mark for kind in kept for mark, times in kept[kind].items() if times > 1]
    known = {(form.kind, form.mark) for form in told}
    strange = [
        f"{kind} {mark}: never acknowledged" for kind in kept for mark in kept[kind] if (kind, mark) not in known
    ]
    return Found(
        kills=kills,
        acknowledged=Counter(form.kind for form in told),
        sent_again=sum(each.unanswered for each in heard),
        pressed_twice=sum(each.pressed_twice for each in heard),
        troubled=sum(each.troubled for each in heard),
        refused=[word for each in heard for word in each.refused],
        lost=lost + lost_answers(scene, browsers),
        doubled=doubled,
        torn=torn(kept) + strange,
    )


def stored() -> dict[str, Counter[str]]:
    """Count what is kept, by kind and mark."""
    posts = list(Post.objects.filter(text__startswith="mark").prefetch_related("attachments"))
    notes = Response.objects.values_list("support", flat=True)
    return {
        "points": Counter(str(each.content) for each in Point.objects.filter(state="raised")),
        "comments": Counter(str(each.text) for each in Comment.objects.all()),
        "invitations": Counter(support[0][1] for support in notes if support),
        "questions": Counter(str(each.text) for each in Question.objects.all()),
        "posts": Counter(each.text for each in posts if not each.attachments.all()),
        "uploads": Counter(each.text for each in posts if each.attachments.all()),
    }


def lost_answers(scene: Scene, browsers: list[Browser]) -> list[str]:
    """Give whose last acknowledged answer to the check is not what the session holds."""
    held = dict(Position.objects.values_list("handle", "choice"))
    wrong = []
    for person, browser in zip(scene.people, browsers, strict=True):
        said = [form.mark for form in browser.heard.taken if form.kind == "answers"]
        if said and held.get(handle_for(scene.session.pk, person.pk)) != said[-1]:
            wrong.append(f"answer of {person.pk}")
    return wrong


def torn(kept: dict[str, Counter[str]]) -> list[str]:
    """Give what is there by half: a row without its journal entry, its file, or the other way round."""
    wrong = []
    for kind, action in ACTIONS.items():
        entries = Entry.objects.filter(action=action).count()
        rows = kept[kind].total() + (kind == "points" and Point.objects.exclude(state="raised").count())
        if entries != rows:
            wrong.append(f"{entries} journal entries of {action}, {rows} rows")
    for file in StoredFile.objects.all():
        path = path_of(file.stored)
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != file.digest:
            wrong.append(f"file {file.pk}")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for question in ("PRAGMA integrity_check", "PRAGMA foreign_key_check"):
                cursor.execute(question)
                wrong += [str(row) for row in cursor.fetchall() if row != ("ok",)]
    return wrong
