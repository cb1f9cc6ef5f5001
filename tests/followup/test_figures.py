"""Counting what was sent, answered, in time, reflected: pure."""

from datetime import date, timedelta

from supportroom.followup.figures import Asked, Figure, Put, figures, in_all

TODAY, SENT = date(2026, 6, 2), date(2026, 3, 1)
DUE = SENT + timedelta(days=60)
OFFICE, DONORS = 1, 2
ASKED = [
    Asked(10, 2020, 7, 5, "answered", reflected=True),
    Asked(11, 2020, 7, None, "sent", reflected=False),
    Asked(12, 2021, None, 5, "done"),
    Asked(13, 2021, None, 5, "recorded", reflected=True),
]


def put(
    recommendation: int, addressee: int, after: int | None = None, *, sent: bool = True, state: str = "sent"
) -> Put:
    """Put one to a body; answered so many days later."""
    came = SENT + timedelta(days=after) if after is not None else None
    state = "answered" if came else state
    return Put(recommendation, addressee, state, SENT if sent else None, DUE if sent else None, None, came)


PUT = [
    put(10, OFFICE, 10),
    put(10, DONORS, 61),
    put(11, OFFICE),
    put(12, OFFICE, 60),
    put(13, DONORS, sent=False, state="recorded"),
]


def by_key(way: str) -> dict[int | None, Figure]:
    return {figure.key: figure for figure in figures(way, ASKED, PUT, TODAY)}


def test_an_addressee_is_counted_by_what_was_put_to_it() -> None:
    office, donors = by_key("addressee")[OFFICE], by_key("addressee")[DONORS]
    assert (office.asked, office.sent, office.answered, office.in_time, office.late) == (3, 3, 2, 2, 0)
    assert (office.overdue, office.waiting, office.open) == (1, 0, 2)
    assert office.median_days == 35
    assert office.in_time_share == 67
    assert (donors.asked, donors.sent, donors.answered, donors.in_time, donors.late) == (2, 1, 1, 0, 1)
    assert (donors.acknowledged, donors.overdue) == (1, 0)


def test_rounds_pillars_and_years_count_each_recommendation_once() -> None:
    assert {key: (one.asked, one.sent) for key, one in by_key("round").items()} == {7: (2, 3), None: (2, 1)}
    assert {key: one.asked for key, one in by_key("pillar").items()} == {5: 3, None: 1}
    assert {key: one.reflected_share for key, one in by_key("year").items()} == {2020: 50, 2021: 100}


def test_a_share_or_median_of_nothing_is_nothing_and_what_is_done_is_not_overdue() -> None:
    done = figures("year", [Asked(1, 2020, None, None, "done")], [put(1, OFFICE)], TODAY)[0]
    assert (done.overdue, done.waiting, done.median_days, done.reflected_share) == (0, 0, None, None)
    assert in_all([], [], TODAY) == Figure(None)


def test_everything_together_is_the_sum_of_the_years() -> None:
    whole = in_all(ASKED, PUT, TODAY)
    for name in ("asked", "sent", "answered", "in_time", "overdue", "open", "read", "reflected"):
        assert getattr(whole, name) == sum(getattr(one, name) for one in by_key("year").values()), name
    assert whole.median_days == 60


def test_an_answer_is_in_time_or_late_only_where_a_day_was_set() -> None:
    never_sent = Put(13, OFFICE, "answered", None, None, None, TODAY)
    late_and_reopened = Put(12, OFFICE, "recorded", SENT, DUE, None, DUE + timedelta(days=60))
    whole = in_all(ASKED, [never_sent, late_and_reopened], TODAY)
    assert (whole.answered, whole.in_time, whole.late, whole.without_day, whole.in_time_share) == (2, 0, 1, 1, 0)


def test_an_answer_that_is_dated_before_the_letter_took_no_days() -> None:
    assert in_all(ASKED, [put(10, OFFICE, -8)], TODAY).median_days == 0
