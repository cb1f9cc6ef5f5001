"""Shapes of documents that came up one by one: each stands here in our own words with what is understood of it."""

import pytest

from supportroom.intake.understanding.found import ASKED, POINTS, PROSE, REPEATED
from supportroom.intake.understanding.naming import is_addressee, is_dated, is_day, name_of, speaker_of
from supportroom.intake.understanding.phrases import asks, asks_in_prose, says_a_duty
from tests.intake.test_understanding import asked, shape, understood

ADDRESSEES = """\
Briefing on the crossing

Key facts

We demand nothing here:

- Bread costs twice as much.
- Two hospitals have no light.

Recommendations

To the Council:

- Renew the leave to cross.
- Hear the associations.

To donors:

- Grants for three years.
"""
BOLD_ADDRESSEES = """\
# Briefing
**Recommendations**

**To the government**

1. Release children.
2. Publish the list.

**To states that host refugees**

1. An end to returns.
"""
SUMMARY = """\
# Paper on homes
## Executive summary
It recommends the following:
- Suspend all laws on expropriation of homes.
- Create a claims commission with offices abroad.
## Recommendations
1. Suspend all laws on expropriation of homes that were passed in the war, and annul what was decided on them.
2. Create a claims commission under supervision with offices abroad, so that owners can file claims.
"""
GROUPS = """\
Summary of the evening

The women's group recommended the following:

1. Seats in every committee.
2. A fund for childcare.

Group 2 recommended:

1. Places to study abroad.
2. A council of the young.
"""
ARABIC_MINUTES = """\
محضر اجتماع

أولاً: الزلزال

تحدث الحاضرون عن المشكلات التالية:
• غلاء الإيجارات.
• بعد المدارس.

وطالبت المجموعة بـ:
• فتح الطرق أمام فرق الإنقاذ.
• تشكيل غرفة طوارئ.

ثانياً: التعليم

طالب المشاركون بـ:
• ترميم المدارس.
• صرف الرواتب.
"""
LOST_MARKS = """\
# Speech

**First, the water group:**

The group met four times in the past year, mostly in the evening, and looked at the pumps. The group recommended,

Repairing the main line before the winter, with money that the towns already have, and with the engineers of both sides.

Meters in every quarter, read by people of the quarter, so that nobody has to pay for the water of others any more.

**Second, the school group:**

The group made a number of recommendations, the most important of which:

Paying teachers in time, and paying them what was held back since the beginning of the war, wherever they may live now.

Opening evening classes for those who had to leave school and earn money, in rooms that are warm and that have light.

Books for those who lost theirs, printed in the languages that the children of the town speak with their parents.
"""


def test_recommendations_to_several_stand_below_their_heading() -> None:
    expected = [(ASKED, "To the Council", 2), (ASKED, "To donors", 1)]
    assert [each for each in shape(understood(ADDRESSEES, name="a.txt")) if each[0] == ASKED][-2:] == expected
    assert shape(understood(BOLD_ADDRESSEES)) == [
        (ASKED, "To the government", 2),
        (ASKED, "To states that host refugees", 1),
    ]


def test_of_a_summary_and_a_list_of_the_same_length_the_recommendations_themselves_are_kept() -> None:
    assert shape(understood(SUMMARY)) == [(REPEATED, "Executive summary", 2), (ASKED, "Recommendations", 2)]


def test_leads_of_groups_are_named_by_who_speaks_or_by_what_stands_above() -> None:
    assert list(asked(understood(GROUPS, name="a.txt"))) == ["The women's group", "Group 2"]
    assert shape(understood(ARABIC_MINUTES, "ar", "a.txt")) == [
        (POINTS, "الزلزال", 2),
        (ASKED, "الزلزال", 2),
        (ASKED, "التعليم", 2),
    ]


def test_lists_that_lost_their_marks_are_the_paragraphs_after_a_lead_that_asks() -> None:
    assert [(heading, len(items)) for heading, items in asked(understood(LOST_MARKS)).items()] == [
        ("The water group", 2),
        ("The school group", 3),
    ]


def test_a_letter_asks_with_what_must_be_done_as_well_and_is_not_named_by_its_date() -> None:
    letter = (
        "Open letter to the ministers\n\n20 March 2024\n\nExcellencies,\n\nWe urge you to keep the money for health. "
        "Local groups must receive a quarter of it. We must say that we are tired.\n\nThank you.\n"
    )
    assert asked(understood(letter, name="a.txt")) == {
        "Appeals": ["We urge you to keep the money for health.", "Local groups must receive a quarter of it."]
    }
    arabic = (
        "رسالة مفتوحة\n\nالسادة الوزراء\n\nإننا نطالبكم بالإبقاء على تمويل الصحة. ونحثكم على الالتزام به. "
        "وينبغي ألا تُبرم أي اتفاقات قبل ذلك.\n\nلجنة الأحياء\n"
    )
    assert [len(items) for items in asked(understood(arabic, "ar", "a.txt")).values()] == [3]


def test_a_resolution_without_numbers_calls_urges_and_requests() -> None:
    words = (
        "Declaration\n\nThe congress,\n\nDeeply concerned about the schools,\n\n"
        "Calls upon the ministry to open them;\n\nUrges all groups to leave them;\n\n"
        "Expresses its thanks to the teachers.\n"
    )
    assert asked(understood(words, name="a.txt")) == {
        "Appeals": ["Calls upon the ministry to open them;", "Urges all groups to leave them;"]
    }


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Group 1 recommended:", "Group 1"),
        ("The women's group recommended the following:", "The women's group"),
        ("They suggest the following", ""),
        ("Accordingly, we make the following recommendations:", ""),
        ("The participants therefore demand:", ""),
        ("Water", ""),
    ],
)
def test_who_speaks_in_a_lead_is_known_if_it_is_not_just_anybody(lead: str, speaker: str) -> None:
    assert speaker_of(lead) == speaker


def test_names_are_without_numbers_dates_and_bare_leads() -> None:
    assert name_of("3.1 Recommendations on safety", "", "", "en") == "Recommendations on safety"
    assert name_of("2 Legal framework", "", "", "en") == "Legal framework"
    assert name_of("Recommendations", "To the Council:", "", "en") == "To the Council"
    assert name_of("20 March 2024", "We ask:", "", "en") == "Requests"
    assert name_of("وعليه فإننا نؤكد على ما يلي", "", "", "ar") == "الخلاصات"
    assert name_of("أوصت المجموعة بما يلي", "", "", "ar") == "التوصيات"
    assert (is_day("٣٠ آب ٢٠٢٢"), is_day("12 wells"), is_day("May")) == (True, False, False)
    assert is_dated("On the day of the missing, 30 August 2022")
    assert is_addressee("To the parties to the conflict")
    assert is_addressee("إلى المانحين")
    assert not is_addressee("To ensure that schools open")


def test_people_are_asked_directly_and_duties_are_said_of_others() -> None:
    assert asks("إننا نطالبكم بما يلي")
    assert asks_in_prose("وندعوكم إلى الحضور.")
    assert asks_in_prose("Further requests the mediator to report;")
    assert not asks_in_prose("Requests for visas were refused.")
    assert says_a_duty("States should refrain from this.")
    assert not says_a_duty("We must go on.")
    assert PROSE not in {group.kind for group in understood(ADDRESSEES, name="a.txt")}


TOPICS = """\
Outcome of the youth dialogue

The participants agreed on the following recommendations:

Education
• Evening schools in each quarter.
• One diploma for all regions.

Work
• Small loans without guarantors.

Closing

The dialogue ended with a concert.

Musicians
• Three drums
• One oud
"""
ARABIC_CHAPTERS = """\
ورقة موقف: الحق في السكن

1. خلفية
ارتفعت الإيجارات في كل البلدات ثلاث مرات خلال عامين.

2. التحديات
- غياب العقود المكتوبة.
- الإخلاء دون إنذار.

3. التوصيات

3.1 إلى المجالس المحلية
- تسجيل العقود مجاناً.
- تحديد سقف للزيادة.

3.2 إلى المانحين
- تمويل ترميم البيوت.

4. خاتمة
نشكر كل من أسهم في كتابة هذه الورقة وفي ترجمتها.
"""


def test_topics_under_a_lead_without_a_list_of_its_own_are_asked_for_until_something_is_told() -> None:
    found = understood(TOPICS, name="a.txt")
    assert list(asked(found)) == ["Education", "Work"]


def test_chapters_with_words_right_under_their_numbers_are_chapters() -> None:
    assert shape(understood(ARABIC_CHAPTERS, "ar", "a.txt")) == [
        (POINTS, "التحديات", 2),
        (ASKED, "إلى المجالس المحلية", 2),
        (ASKED, "إلى المانحين", 1),
    ]
