"""From a call for a working group to a published paper, with five at once, each in a browser of their own."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys import steps_adoption as adoption
from tests.journeys import steps_comments as comments
from tests.journeys import steps_groups as groups
from tests.journeys import steps_papers as papers
from tests.journeys import steps_press as publishing
from tests.journeys import steps_workroom as workroom
from tests.journeys.company import Company, Reader
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.server import Server
from tests.journeys.steps_groups import PaperWay
from tests.journeys.test_main_job import WAYS

ON_A_PHONE = Reader("ar", {**PHONE, "javascript": False})
APART = {"member": ON_A_PHONE, "office": Reader("en", DESKTOP)}
STEPS: tuple[Callable[[PaperWay], None], ...] = (
    groups.lower_quorum,
    groups.call_for_group,
    groups.open_group,
    groups.stand,
    groups.appoint,
    groups.name_coordinator,
    workroom.collect_sources,
    workroom.discuss,
    workroom.add_task,
    workroom.find_time,
    papers.begin_paper,
    papers.write_at_once,
    papers.translate,
    papers.keep_version,
    comments.open_window,
    comments.comment,
    comments.nobody_reads_who,
    comments.put_on_agenda,
    workroom.too_early,
    comments.close_window,
    comments.stop_while_open,
    workroom.write_minutes,
    comments.answer,
    comments.judge,
    adoption.make_joint,
    adoption.members_answer,
    adoption.oppose,
    adoption.settle,
    adoption.send_to_office,
    adoption.answer_note,
    adoption.release,
    publishing.prepare_pack,
    publishing.publish,
    publishing.visitor_reads,
)


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the room do what is due when the journey says so, and not every few seconds."""
    monkeypatch.setenv("SUPPORTROOM_PERIODIC", "outside")


@pytest.mark.usefixtures("by_hand")
@pytest.mark.parametrize(("language", "device", "is_phone"), WAYS)
def test_a_call_becomes_a_published_paper(
    open_page: Callable[..., Page], server: Server, language: str, device: dict[str, Any], *, is_phone: bool
) -> None:
    company = Company(open_page, language, device, is_phone=is_phone, apart=APART, schemes=("light",))
    way = PaperWay(company, server)
    for step in STEPS:
        step(way)
