"""Headings that a document numbers, leads below them, and what is neither: lists whose numbers have dots."""

from tests.reading.samples import outline, prose, shape

CHAPTERS = """\
REPORT ON MARKETS

1. Introduction

Forty people came.

2. Group work

2.1 Credit

The group spoke of loans.

The group recommended:

a. Loans without deeds.
b. A fund run by towns.

2.2 Training

The group recommended:

a. Courses in each camp.
b. Papers that count on both sides.

3. Closing

Everybody was thanked.

List of those present

1. Weavers' House
2. Beekeepers of the Hill
"""


def test_numbered_chapters_are_headings_and_end_the_list_above_them() -> None:
    found = outline(CHAPTERS)
    assert [texts for _heading, texts in shape(found)] == [
        ["Loans without deeds.", "A fund run by towns."],
        ["Courses in each camp.", "Papers that count on both sides."],
        ["Weavers' House", "Beekeepers of the Hill"],
    ]
    levels = {section.heading: section.level for section in found.sections}
    assert levels["Introduction"] == levels["Group work"] == levels["Closing"] < levels["Credit"] == levels["Training"]
    assert levels["Credit"] < levels["The group recommended"]


def test_numbers_with_dots_over_lists_of_their_own_are_headings_and_the_others_items() -> None:
    found = outline(
        "Strategy\n\n2.1 Funding\n\n2.1.1 Allow grants.\n2.1.2 Publish refusals.\n\n"
        "2.2 Safety\n\n2.2.1 Create a fund.\n2.2.2 Move families.\n"
    )
    assert shape(found) == [
        ("Funding", ["Allow grants.", "Publish refusals."]),
        ("Safety", ["Create a fund.", "Move families."]),
    ]
    flat = outline("Points\n\n1.1 Open the road\n1.2 Close the pit\n1.3 Mend the pump\n")
    assert shape(flat) == [("Points", ["Open the road", "Close the pit", "Mend the pump"])]


def test_buttons_of_web_pages_are_no_words_of_a_document() -> None:
    found = outline("Facebook\n**Twitter**\n\nNote on rivers\n\n- The river is low.\n- Boats lie on sand.\n")
    assert shape(found) == [("Note on rivers", ["The river is low.", "Boats lie on sand."])]
    assert not prose(found)
