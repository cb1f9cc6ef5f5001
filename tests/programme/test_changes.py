"""What changed between two programmes, and how they are kept."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.programme.changes import Change, compare, how_many
from supportroom.programme.frozen import Meeting, Part, Subject, as_content, fingerprint, is_same, meetings_in
from tests.factories.rounds import words

NINE = datetime(2026, 6, 2, 6, 0, tzinfo=UTC)
POINT = Part("p1", words("Visits"))
TOPIC = Subject("t1", words("Detainees", "المعتقلون"), (POINT,))
FIRST = Meeting(
    "s1",
    multilingual("ar", ar="الافتتاح", en="Opening"),
    "plenary",
    NINE,
    NINE + timedelta(hours=2),
    group=Part("g1", words("First group")),
    place=words("Olive hall"),
    interpretation=("en",),
    subjects=(TOPIC,),
)
SECOND = replace(
    FIRST, key="s2", title=words("Second"), starts_at=NINE + timedelta(hours=3), ends_at=NINE + timedelta(hours=5)
)


def changes(after: Meeting) -> list[Change]:
    return [change for each in compare([FIRST], [after]) for change in each.changes]


def test_what_is_kept_is_plain_json_and_comes_back_as_it_was() -> None:
    kept = json.loads(json.dumps(as_content([FIRST, SECOND])))
    assert meetings_in(kept) == (FIRST, SECOND)
    assert kept["sessions"][0]["starts_at"] == "2026-06-02T06:00:00+00:00"
    assert meetings_in({}) == ()


def test_the_same_programme_is_the_same_however_often_it_was_touched() -> None:
    touched = replace(FIRST, revision=7)
    assert is_same([FIRST], [touched])
    assert not is_same([FIRST], [FIRST, SECOND])
    assert not is_same([FIRST], [replace(FIRST, place=words("Fig hall"))])
    assert compare([FIRST], [touched]) == ()
    assert fingerprint([FIRST]) != fingerprint([touched]), "a form knows what its writer saw"
    assert fingerprint([FIRST]) == fingerprint([replace(FIRST)])


def test_sessions_that_are_new_or_gone_are_told_in_order_of_time() -> None:
    assert [(each.meeting.key, each.changes[0].kind) for each in compare([FIRST], [SECOND])] == [
        ("s1", "removed"),
        ("s2", "added"),
    ]
    assert how_many(compare([], [FIRST, SECOND])) == 2


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("title", multilingual("ar", ar="الختام", en="Closing"), "renamed"),
        ("title", multilingual("ar", ar="الافتتاح", en="The opening"), "reworded"),
        ("group", None, "regrouped"),
        ("group", Part("g2", words("Other group")), "regrouped"),
        ("group", Part("g1", words("The group of old")), "group_renamed"),
        ("place", words("Fig hall"), "relocated"),
        ("place", MultilingualText(), "relocated"),
        ("place", words("Olive hall", "قاعة الزيتون"), "reworded"),
        ("kind", "briefing", "kind"),
        ("interpretation", (), "interpretation"),
        ("is_chatham", False, "chatham"),
    ],
)
def test_each_field_that_changes_is_told_with_what_it_was(field: str, value: object, kind: str) -> None:
    (change,) = changes(replace(FIRST, **{field: value}))  # type: ignore[arg-type]
    assert (change.kind, change.before, change.after) == (kind, getattr(FIRST, field), value) or kind in {
        "group_renamed",
        "reworded",
    }
    assert change.kind == kind


def test_a_session_that_moved_is_told_with_both_times() -> None:
    later = NINE + timedelta(hours=1)
    (change,) = changes(replace(FIRST, starts_at=later, ends_at=later + timedelta(hours=2)))
    assert (change.kind, change.before, change.after) == (
        "moved",
        (NINE, NINE + timedelta(hours=2)),
        (later, later + timedelta(hours=2)),
    )


def test_topics_and_points_are_told_one_by_one() -> None:
    other = Subject("t2", words("Relief"))
    assert [change.kind for change in changes(replace(FIRST, subjects=(TOPIC, other)))] == ["topic_added"]
    assert [change.kind for change in changes(replace(FIRST, subjects=()))] == ["topic_removed"]
    more = replace(TOPIC, points=(POINT, Part("p2", words("Lists"))))
    assert [str(change.after) for change in changes(replace(FIRST, subjects=(more,)))] == ["Lists"]
    assert [change.kind for change in changes(replace(FIRST, subjects=(replace(TOPIC, points=()),)))] == [
        "point_removed"
    ]
    said_anew = replace(TOPIC, title=words("The detained", "المعتقلون"))
    assert [change.kind for change in changes(replace(FIRST, subjects=(said_anew,)))] == ["reworded"]


def test_a_new_topic_comes_with_its_points() -> None:
    other = Subject("t2", words("Relief"), (Part("p9", words("Flour")),))
    assert [change.kind for change in changes(replace(FIRST, subjects=(TOPIC, other)))] == [
        "topic_added",
        "point_added",
    ]


def test_another_order_is_a_change() -> None:
    other = Subject("t2", words("Relief"))
    both, turned = replace(FIRST, subjects=(TOPIC, other)), replace(FIRST, subjects=(other, TOPIC))
    assert [change.kind for each in compare([both], [turned]) for change in each.changes] == ["reordered"]
