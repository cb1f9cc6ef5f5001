"""A light load generator in a process of its own: HTTP over raw sockets, so that the server is what is measured.

A job comes as JSON on stdin: {"port", "pages": {name: {"path", "cookie"}}, "clients", "seconds", "rounds", "single"};
what was measured goes out as JSON: for each page requests a second, median and 99th percentile with one client, bytes.
The pages take turns in short slices, so that other work on the machine falls on all of them alike.
"""

import asyncio
import json
import re
import sys
import time
from dataclasses import dataclass, field
from typing import Any

LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass
class Told:
    """What the answers of one page were like."""

    times: list[float] = field(default_factory=list)
    done: int = 0
    spent: float = 0.0
    wire: int = 0
    wrong: int = 0


class Client(asyncio.Protocol):
    """One browser: sends its request again as soon as the answer is whole, until the time is over."""

    def __init__(self, request: bytes, told: Told, until: float) -> None:
        """Take what to send, where to write, and when to stop."""
        self.request = request
        self.told = told
        self.until = until
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self.transport: Any = transport
        self._send()

    def _send(self) -> None:
        self.have, self.whole = b"", 0
        self.began = time.perf_counter()
        self.transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        """Collect the answer; when it is whole, note it and ask again."""
        self.have += data
        if not self.whole:
            head = self.have.find(b"\r\n\r\n")
            if head < 0:
                return
            found = LENGTH.search(self.have, 0, head)
            self.whole = head + 4 + (int(found[1]) if found else 0)
        if len(self.have) >= self.whole:
            self._note()

    def _note(self) -> None:
        now = time.perf_counter()
        self.told.times.append(now - self.began)
        self.told.wire = len(self.have)
        self.told.wrong += b" 200 " not in self.have[:16]
        if now < self.until:
            self.told.done += 1
            self._send()
        elif not self.over.done():
            self.over.set_result(None)
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Count a connection that the server gave up."""
        if not self.over.done():
            self.told.wrong += 1
            self.over.set_result(None)


def request_for(port: int, page: dict[str, str]) -> bytes:
    """Write the request of a page as a browser would."""
    lines = [
        f"GET {page['path']} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Accept: text/html",
        "Accept-Encoding: gzip, deflate, br", "Accept-Language: en", "User-Agent: benchmark",
    ]  # fmt: skip
    if page.get("cookie"):
        lines.append(f"Cookie: {page['cookie']}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def press(port: int, request: bytes, told: Told, clients: int, seconds: float) -> None:
    """Let so many clients ask for so long."""
    began = time.perf_counter()
    loop, until = asyncio.get_running_loop(), began + seconds
    pairs = [
        await loop.create_connection(lambda: Client(request, told, until), "127.0.0.1", port) for _ in range(clients)
    ]
    await asyncio.gather(*(client.over for _transport, client in pairs))
    told.spent += seconds


def share(times: list[float], part: float) -> float:
    """Give the milliseconds below which this part of the times lies."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] * 1000 if ordered else float("nan")


async def work(job: dict[str, Any]) -> dict[str, Any]:
    """Measure all pages: first one client, then many, in turns."""
    requests = {name: request_for(job["port"], page) for name, page in job["pages"].items()}
    alone, crowd = {name: Told() for name in requests}, {name: Told() for name in requests}
    for request in requests.values():  # the first answer of a page compiles its template
        await press(job["port"], request, Told(), 1, 0.3)
    for _round in range(job["rounds"]):
        for name, request in requests.items():
            await press(job["port"], request, alone[name], 1, job["single"])
        for name, request in requests.items():
            await press(job["port"], request, crowd[name], job["clients"], job["seconds"])
    return {
        name: {
            "median": share(alone[name].times, 0.5),
            "p99": share(alone[name].times, 0.99),
            "per_second": crowd[name].done / crowd[name].spent,
            "bytes": alone[name].wire,
            "wrong": alone[name].wrong + crowd[name].wrong,
        }
        for name in requests
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(work(json.load(sys.stdin)))))
