from datetime import UTC, date, datetime

from django.utils import timezone, translation

from supportroom.kernel.multilingual import multilingual
from supportroom.web import formatting as f

EVENING = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)


def test_a_number_keeps_western_digits_in_both_languages() -> None:
    for language in ("en", "ar"):
        with translation.override(language):
            assert f.number(12345) == "<bdi>12,345</bdi>"
            assert f.number(2.5, 1) == "<bdi>2.5</bdi>"


def test_a_day_is_isolated_and_readable_by_machines() -> None:
    with translation.override("en"):
        assert f.localdate(date(2020, 6, 2)) == '<bdi><time datetime="2020-06-02">2 June 2020</time></bdi>'
        assert "Tuesday 2 June 2020" in f.localdate(date(2020, 6, 2), weekday=True)


def test_a_moment_falls_on_the_day_of_the_zone_that_is_asked_for() -> None:
    late = datetime(2020, 6, 2, 22, 30, tzinfo=UTC)
    with translation.override("en"):
        assert "2 June" in f.localdate(late, "UTC")
        assert "3 June" in f.localdate(late, "Asia/Damascus")


def test_what_is_not_set_prints_as_nothing() -> None:
    assert (f.localdate(None), f.localtime(None), f.localmoment(None)) == ("", "", "")


def test_days_of_one_month_are_shortened() -> None:
    with translation.override("en"):
        assert f.date_span(date(2020, 6, 2), date(2020, 6, 5)) == "<bdi>2–5 June 2020</bdi>"
        assert f.date_span(date(2020, 6, 2), date(2020, 7, 5)) == "<bdi>2 June 2020 – 5 July 2020</bdi>"
        assert f.date_span(date(2020, 6, 2), date(2020, 6, 2)) == f.localdate(date(2020, 6, 2))


def test_an_hour_is_told_for_the_reader_and_for_the_round() -> None:
    with translation.override("en"), timezone.override("Asia/Damascus"):
        shown = f.localtime(EVENING, "Europe/Zurich")
    assert "<bdi>18:00 Damascus</bdi> / <bdi>16:00 Geneva</bdi>" in shown


def test_an_hour_that_is_the_same_in_both_places_is_told_once() -> None:
    with translation.override("en"), timezone.override("Asia/Damascus"):
        assert f.localtime(EVENING, "Asia/Baghdad").count("18:00") == 1


def test_a_zone_without_a_name_of_ours_keeps_the_last_part_of_its_own() -> None:
    assert f.city("America/Port_of_Spain") == "Port of Spain"


def test_people_s_words_carry_their_language_and_their_direction() -> None:
    text = multilingual("ar", ar="نص <b>", en="A text")
    with translation.override("en"):
        assert f.said(text) == '<span lang="en" dir="auto">A text</span>'
        assert f.said(text, "ar", "p") == '<p lang="ar" dir="auto">نص &lt;b&gt;</p>'
    with translation.override("fr"):
        assert 'lang="ar"' in f.said(text)


def test_words_without_a_language_still_find_their_direction() -> None:
    assert f.said("<i>") == '<span dir="auto">&lt;i&gt;</span>'


def test_an_empty_line_parts_paragraphs() -> None:
    shown = f.said_in_paragraphs("one\r\n\r\ntwo\n\n\n\nthree", "en")
    assert shown.count('<p lang="en" dir="auto">') == 3


def test_a_span_of_hours_names_each_place_once() -> None:
    first, last = datetime(2026, 6, 2, 9, tzinfo=UTC), datetime(2026, 6, 2, 13, tzinfo=UTC)
    with timezone.override("Europe/Zurich"), translation.override("en"):
        shown = f.localspan(first, last, "Asia/Damascus")
        assert shown == "<bdi>11:00–15:00 Geneva</bdi> / <bdi>12:00–16:00 Damascus</bdi>"
        assert f.localspan(first, last, "Europe/Zurich") == "<bdi>11:00–15:00 Geneva</bdi>"
