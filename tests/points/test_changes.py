from collections.abc import Iterator

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import DomainError
from supportroom.points import changes
from supportroom.points.actions import focus_point
from supportroom.rounds.models import Session
from tests.factories.points import raised


@pytest.fixture
def told() -> Iterator[list[int]]:
    heard: list[int] = []
    listener = heard.append
    changes.listen(listener)
    yield heard
    changes.stop_listening(listener)


def test_who_listens_is_told_after_the_commit_and_not_before(
    session: Session, told: list[int], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        raised(session)
        assert told == []
    assert told == [session.pk]


def test_what_is_refused_tells_nobody(
    session: Session,
    recording: Actor,
    told: list[int],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(DomainError):
        raised(session, text="")
    assert told == []


def test_who_no_longer_listens_is_not_told_and_a_listener_is_told_once(
    session: Session,
    leading: Actor,
    told: list[int],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    heard: list[int] = []
    listener = heard.append
    changes.listen(listener)
    changes.listen(listener)
    changes.stop_listening(listener)
    with django_capture_on_commit_callbacks(execute=True):
        focus_point(actor=leading, session=session, point=None)
    assert (heard, told) == ([], [session.pk])
