import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.test import Client, override_settings

from supportroom.demo.building import build_room, is_built
from supportroom.demo.people import PERSONAS, account_of
from supportroom.invitations.models import Invitation
from supportroom.invitations.queries import counts_by_state, joint_declines_published, notice_of, to_settle
from supportroom.kernel.clock import now
from supportroom.people.models import Person
from supportroom.points.models import Point, Position
from supportroom.protection.handles import has_key
from supportroom.rounds.models import Participant, Round, Session
from supportroom.selection.balance import standing
from supportroom.selection.queries import confirmed_listings
from supportroom.site.models import Edition
from supportroom.statements.models import Reply, Report, Statement
from supportroom.topics.models import DiscussionPoint, TopicLink
from supportroom.topics.queries import agenda_of, call_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Build the demo room once; every test of this file reads it, and the last one out removes it."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        build_room(tell=str)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(built: None, db: None) -> None:
    """The room as it was built; what a test changes is undone."""


def published_words(language: str) -> str:
    edition = Edition.objects.get(publication__paper=None)
    folder = Path(settings.PUBLISHED_DIR) / edition.files["folder"]
    page = (folder / language / "index.html").read_text()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def test_the_2020_report_states_the_figures_of_the_public_document(demo: None) -> None:
    words = published_words("en")
    for figure in ("28 people", "16 women and 12 men", "33 points under 10 pillars", "25 points", "6 points more"):
        assert figure in words, figure
    assert "Without agreement: 2 points" in words
    assert "North-west Syria" in words


def test_the_2020_round_has_the_records_of_the_public_document(demo: None) -> None:
    first = Round.objects.order_by("starts_on").first()
    states = list(Point.objects.filter(round=first).values_list("state", flat=True))
    settled = Point.objects.filter(round=first, state="agreed").values_list("settled_in__position", flat=True)
    assert (len(states), states.count("agreed"), states.count("remaining")) == (33, 31, 2)
    assert sorted([list(settled).count(place) for place in set(settled)]) == [6, 25]
    assert Participant.objects.filter(round=first).count() == 28
    assert Session.objects.filter(round=first, starts_at__date__lte=first.ends_on).count() == 6
    statements = Statement.objects.filter(round=first)
    assert [s.text.paragraphs.filter(kind="item").count() for s in statements] == [10, 8]
    assert Reply.objects.filter(statement=statements[1]).count() == 4
    assert first.state == "published"


def test_the_2021_round_is_at_its_report_with_fifteen_recommendations(demo: None) -> None:
    second = Round.objects.get(starts_on__year=2021)
    assert second.state == "reporting"
    assert Report.objects.get(round=second).state == "drafting"
    assert second.groups.count() == 5
    assert second.participants.count() == 130
    pillars = [pillar.state for pillar in second.pillars.all()]
    assert len(pillars) == 5
    assert Statement.objects.get(round=second).text.paragraphs.filter(kind="item").count() == 15


@pytest.fixture
def ahead(demo: None) -> Round:
    return Round.objects.get(state="inviting")


def test_a_round_is_ahead_with_topics_of_every_fate_two_of_which_take_up_what_stayed_open(ahead: Round) -> None:
    states = list(ahead.topics.values_list("state", flat=True))
    assert len(states) == 11
    assert {"on_agenda", "supported", "merged", "deferred", "withdrawn"} == set(states)
    earlier = Round.objects.get(state="published")
    assert TopicLink.objects.filter(topic__round=ahead, earlier_round=earlier).count() == 2
    assert call_of(ahead).is_over(now())
    assert not agenda_of(ahead).filter(contact=None).exists()
    fates = DiscussionPoint.objects.filter(topic__round=ahead).values_list("state", flat=True)
    assert {"taken_up", "merged", "left_out"} == set(fates)


def test_its_notice_is_sufficient_and_its_term_lies_ahead(ahead: Round) -> None:
    notice = notice_of(ahead)
    assert notice.days >= 16
    assert not notice.is_short
    assert now() < ahead.letter.answer_by
    assert ahead.programme_versions.count() == 2


def test_two_hundred_and_five_registered_and_sixty_are_listed_in_three_groups(ahead: Round) -> None:
    assert ahead.registration.applications.count() == 205
    listed = confirmed_listings(ahead)
    assert sorted(Counter(listed.values_list("group", flat=True)).values()) == [20, 20, 20]
    below = [each for each in standing(ahead) if not each.met]
    assert [(each.quota.kind, bool(each.reason)) for each in below] == [("disability", True)]


def test_some_have_answered_and_some_have_not(ahead: Round) -> None:
    counts = counts_by_state(ahead)
    assert sum(counts.values()) == 60
    assert counts["accepted"] == ahead.participants.count() == 33
    assert counts["sent"] > 10
    states = {key: Invitation.objects.get(round=ahead, person=account_of(key).person).state
              for key in ("member", "shielded_member", "facilitator")}  # fmt: skip
    assert states == {"member": "sent", "shielded_member": "accepted", "facilitator": "accepted"}
    assert [bool(question.answer) for question in ahead.questions.all()] == [True, True, False]
    published = joint_declines_published(ahead)
    assert [(len(decline.organisations), decline.unnamed) for decline in published] == [(2, 1)]
    left = to_settle(ahead)
    assert left.substitutes
    assert left.requests


def test_of_closed_sessions_no_key_and_no_position_is_left(demo: None) -> None:
    assert not Position.objects.filter(item__check_asked__session__state="closed").exists()
    assert not Point.objects.filter(raised_in__state="closed").exclude(handle="").exists()
    assert [has_key(s.pk) for s in Session.objects.filter(state="open")] == [True]


def test_the_published_page_names_nobody_but_who_agreed(demo: None) -> None:
    words = published_words("ar")
    named = {person.name for person in Person.objects.all() if person.name in words}
    assert named <= {PERSONAS["member"][0]}


def test_the_demo_is_built_once(demo: None) -> None:
    assert is_built()


@pytest.mark.parametrize("persona", PERSONAS)
def test_each_persona_signs_in_by_one_click_and_sees_a_desk(demo: None, persona: str) -> None:
    client = Client()
    answer = client.post("/en/demo/", {"persona": persona}, follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0].endswith("/desk/")


def test_nobody_signs_in_as_somebody_unknown(demo: None) -> None:
    assert Client().post("/en/demo/", {"persona": "nobody"}).status_code == 404


def test_a_start_in_production_with_one_click_sign_in_is_refused() -> None:
    with override_settings(MODE="production"):
        assert "supportroom.E001" in [error.id for error in run_checks()]


def test_the_demo_answers_on_this_machine_alone() -> None:
    with override_settings(ALLOWED_HOSTS=["room.example.org"]):
        assert "supportroom.E002" in [error.id for error in run_checks()]
