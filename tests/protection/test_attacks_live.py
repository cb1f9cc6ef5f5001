"""The stream of a board, asked by somebody who holds no ticket, or another's, or an old one (S10, S35)."""

import asyncio
from typing import Any

import pytest
from django.core import signing
from time_machine import Traveller

from supportroom.people.models import Person
from supportroom.points.broadcast import Broadcaster, Channel
from supportroom.points.live import SALT, SECONDS, Live, issue_ticket, read_ticket
from supportroom.rounds.models import Session
from supportroom.web.middleware import SAFE_HEADERS
from tests.factories.points import answered, asked, raised
from tests.factories.rounds import open_a_session
from tests.points.test_live import shown

pytestmark = pytest.mark.django_db


def protected_bytes(headers: list[tuple[bytes, bytes]]) -> bool:
    """Tell the same of an answer that Django did not give."""
    return set(headers) >= {(name.lower().encode(), value.encode()) for name, value in SAFE_HEADERS.items()}


def streamed(ticket: str, query: bytes = b"", method: str = "GET", headers: Any = ()) -> tuple[int, Any, bytes]:
    """Ask for a stream and leave at once: status, headers, what came until then."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": f"/live/{ticket}",
        "query_string": query,
        "headers": list(headers),
    }
    live = Live(Broadcaster(lambda _ids: {}, lambda _channels: {}))
    asyncio.run(asyncio.wait_for(live(scope, receive, send), 5))
    return sent[0]["status"], sent[0]["headers"], b"".join(message.get("body", b"") for message in sent[1:])


@pytest.fixture
def session(facilitator: Person, rapporteur: Person, member: Person, shielded_member: Person) -> Session:
    return open_a_session(facilitator, rapporteur, people=[member, shielded_member], others=3)


FORGED = [
    "", "x", "a:b:c", ":::", "%00", "é:1:2", signing.dumps([1, "en", "f"]), signing.dumps("x", salt=SALT),
    signing.dumps([1], salt=SALT), signing.dumps({"a": 1}, salt=SALT), "../" * 5, "a" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("ticket", FORGED)
def test_a_ticket_that_we_did_not_give_opens_nothing(ticket: str) -> None:
    status, headers, body = streamed(ticket)
    assert (status, body) == (410, b"")
    assert protected_bytes(headers)


def test_a_ticket_cannot_be_changed_into_a_facilitators_or_another_sessions(session: Session) -> None:
    own = issue_ticket(Channel(session.pk, "en", "a"))
    other = issue_ticket(Channel(session.pk, "en", "alf"))
    mixed = ":".join([other.partition(":")[0], *own.split(":")[1:]])
    assert read_ticket(own)
    assert read_ticket(mixed) is None
    assert read_ticket(own[:-1]) is None


def test_a_ticket_ends(session: Session, clock: Traveller) -> None:
    ticket = issue_ticket(Channel(session.pk, "en", "a"))
    clock.shift(SECONDS - 1)
    assert read_ticket(ticket)
    clock.shift(2)
    assert read_ticket(ticket) is None
    assert streamed(ticket)[0] == 410


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"])
def test_a_stream_is_only_read(method: str, session: Session) -> None:
    assert streamed(issue_ticket(Channel(session.pk, "en", "a")), method=method)[0] == 410


@pytest.mark.parametrize("seen", [b"9" * 5000, b"-1", b"\xff", b"%D9%A1", b""])
def test_a_screen_that_claims_to_have_seen_nonsense_is_served(seen: bytes, session: Session) -> None:
    ticket = issue_ticket(Channel(session.pk, "en", "a"))
    assert streamed(ticket, b"at=" + seen)[0] == 200
    status, headers, _body = streamed(ticket, headers=[(b"last-event-id", seen)])
    assert status == 200
    assert protected_bytes(headers)


def test_even_a_facilitators_stream_tells_no_tally_before_the_close_and_never_who(session: Session) -> None:
    point = raised(session)
    check = answered(asked(session, point), ["support", "cannot_accept", "support"])
    for audience in ("a", "l", "f", "alf", "p"):
        pieces = shown(session, audience)
        said = "".join(pieces.parts.values()) + pieces.listed
        point.refresh_from_db()
        assert "It helps nobody." not in said
        assert not [handle for handle in (point.handle,) if handle and handle in said]
        assert not [row.handle for row in check.items.get().positions.all() if row.handle in said]
