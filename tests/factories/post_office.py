"""A mail server of our own, with a postmaster who can be told to make trouble."""

import asyncio
import socket
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from types import TracebackType
from typing import Any, Self

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope

OK = "250 OK"
DROP = "drop"  # take the mail and close the line without a word


@dataclass(frozen=True)
class Received:
    """A mail as it arrived: to whom the envelope said, and what was in it."""

    to: tuple[str, ...]
    content: bytes

    @property
    def message(self) -> EmailMessage:
        """The mail, read."""
        read: Any = message_from_bytes(self.content, policy=policy.default)
        return read

    @property
    def message_id(self) -> str:
        """Its Message-ID."""
        return str(self.message["Message-ID"])

    @property
    def words(self) -> str:
        """Everything in it as a reader and a relay see it: headers as they are and decoded, and the body."""
        headers = "\n".join(f"{name}: {value}" for name, value in self.message.items())
        return f"{self.content.decode(errors='replace')}\n{headers}\n{self.message.get_content()}"


class PostOffice:
    """Receives mails in memory. `at_rcpt` and `at_data` hold what it will answer next; then it answers OK."""

    def __init__(self, port: int = 0) -> None:
        """Take a port, or find one."""
        self.port = port or free_port()
        self.mails: list[Received] = []
        self.at_rcpt: list[str] = []
        self.at_data: list[str] = []
        self.slow_by = 0.0
        self.greetings: list[str] = []
        self._controller: Any = None

    def __enter__(self) -> Self:
        """Open."""
        self.open()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        """Close."""
        self.close()

    def open(self) -> None:
        """Take mails from now on."""
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def close(self) -> None:
        """Take no mails any more; what arrived is kept."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    @property
    def message_ids(self) -> Counter[str]:
        """How often each Message-ID arrived."""
        return Counter(mail.message_id for mail in self.mails)

    async def handle_EHLO(  # noqa: N802 - aiosmtpd looks for this name
        self, server: SMTP, session: Any, envelope: Envelope, hostname: str, responses: Sequence[str]
    ) -> Sequence[str]:
        """Note by which name somebody comes."""
        self.greetings.append(hostname)
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802 - aiosmtpd looks for this name
        self, server: SMTP, session: Any, envelope: Envelope, address: str, options: Any
    ) -> str:
        """Take a recipient, or answer what was asked for."""
        answer = self.at_rcpt.pop(0) if self.at_rcpt else OK
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd looks for this name
        """Keep a mail, or answer what was asked for; a dropped one arrived as well, but nobody says so."""
        if self.slow_by:
            await asyncio.sleep(self.slow_by)
        answer = self.at_data.pop(0) if self.at_data else OK
        if answer in (OK, DROP):
            self.mails.append(Received(tuple(envelope.rcpt_tos), bytes(envelope.content or b"")))
        if answer == DROP:
            transport: Any = server.transport
            transport.abort()
        return OK if answer == DROP else answer


def free_port() -> int:
    """Give a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def post_office(settings: Any) -> Iterator[PostOffice]:
    """A mail server on this machine, which the room sends to."""
    with PostOffice() as office:
        settings.EMAIL_BACKEND = "supportroom.mailing.backend.QuietBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
        yield office
