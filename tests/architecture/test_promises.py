"""Every number that is promised has tests that say so in their names, and the page that lists them is up to date."""

from tests.architecture.promises import NO_TEST, PAGE, PROMISES, markdown, numbered_tests


def test_every_number_has_a_test_or_a_reason() -> None:
    found = numbered_tests()
    assert [number for number in PROMISES if not found[number] and number not in NO_TEST] == []
    assert [number for number in NO_TEST if found[number]] == [], "it has one by now"
    assert found.keys() - PROMISES.keys() == set(), "a test bears a number that nobody promised"


def test_the_page_of_promises_is_up_to_date() -> None:
    """`python tools/promises.py` prints it."""
    assert PAGE.read_text() == markdown()
