"""Which translations lag behind the original, and what an empty text lacks."""

import pytest

from supportroom.adoption.readiness import what_is_missing
from supportroom.adoption.translations import Lag, lag_of, originals_of
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.papers.models import Paper
from supportroom.papers.versions import Shown, VersionView

BOTH = multilingual("ar", ar="عنوان", en="Title")


def view(*contents: MultilingualText, title: MultilingualText = BOTH) -> VersionView:
    """Give a state of a paper with these paragraphs."""
    shown = tuple(Shown(number, number, "paragraph", 1, content) for number, content in enumerate(contents, start=1))
    return VersionView(Paper(), title, ("ar", "en"), 1, shown)


def test_what_is_current_does_not_lag() -> None:
    assert lag_of(view(BOTH, BOTH)) == []


def test_missing_draft_and_outdated_are_told_apart_by_number() -> None:
    missing = multilingual("ar", ar="نص")
    outdated = multilingual("ar", ar="نص", en="Text").reworded("ar", "نص آخر")
    draft = multilingual("ar", ar="نص").reworded("en", "Text", state="draft")
    assert lag_of(view(BOTH, missing, outdated, draft)) == [Lag("en", (2,), (4,), (3,))]


def test_a_paragraph_lags_in_the_other_language_than_its_own() -> None:
    english = multilingual("en", en="Written in English first.")
    lags = lag_of(view(english, title=multilingual("ar", ar="عنوان")))
    assert [(lag.language, lag.missing) for lag in lags] == [("ar", (1,)), ("en", (0,))]
    assert originals_of(view(BOTH, BOTH, english)) == ["ar", "en"]


@pytest.mark.parametrize(
    ("seen", "count"),
    [
        (view(BOTH), 0),
        (view(), 1),
        (view(BOTH, title=MultilingualText()), 1),
        (view(title=MultilingualText()), 2),
        (view(BOTH, multilingual("ar", ar=" ")), 1),
    ],
)
def test_what_is_missing_is_listed(seen: VersionView, count: int) -> None:
    assert len(what_is_missing(seen)) == count
