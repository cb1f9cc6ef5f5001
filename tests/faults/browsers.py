"""Browsers that never give up: each form has a key of its own and, where no answer comes, is sent again as it was."""

import http.client
import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from secrets import token_hex
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client

from supportroom.kernel.once import fresh_key
from supportroom.people.models import Account, Person

TAKEN = (204, 302)
PATIENCE = 60  # tries of one form
AGAIN = 0.05  # how many of the answered forms are sent once more, as by two presses of the button
TOKEN = "c" * 32


@dataclass(frozen=True)
class Form:
    """What is sent: of what kind, under which mark it must be found again, where to, what, and files by name."""

    kind: str
    mark: str
    path: str
    fields: Sequence[tuple[str, str]]
    file: tuple[str, bytes] | None = None

    def body(self, key: str) -> tuple[str, bytes]:
        """Give the content's type and the content, with the form's key."""
        fields = [("csrfmiddlewaretoken", TOKEN), ("once", key), *self.fields]
        if self.file is None:
            return "application/x-www-form-urlencoded", urlencode(fields).encode()
        edge, (name, content) = token_hex(8), self.file
        said = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{word}"\r\n\r\n{value}\r\n' for word, value in fields
        ]
        head = f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
        whole = "".join(said).encode() + head.encode() + content + f"\r\n--{edge}--\r\n".encode()
        return f"multipart/form-data; boundary={edge}", whole


@dataclass
class Heard:
    """What a browser was told."""

    taken: list[Form] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unanswered: int = 0  # forms sent again since no answer came
    troubled: int = 0  # answers of 5xx
    pressed_twice: int = 0


class Browser(threading.Thread):
    """Somebody who writes one form after another until told to end."""

    def __init__(self, port: int, person: Person, write: Callable[[int], Form], *, seed: int) -> None:
        """Take the server's port, who it is, what the n-th form is, and the chance."""
        super().__init__(daemon=True)
        self.port, self.write, self.chance = port, write, random.Random(seed)
        self.cookies = cookies_of(person)
        self.heard, self.over = Heard(), threading.Event()
        self.line: http.client.HTTPConnection | None = None

    def run(self) -> None:
        """Write until told to end: the form at hand is brought to its answer first."""
        number = 0
        while not self.over.is_set():
            form, key = self.write(number), fresh_key()
            status, where = self.until_answered(form, key)
            if status not in TAKEN:
                self.heard.refused.append(f"{form.kind} {form.mark}: {status}")
                return
            self.heard.taken.append(form)
            if self.chance.random() < AGAIN:
                self.heard.pressed_twice += 1
                if self.until_answered(form, key) != (status, where):
                    self.heard.refused.append(f"{form.kind} {form.mark}: answered otherwise the second time")
            number += 1

    def until_answered(self, form: Form, key: str) -> tuple[int, str]:
        """Send a form until an answer comes; give its status and where it leads."""
        kind, body = form.body(key)
        status, where = 0, ""
        for _try in range(PATIENCE):
            status, where = self.send(form.path, kind, body)
            if status and status < 500:
                break
            time.sleep(0.01 if not status else 0.2)
        return status, where

    def send(self, path: str, kind: str, body: bytes) -> tuple[int, str]:
        """Send once; give status and place, 0 where the line broke before an answer was there."""
        headers = {"Content-Type": kind, "Cookie": self.cookies, "Host": "localhost"}
        try:
            if self.line is None:
                self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            self.line.request("POST", path, body, headers)
            answer = self.line.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            self.line = None
            self.heard.unanswered += 1
            return 0, ""
        self.heard.troubled += answer.status >= 500
        return answer.status, answer.headers.get("Location", "")


def cookies_of(person: Person) -> str:
    """Sign somebody in; give the cookies of their browser."""
    client = Client()
    client.force_login(Account.objects.get(person=person))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
