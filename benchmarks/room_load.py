"""The load of R13 in a process of its own: so many requests a second, each sent at its planned instant.

A slow answer holds nobody back: who comes next comes when it was planned, and how long an answer took is counted from
that instant, also where it had to wait before it could be sent (no coordinated omission). Each person is a browser
with cookies of its own; connections are shared out as a reverse proxy does, in turns over all processes of the room.

A job comes as JSON on stdin: {"ports", "seconds", "rate", "people", "password", "signs_in", "only", "seed"}; `only` is
a path that everybody asks for instead of all else. What was measured goes out as JSON.
"""

import asyncio
import json
import random
import re
import struct
import sys
import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from hashlib import sha1
from hmac import digest
from typing import Any, Final
from urllib.parse import quote, urlencode

HOST: Final = "room.example"
PATIENCE: Final = 30.0
WRITES: Final = 0.1  # of all requests; each is followed by the page to which its answer leads
WEIGHTS: Final = {
    "board": 24, "desk": 10, "round": 8, "points": 8, "point": 5, "topics": 8, "topic": 6, "register": 6,
    "recommendation": 5, "notices": 8, "paper": 10, "comment form": 2,
}  # fmt: skip
WRITTEN: Final = {"raise a point": 3, "answer a check": 4, "comment": 2, "mark a topic": 1}
SIGN_IN, PASSWORD, CODE = "sign in: the page", "sign in: password", "sign in: code"
LENGTH = re.compile(rb"\ncontent-length: *(\d+)", re.IGNORECASE)
COOKIE = re.compile(rb"\nset-cookie: *([^=\s]+)=([^;\r]*)", re.IGNORECASE)
PLACE = re.compile(rb"\nlocation: *([^\r#]+)", re.IGNORECASE)
TOKEN: Final = "c" * 32


class Line(asyncio.Protocol):
    """One connection, used by one request at a time."""

    def __init__(self, pool: "Pool") -> None:
        """Take the pool to which it goes back."""
        self.pool = pool
        self.waiting: asyncio.Future[bytes] | None = None
        self.transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self.transport = transport

    def send(self, request: bytes) -> "asyncio.Future[bytes]":
        """Send a request; give its answer's beginning once it is there whole."""
        self.have, self.whole = bytearray(), 0
        self.waiting = waiting = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return waiting

    def data_received(self, data: bytes) -> None:
        """Collect the answer."""
        self.have += data
        if not self.whole:
            end = self.have.find(b"\r\n\r\n")
            if end < 0:
                return
            self.head = bytes(self.have[:end])
            found = LENGTH.search(self.head)
            self.whole = end + 4 + (int(found[1]) if found else 0)
        if len(self.have) >= self.whole and self.waiting:
            waiting, self.waiting = self.waiting, None
            self.pool.received += self.whole
            self.pool.free.append(self)
            if not waiting.done():
                waiting.set_result(self.head)

    def connection_lost(self, exc: Exception | None) -> None:
        """Go out of the pool; an answer that was waited for does not come any more."""
        if self in self.pool.free:
            self.pool.free.remove(self)
        if self.waiting and not self.waiting.done():
            self.waiting.set_exception(ConnectionResetError("nothing came" if not self.have else "half an answer came"))


class Pool:
    """The connections to one process: the one used last is used again first."""

    def __init__(self, port: int) -> None:
        """Take the process's port."""
        self.port, self.received = port, 0
        self.free: deque[Line] = deque()

    async def ask(self, request: bytes) -> bytes:
        """Send a request and give its answer's beginning; what met a closed connection is sent again on a new one."""
        if self.free:
            line = self.free.pop()
            try:
                return await line.send(request)
            except ConnectionResetError as error:
                if "nothing" not in str(error):
                    raise
        loop = asyncio.get_running_loop()
        _transport, line = await loop.create_connection(lambda: Line(self), "127.0.0.1", self.port)
        return await line.send(request)


class Person:
    """Somebody's browser."""

    def __init__(self, made: dict[str, Any]) -> None:
        """Take what was made."""
        self.made, self.cookies = made, dict(made["cookies"]) | {"__Host-csrf": TOKEN}
        self.turns: Counter[str] = Counter()

    def request(self, path: str, form: dict[str, str] | None = None) -> bytes:
        """Write a request as it comes through the reverse proxy."""
        head = [
            f"{'GET' if form is None else 'POST'} {path} HTTP/1.1", f"Host: {HOST}", "X-Forwarded-Proto: https",
            "Accept: text/html", "Accept-Encoding: gzip", "Accept-Language: ar, en", "User-Agent: Benchmark (Mobi)",
            "Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        ]  # fmt: skip
        body = b""
        if form is not None:
            body = urlencode({"csrfmiddlewaretoken": TOKEN, **form}).encode()
            head += [f"Origin: https://{HOST}", "Content-Type: application/x-www-form-urlencoded"]
            head.append(f"Content-Length: {len(body)}")
        return "\r\n".join(head).encode() + b"\r\n\r\n" + body

    def form(self, name: str, once: str) -> tuple[str, dict[str, str]]:
        """Give where to and what this person sends next under a name."""
        kinds, turn = self.made["writes"][name], self.turns[name]
        self.turns[name] += 1
        path, fields = kinds[turn % len(kinds)]
        return path, {"once": once, **{key: value.replace("{n}", str(turn)) for key, value in fields.items()}}


class Load:
    """All that is asked and sent, and what came of it."""

    def __init__(self, job: dict[str, Any]) -> None:
        """Take the job."""
        self.job, self.chance = job, random.Random(job["seed"])
        self.people = [Person(made) for made in job["people"]]
        self.pools, self.turn = [Pool(port) for port in job["ports"]], 0
        self.took: defaultdict[str, list[float]] = defaultdict(list)
        self.kinds: dict[str, str] = {}
        self.answers: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.late: list[float] = []
        self.under_way: set[asyncio.Task[None]] = set()

    def planned(self) -> Iterator[tuple[float, str]]:
        """Give the instants at which something begins, and what, in order: as people come, now more, now less."""
        rate, seconds, signs_in = self.job["rate"], self.job["seconds"], self.job["signs_in"]
        visits = rate if self.job["only"] else rate * (1 - WRITES)  # what a write leads to comes of itself
        moment, next_sign_in = 0.0, signs_in
        while (moment := moment + self.chance.expovariate(visits)) < seconds:
            while signs_in and next_sign_in < moment:
                yield next_sign_in, SIGN_IN
                next_sign_in += signs_in
            is_write = not self.job["only"] and self.chance.random() < WRITES / (1 - WRITES)
            yield moment, "write" if is_write else "read"

    async def run(self) -> None:
        """Begin everything at its instant; wait for what is still under way."""
        began = time.perf_counter()
        for number, (moment, what) in enumerate(self.planned()):
            pause = began + moment - time.perf_counter()
            if pause > 0:
                await asyncio.sleep(pause)
            self.late.append(max(0.0, time.perf_counter() - began - moment))
            task = asyncio.ensure_future(self.begin(what, began + moment, number))
            self.under_way.add(task)
            task.add_done_callback(self.under_way.discard)
        if self.under_way:
            await asyncio.wait(self.under_way, timeout=PATIENCE + 5)

    async def begin(self, what: str, planned: float, number: int) -> None:
        """Let somebody read, write, or sign in anew."""
        if what == SIGN_IN:
            await self.sign_in(Person(self.people[self.turn_of_sign_in()].made), planned)
            return
        person = self.chance.choice(self.people)
        if self.job["only"]:
            await self.ask(person, "one page", "read", planned, self.job["only"])
        elif what == "read":
            name = self.chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
            await self.ask(person, name, "read", planned, person.made["reads"][name])
        else:
            name = self.chance.choices(list(WRITTEN), list(WRITTEN.values()))[0]
            path, form = person.form(name, f"{self.chance.getrandbits(96):x}-{number}")
            led = await self.ask(person, name, "write", planned, path, form)
            if led:
                await self.ask(person, f"{name}: the page after", "read", time.perf_counter(), led)

    def turn_of_sign_in(self) -> int:
        """Give whose turn it is: nobody twice before everybody did."""
        self.turn += 1
        return self.turn % len(self.people)

    async def sign_in(self, person: Person, planned: float) -> None:
        """Sign in with password and code in a browser that was not seen before."""
        person.cookies = {"__Host-csrf": TOKEN}
        await self.ask(person, SIGN_IN, "sign-in", planned, "/ar/sign-in/")
        words = {"login": person.made["email"], "password": self.job["password"], "next": "/ar/desk/"}
        led = await self.ask(person, PASSWORD, "sign-in", time.perf_counter(), "/ar/sign-in/", words)
        code = {"code": code_of(bytes.fromhex(person.made["key"]))}
        led = led and await self.ask(person, CODE, "sign-in", time.perf_counter(), led, code)
        if led:
            await self.ask(person, "desk", "read", time.perf_counter(), led)

    async def ask(  # noqa: PLR0917
        self, person: Person, name: str, kind: str, planned: float, path: str, form: dict[str, str] | None = None
    ) -> str:
        """Ask or send once, and note how long it took from its planned instant; give where the answer leads."""
        self.turn_of_pool = (getattr(self, "turn_of_pool", -1) + 1) % len(self.pools)
        self.kinds[name] = kind
        try:
            head = await asyncio.wait_for(self.pools[self.turn_of_pool].ask(person.request(path, form)), PATIENCE)
        except TimeoutError:
            self.answers[name]["no answer in time"] += 1
            return ""
        except OSError as error:
            self.answers[name][f"no answer: {type(error).__name__}"] += 1
            return ""
        self.took[name].append(time.perf_counter() - planned)
        self.answers[name][head[9:12].decode()] += 1
        for key, value in COOKIE.findall(head):
            person.cookies[key.decode()] = value.decode()
        led = PLACE.search(head)
        return quote(led[1].decode("latin1"), safe="/?=&%") if led else ""

    def told(self) -> dict[str, Any]:
        """Give what was measured."""
        return {
            "took": self.took,
            "kinds": self.kinds,
            "answers": self.answers,
            "late": self.late,
            "received": sum(pool.received for pool in self.pools),
            "unanswered": len(self.under_way),
        }


def code_of(key: bytes) -> str:
    """Give the six digits of this half minute (RFC 6238)."""
    made = digest(key, struct.pack(">Q", int(time.time()) // 30), sha1)
    offset = made[-1] & 0x0F
    return f"{(struct.unpack('>I', made[offset : offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


async def work(job: dict[str, Any]) -> dict[str, Any]:
    """Do the job; give what was measured, and what of the processor this process took for it."""
    load, began, used = Load(job), time.perf_counter(), time.process_time()
    await load.run()
    spent, seconds = time.process_time() - used, time.perf_counter() - began
    return load.told() | {"processor": spent, "seconds": seconds}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(work(json.load(sys.stdin)))))
