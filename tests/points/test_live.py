"""The stream of a board: what changed and nothing else, once for all, never more than a screen can take."""

import asyncio
import zlib
from collections.abc import Mapping
from typing import Any

import pytest
from markupsafe import Markup

from supportroom.kernel.multilingual import Wording
from supportroom.people.models import Person
from supportroom.points import changes
from supportroom.points.actions import focus_point, move_point, withdraw_point
from supportroom.points.broadcast import MOST_WAITING, Broadcaster, Channel, Mark, Watcher, event, packed
from supportroom.points.live import Live, broadcaster, issue_ticket, read_ticket, render_channels
from supportroom.points.pieces import BETWEEN, Pieces, Section, difference, whole
from supportroom.points.queries.marks import marks_of
from supportroom.rounds.models import Session
from tests.factories.points import answered, asked, leader, raised
from tests.factories.rounds import close_a_session, pillar_of
from tests.points.pages import key, place, signed_in


def shown(session: Session, audience: str = "a", language: str = "en") -> Pieces:
    channel = Channel(session.pk, language, audience)
    return render_channels([channel])[channel]


def board(rows: Mapping[str, Mapping[str, str]]) -> Pieces:
    listed = {name: (list(these), Markup(BETWEEN.join(these.values()))) for name, these in rows.items()}
    sections = {name: Section(Wording(name, "en", ""), *these) for name, these in listed.items()}
    return Pieces({"live-counts": "<p>1</p>"}, sections)


def test_a_new_point_is_put_after_the_one_before_it() -> None:
    before, now = board({"a": {"p1": "<li>1"}}), board({"a": {"p1": "<li>1", "p2": "<li>2"}})
    assert difference(before, now) == '<div data-into="rows-a" data-after="p1"><li>2</div>'


def test_a_changed_point_is_sent_alone_and_one_that_went_is_taken_out() -> None:
    before, now = board({"a": {"p1": "x", "p2": "y", "p3": "z"}}), board({"a": {"p1": "x", "p3": "Z"}})
    assert difference(before, now) == '<div data-gone="p2"></div>Z'


def test_nothing_is_sent_when_nothing_changed() -> None:
    assert difference(board({"a": {"p1": "x"}}), board({"a": {"p1": "x"}})) == ""


def test_the_whole_board_is_every_piece_as_it_is(session: Session) -> None:
    raised(session)
    pieces = shown(session)
    for piece in (*pieces.parts.values(), pieces.listed):
        assert piece in whole(pieces)


def test_a_new_order_sends_the_list(session: Session) -> None:
    points = [raised(session, text=f"Point {number}") for number in range(3)]
    before = shown(session)
    move_point(actor=leader(session), session=session, point=points[2], before=points[0])
    assert 'id="live-list"' in difference(before, shown(session))


def test_a_change_of_focus_sends_the_focus_and_the_row(session: Session) -> None:
    one, two = raised(session, text="One"), raised(session, text="Two")
    before = shown(session)
    focus_point(actor=leader(session), session=session, point=one)
    sent = difference(before, shown(session))
    assert 'id="live-focus"' in sent
    assert f'id="point-{key(one)}" aria-current="true"' in sent
    assert f"point-{key(two)}" not in sent


def test_a_withdrawn_point_goes(session: Session) -> None:
    point, other = raised(session, text="One"), raised(session, text="Two")
    before = shown(session)
    withdraw_point(actor=leader(session), session=session, point=point)
    sent = difference(before, shown(session))
    assert f'data-gone="point-{key(point)}"' in sent
    assert key(other) not in sent


def test_a_point_under_another_pillar_goes_here_and_comes_there(session: Session) -> None:
    point = raised(session, text="One")
    raised(session, text="Two")
    raised(session, text="Three", pillar=pillar_of(session.round, 1))
    before = shown(session)
    move_point(actor=leader(session), session=session, point=point, pillar=pillar_of(session.round, 1))
    sent = difference(before, shown(session))
    assert f'data-gone="point-{key(point)}"' in sent
    assert f'data-into="rows-{key(pillar_of(session.round, 1))}"' in sent


def test_while_a_check_is_open_what_somebody_fills_in_is_not_sent_again(session: Session) -> None:
    check = asked(session)
    before = shown(session)
    answered(check, ["support"] * 5)
    sent = difference(before, shown(session))
    assert 'id="live-progress"' in sent
    assert "5 of 7 have answered" in sent
    assert 'id="live-check"' not in sent


def test_pieces_hold_no_token_and_nothing_personal(session: Session, member: Person) -> None:
    check = asked(session, raised(session, member))
    answered(check, ["support"])
    for audience in ("", "a", "l", "lf", "alf", "p"):
        html = whole(shown(session, audience))
        assert "csrf" not in html
        assert "once" not in html
        assert " checked" not in html
        assert member.name not in html


def test_the_page_shows_the_very_pieces_that_are_sent(session: Session, member: Person) -> None:
    raised(session, text="Clinics <b>stay</b> open")
    page = signed_in(member).get(place(session)).content.decode()
    for piece in shown(session).parts.values():
        assert piece in page
    assert shown(session).listed in page


@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_language_has_its_own_rendering(session: Session, language: str) -> None:
    raised(session)
    assert f'href="/{language}/points/' in shown(session, language=language).listed


def test_a_board_is_read_once_for_all_its_channels(session: Session, django_assert_num_queries: Any) -> None:
    raised(session)
    channels = [Channel(session.pk, language, audience) for language in ("ar", "en") for audience in ("a", "lf", "p")]
    with django_assert_num_queries(3):
        render_channels(channels)
    with django_assert_num_queries(1):
        marks_of([session.pk, 1, 2])


def test_the_close_is_a_new_mark(session: Session) -> None:
    before = marks_of([session.pk])
    close_a_session(session)
    assert marks_of([session.pk]) != before


def test_a_ticket_is_for_one_channel_and_for_a_quarter_of_an_hour(clock: Any) -> None:
    channel = Channel(7, "ar", "a")
    ticket = issue_ticket(channel)
    assert read_ticket(ticket) == channel
    assert read_ticket(ticket.replace(":", "x", 1)) is None
    assert read_ticket("") is None
    clock.shift(15 * 60 + 1)
    assert read_ticket(ticket) is None


def test_packed_messages_follow_one_another_whatever_came_before() -> None:
    messages = [packed(event("pieces", f"<p>{word}</p>\n<p>نقطة</p>", 4)) for word in ("one", "two", "three")]
    reader = zlib.decompressobj(-15)
    assert reader.decompress(messages[2][1] + messages[0][1]).decode() == (messages[2][0] + messages[0][0]).decode()


def test_an_event_keeps_its_lines() -> None:
    assert event("pieces", "<p>\nx</p>", 3) == "event: pieces\nid: 3\ndata: <p>\ndata: x</p>\n\n"


def test_a_slow_screen_loses_what_lies_between_and_gets_the_whole() -> None:
    watcher = Watcher(Channel(1, "en", ""), 0, is_packed=False)
    for number in range(MOST_WAITING + 3):
        watcher.offer(packed(f"message {number}"))
    assert watcher.is_behind
    assert not watcher.waiting


def test_every_change_in_this_process_nudges_the_broadcaster(session: Session) -> None:
    assert broadcaster.nudge in changes._listeners


class Boards:
    """Boards that a test writes by hand."""

    def __init__(self) -> None:
        self.mark: Mark = ("open", 1)
        self.pieces = board({"a": {"p1": "<li>one</li>"}})

    def look(self, session_ids: list[int]) -> Mapping[int, Mark]:
        return dict.fromkeys(session_ids, self.mark)

    def render(self, channels: list[Channel]) -> Mapping[Channel, Pieces]:
        return dict.fromkeys(channels, self.pieces)


def test_a_stream_begins_with_the_board_goes_on_with_changes_and_ends_with_the_session() -> None:
    boards = Boards()
    live = Live(Broadcaster(boards.look, boards.render))
    text: list[str] = []

    async def run() -> None:
        leave = asyncio.Event()

        async def receive() -> dict[str, Any]:
            await leave.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            text.append(message.get("body", b"").decode())

        path = f"/live/{issue_ticket(Channel(1, 'en', 'a'))}"
        scope = {"type": "http", "method": "GET", "path": path, "query_string": b"at=0", "headers": []}
        task = asyncio.ensure_future(live(scope, receive, send))
        await until(lambda: "<li>one</li>" in "".join(text))
        boards.pieces, boards.mark = board({"a": {"p1": "<li>one</li>", "p2": "<li>two</li>"}}), ("open", 2)
        live.broadcaster.nudge()
        await until(lambda: 'data-after="p1"><li>two</li>' in "".join(text))
        boards.mark = ("closed", 2)
        await asyncio.wait_for(task, 5)

    asyncio.run(run())
    assert "event: again" in "".join(text)
    assert not live.broadcaster._watchers


class MovingBoards(Boards):
    """Boards that move on in the very moment in which they are read."""

    def render(self, channels: list[Channel]) -> Mapping[Channel, Pieces]:
        self.mark, self.pieces = ("open", 2), board({"a": {"p1": "<li>later</li>"}})
        return super().render(channels)


def test_what_changes_while_a_board_is_read_is_told_to_those_who_saw_it_before() -> None:
    boards = MovingBoards()
    fed = Broadcaster(boards.look, boards.render)

    async def run() -> None:
        watcher = Watcher(Channel(1, "en", "a"), 1, is_packed=False)
        fed.watch(watcher)
        await until(lambda: any(b"<li>later</li>" in message for message in watcher.waiting))
        fed.leave(watcher)

    asyncio.run(run())


async def until(holds: Any) -> None:
    for _try in range(200):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came")


def test_an_address_without_a_good_ticket_is_gone() -> None:
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    scope = {"type": "http", "method": "GET", "path": "/live/forged", "query_string": b"", "headers": []}
    asyncio.run(Live(Broadcaster(Boards().look, Boards().render))(scope, receive, send))
    assert sent[0]["status"] == 410
