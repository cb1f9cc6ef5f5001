"""Preparing a round with those invited: from the call for topics to the opened session of the main job."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys import steps_invitations as invitations
from tests.journeys import steps_programme as programme
from tests.journeys import steps_selection as selection
from tests.journeys import steps_topics as topics
from tests.journeys.company import Company
from tests.journeys.server import Server
from tests.journeys.test_main_job import WAYS


@pytest.mark.parametrize("server", ["demo"], indirect=True)
@pytest.mark.parametrize(("language", "device", "is_phone"), WAYS)
def test_a_round_is_prepared_with_those_invited(
    open_page: Callable[..., Page], server: Server, language: str, device: dict[str, Any], *, is_phone: bool
) -> None:
    company = Company(open_page, language, device, is_phone=is_phone)
    way = topics.make_round(company)
    members_say_what_about(way)
    a_programme_is_made(way)
    a_list_is_drawn_up(way)
    those_invited_answer(way)
    programme.bring_forward(way)
    programme.check_in(way)
    programme.open_session(way)
    invitations.mails_name_nothing(way, server.folder / "mail")


def members_say_what_about(way: topics.Preparation) -> None:
    topics.call_for_topics(way)
    topics.propose_topics(way)
    topics.support_topics(way)
    topics.discuss(way)
    topics.answer_proposals(way)
    topics.name_contact(way, topics.SANCTIONS, "facilitator")
    topics.read_what_became(way)


def a_programme_is_made(way: topics.Preparation) -> None:
    programme.plan_sessions(way)
    programme.give_topics(way)
    programme.mend_and_publish(way)


def a_list_is_drawn_up(way: topics.Preparation) -> None:
    selection.fill_in_profile(way)
    selection.open_registration(way)
    selection.set_quota(way)
    selection.fill_list(way)
    selection.confirm_list(way)
    selection.outsiders_see_no_list(way)


def those_invited_answer(way: topics.Preparation) -> None:
    invitations.write_letter(way)
    invitations.send_invitations(way)
    invitations.accept_in_two_taps(way)
    invitations.answer_in_two_windows(way)
    invitations.ask_and_answer(way)
    invitations.propose_substitute(way)
    invitations.team_sees_answers(way)
    programme.use_calendar(way)
