"""A live session: 300 people watch a board on which something changes every second, and each answers a check.

The real server runs in a process of its own with its own folder. Every watcher opens a stream over a socket, as a
browser does, and answers over HTTP with its own cookie and token; some send their form twice. Measured: how long it
takes until the last screen shows a change, errors, answers lost or counted twice, processor time and memory.

    python -m benchmarks.live_session            SUPPORTROOM_BENCH_SECONDS=10 makes it shorter, _WATCHERS=50 smaller
"""

import asyncio
import json
import os
import random
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
WATCHERS = int(os.environ.get("SUPPORTROOM_BENCH_WATCHERS", "300"))
SECONDS = int(os.environ.get("SUPPORTROOM_BENCH_SECONDS", "60"))
ANSWER_WITHIN = min(20.0, SECONDS / 2)
TWICE = 0.1  # the share of people who send their answer twice
SETTINGS = "supportroom.config.settings"
BUDGET_P99 = 1.0
BUDGET_MB = 150.0


@dataclass
class Figures:
    """What was measured; `show` writes it with the budgets."""

    seen: dict[int, list[float]] = field(default_factory=dict)
    sent: dict[int, float] = field(default_factory=dict)
    answers: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    counted: int = 0
    cpu: float = 0.0
    wall: float = 0.0
    pss_before: float = 0.0
    pss_after: float = 0.0
    received: int = 0

    def last_screens(self) -> list[float]:
        """Give for each change the time until the last screen had it."""
        return [max(times) - self.sent[number] for number, times in self.seen.items()]

    def missed(self) -> int:
        """Count the (screen, change) pairs that never met."""
        return sum(WATCHERS - len(self.seen.get(number, [])) for number in self.sent)


def percentile(values: list[float], share: float) -> float:
    """Give the value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def show(figures: Figures) -> None:
    """Print the figures."""
    last = figures.last_screens()
    mean_kb = figures.received / max(1, WATCHERS) / 1024
    rows = [
        (f"changes seen by all of {WATCHERS} screens, p50", f"{percentile(last, 0.5):.2f} s", f"{BUDGET_P99:.1f} s"),
        ("until the last screen has it, p99", f"{percentile(last, 0.99):.2f} s", f"{BUDGET_P99:.1f} s"),
        ("an answer is acknowledged, p50 / p99",
         f"{percentile(figures.answers, 0.5):.2f} / {percentile(figures.answers, 0.99):.2f} s", "0.6 s p95"),
        ("changes that a screen never showed", str(figures.missed()), "0"),
        ("errors", str(len(figures.errors)), "0"),
        ("answers lost or counted twice", str(abs(WATCHERS - figures.counted)), "0"),
        ("server: processor seconds", f"{figures.cpu:.1f} of {figures.wall:.0f} s", "one core"),
        ("server: memory before / after (PSS)",
         f"{figures.pss_before:.0f} / {figures.pss_after:.0f} MB", f"{BUDGET_MB:.0f} MB"),
        ("received by each screen", f"{mean_kb:.0f} KB", ""),
    ]  # fmt: skip
    print(f"A live session, {len(figures.sent)} changes in {figures.wall:.0f} s")
    for what, value, budget in rows:
        print(f"  {what:<46} {value:>18}   {budget}")
    for error in figures.errors[:5]:
        print(f"  error: {error}")


@dataclass
class Answer:
    """An HTTP answer."""

    status: int
    headers: dict[str, str]
    body: bytes


async def ask(port: int, path: str, cookies: dict[str, str], form: list[tuple[str, str]] | None = None) -> Answer:
    """Send one request over a connection of its own; keep the cookies that are set."""
    body = urlencode(form).encode() if form is not None else b""
    head = [
        f"{'POST' if form is not None else 'GET'} {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Connection: close",
        "X-Live: 1",
        f"Cookie: {'; '.join(f'{name}={value}' for name, value in cookies.items())}",
        f"Content-Length: {len(body)}",
        "Content-Type: application/x-www-form-urlencoded",
    ]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
    raw = await asyncio.wait_for(reader.read(), 30)
    writer.close()
    top, _gap, content = raw.partition(b"\r\n\r\n")
    lines = top.decode("latin1").split("\r\n")
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, _colon, value = line.partition(": ")
        headers[name.lower()] = value
        if name.lower() == "set-cookie":
            key, _equals, word = value.partition(";")[0].partition("=")
            cookies[key] = word
    return Answer(int(lines[0].split()[1]), headers, content)


@dataclass
class Person:
    """Somebody with a browser: cookies, the token of their page, and what the page said."""

    port: int
    place: str
    cookies: dict[str, str]
    token: str = ""
    ticket: str = ""
    at: str = ""

    async def load(self) -> None:
        """Open the board's page."""
        page = (await ask(self.port, self.place, self.cookies)).body.decode()
        self.token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]  # type: ignore[index]
        self.ticket, self.at = re.search(r'data-live="([^"]+)" data-at="(\d+)"', page).groups()  # type: ignore[union-attr]

    async def post(self, part: str, form: list[tuple[str, str]], once: str = "") -> Answer:
        """Send a form of the board."""
        keys = [("csrfmiddlewaretoken", self.token), ("once", once or f"{random.getrandbits(96):x}")]
        return await ask(self.port, self.place + part, self.cookies, [*keys, *form])


async def watch(person: Person, figures: Figures, on_check: Callable[[str, str], None]) -> None:
    """Hold a stream open and note when each change arrives."""
    reader, writer = await asyncio.open_connection("127.0.0.1", person.port)
    request = f"GET /live/{person.ticket}?at={person.at} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n"
    writer.write(request.encode())
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 200 " not in head:
        figures.errors.append(head.split(b"\r\n")[0].decode())
    unpack, text, checked = zlib.decompressobj(31), "", False
    noted: set[int] = set()
    while True:
        size = await reader.readuntil(b"\r\n")
        chunk = await reader.readexactly(int(size, 16) + 2)
        if len(chunk) == 2:
            return
        figures.received += len(chunk)
        text = (text + unpack.decompress(chunk[:-2]).decode())[-60_000:]
        for found in re.findall(r"change number (\d+) ", text):
            number = int(found)
            if number not in noted:
                noted.add(number)
                figures.seen.setdefault(number, []).append(time.monotonic())
        item = None if checked else re.search(r'name="choice-(\w+)".*name="check" value="(\w+)"', text, re.DOTALL)
        if item:
            checked = True
            on_check(*item.groups())
        text = text.rpartition("\n\n")[2]


async def answer(person: Person, item: str, check: str, figures: Figures) -> None:
    """Answer the check at some moment within the time given; some send the same form twice."""
    await asyncio.sleep(random.uniform(0, ANSWER_WITHIN))
    choice = random.choice(["support", "support", "live_with", "stand_aside"])
    form, once = [("check", check), (f"choice-{item}", choice)], f"{random.getrandbits(96):x}"
    for _time in range(2 if random.random() < TWICE else 1):
        start = time.monotonic()
        got = await person.post("answers/", form, once)
        figures.answers.append(time.monotonic() - start)
        if got.status != 204:
            figures.errors.append(f"answer: {got.status}")


async def change_every_second(led: Person, pillar: str, figures: Figures) -> None:
    """Raise a point each second; open the check early on and close it when all have had their time."""
    beginning, check_at = time.monotonic(), 2
    close_at = check_at + int(ANSWER_WITHIN) + 3
    for number in range(1, SECONDS + 1):
        await asyncio.sleep(max(0.0, beginning + number - time.monotonic()))
        figures.sent[number] = time.monotonic()
        text = f"This is change number {number} of the session"
        done = [await led.post("points/", [("text", text), ("pillar", pillar), ("language", "en")])]
        if number == check_at:
            page = (await ask(led.port, led.place, led.cookies)).body.decode()
            tick = re.search(r'name="point" id="tick-\w+" value="(\w+)"', page)[1]  # type: ignore[index]
            done.append(await led.post("checks/", [("point", tick)]))
        if number == close_at:
            page = (await ask(led.port, led.place, led.cookies)).body.decode()
            check = re.search(r'name="check" value="(\w+)"', page)[1]  # type: ignore[index]
            done.append(await led.post("checks/close/", [("check", check), ("present", str(WATCHERS))]))
        figures.errors += [f"change {number}: {got.status}" for got in done if got.status != 204]
    await asyncio.sleep(3)


async def session(port: int, seeded: dict[str, Any], pid: int) -> Figures:
    """Let everybody come in, watch and answer while the session goes on."""
    figures, tasks = Figures(), set()
    people = [Person(port, seeded["place"], {"session": key}) for key in seeded["people"]]
    led = Person(port, seeded["place"], {"session": seeded["leader"]})
    for person in [led, *people]:
        await person.load()
    figures.pss_before = pss(pid)

    def begin(person: Person) -> Callable[[str, str], None]:
        def answers(item: str, check: str) -> None:
            tasks.add(asyncio.ensure_future(answer(person, item, check, figures)))

        return answers

    streams = [asyncio.ensure_future(watch(person, figures, begin(person))) for person in people]
    await asyncio.sleep(2)
    cpu, start = processor_seconds(pid), time.monotonic()
    await change_every_second(led, seeded["pillar"], figures)
    await asyncio.gather(*tasks)
    figures.cpu, figures.wall = processor_seconds(pid) - cpu, time.monotonic() - start
    figures.pss_after = pss(pid)
    figures.errors += ["a stream ended" for stream in streams if stream.done()]
    for stream in streams:
        stream.cancel()
    return figures


def processor_seconds(pid: int) -> float:
    """Give the processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pss(pid: int) -> float:
    """Give the proportional memory of a process in MB."""
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else float("nan")


def seed(file: Path) -> None:
    """Make a room with an open session for so many people; write what the load needs into a file."""
    import django  # noqa: PLC0415 - only the process that seeds is Django

    django.setup()
    from benchmarks.live_people import make_session_for  # noqa: PLC0415

    file.write_text(json.dumps(make_session_for(WATCHERS)))


def main() -> Figures:
    """Set up, serve, measure, print; gives the figures."""
    with tempfile.TemporaryDirectory(prefix="supportroom-bench-") as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        mine = {
            "SUPPORTROOM_MODE": "test",
            "SUPPORTROOM_VAR": folder,
            "DJANGO_SETTINGS_MODULE": "supportroom.config.settings",
        }
        environment, file = kept | mine, Path(folder) / "seeded.json"
        probe.close()
        for command in (["manage.py", "migrate", "--no-input", "-v0"], ["-m", "benchmarks.live_session", str(file)]):
            subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True)
        serve = [sys.executable, "manage.py", "serve", "--port", str(port)]
        server = subprocess.Popen(serve, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        try:
            wait_for(port)
            figures = asyncio.run(session(port, json.loads(file.read_text()), server.pid))
        finally:
            server.terminate()
            server.wait(20)
        figures.counted = counted(Path(folder) / "room.sqlite3")
    show(figures)
    return figures


def wait_for(port: int) -> None:
    """Wait until the server listens."""
    for _try in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server did not start")


def counted(database: Path) -> int:
    """Give how many answers the closed check counts."""
    rows = sqlite3.connect(database).execute("select tally from points_checkitem").fetchall()
    return max((sum(json.loads(row[0]).values()) for row in rows), default=0)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        seed(Path(sys.argv[1]))
    else:
        main()
