from datetime import timedelta

import pytest
from django.utils import translation

from supportroom.kernel.clock import now
from supportroom.web.deadlines import in_words, is_past

SPANS = [
    (timedelta(days=2, hours=5), "closes", "closes in 2 days"),
    (timedelta(days=1), "due", "due in 1 day"),
    (timedelta(hours=23, minutes=59), "opens", "opens in 23 hours"),
    (timedelta(minutes=59), "starts", "starts in 59 minutes"),
    (timedelta(seconds=10), "", "in 1 minute"),
    (timedelta(), "closes", "closed 1 minute ago"),
    (-timedelta(days=3), "due", "overdue by 3 days"),
]


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(("span", "verb", "words"), SPANS)
def test_a_deadline_is_told_in_its_largest_whole_unit(span: timedelta, verb: str, words: str) -> None:
    with translation.override("en"):
        assert f">{words}</time>" in in_words(now() + span, verb)


@pytest.mark.usefixtures("clock")
def test_a_moment_is_past_from_its_very_instant() -> None:
    assert is_past(now())
    assert not is_past(now() + timedelta(microseconds=1))
