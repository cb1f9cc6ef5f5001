"""Lists as people type them in messages, in clauses, as titles with explanations, with lists of their own."""

from supportroom.intake.understanding.forms import asks_by_form
from supportroom.intake.understanding.found import ASKED, TOLD
from tests.intake.test_understanding import asked, shape, understood

MESSAGE = """\
🕊️ لجنة أهالي الحي 🕊️

📌 مطالبنا التي سلمناها للمكتب:

1️⃣ فتح ممر آمن للمرضى كل يوم.
2️⃣ إعادة الكهرباء إلى محطة المياه.
3️⃣ إشراك لجنتنا في الاجتماعات.

شكراً لكل من حضر ❤️
"""
CHECKED = """\
*What we ask of the office* 🇺🇳
✅ Monthly meetings in town
✅ Send us the minutes, every time

Thanks to everyone who came 👋
"""
CLAUSES = """\
Round table

The round table met in the library.

On safety, the round table recommends that:

the line be marked on the ground with the help of both mayors;
heavy weapons be withdrawn beyond the range of the nearest town; and
farmers be told in advance.

On housing, the round table recommends that:
the parties name one negotiator each for the question of housing;
nobody be evicted from a house until another roof was found.

The session closed at 17.30.
"""
EXPLAINED = """\
ماذا تريد الأسر

توصيات إلى الحكومة

إصدار قانون خاص بالمفقودين خلال ستة أشهر.

لا يجوز أن يبقى مصير الناس رهناً بالتعليمات. ومن شأن القانون أن يحدد الجهة المسؤولة عن البحث.

تعويض أصحاب البيوت المصادرة.

أظهرت المشاورات أن البيت هو المطلب الأول للعائدين. وينبغي أن يجري التعويض في كل محافظة.
"""
ADDRESSED = """\
# Conclusions of the harbour forum

## Introduction

Forty people came.

## For the negotiating parties

1. Begin each round with an hour for the districts.
2. Leave the port workers out of the quarrel.

## For the mediation team

- Bring interpreters to every hearing.
- Answer written submissions within one month.
"""
DETAILED = """\
Recommendations to the parties
\t•\tAgree on one list of crossings and publish it in both languages
\t\t–\tthe list to be reviewed every month
\t\t–\tdrivers to be told of changes
\t•\tRelease detainees who are ill
\t•\tStop recruiting pupils
\t\t–\tarmed groups to hand over their books
"""


def test_numbers_and_ticks_of_messages_are_marks() -> None:
    assert list(asked(understood(MESSAGE, "ar", "a.txt")).values()) == [
        ["فتح ممر آمن للمرضى كل يوم.", "إعادة الكهرباء إلى محطة المياه.", "إشراك لجنتنا في الاجتماعات."]
    ]
    assert list(asked(understood(CHECKED, name="a.txt")).values()) == [
        ["Monthly meetings in town", "Send us the minutes, every time"]
    ]


def test_clauses_that_end_with_semicolons_after_a_colon_are_items() -> None:
    assert [len(items) for items in asked(understood(CLAUSES, name="a.txt")).values()] == [3, 2]
    told = "He said what he saw: a town without light;\nand in the morning the road was shut\nfor everybody but him.\n"
    assert asked(understood(told, name="a.txt")) == {}


def test_a_short_paragraph_that_asks_goes_with_the_longer_one_that_explains_it() -> None:
    found = understood(EXPLAINED, "ar", "a.txt")
    assert shape(found) == [(ASKED, "توصيات إلى الحكومة", 2)]
    first = found[0].parts[0]
    assert first.text.split("\n")[0] == "إصدار قانون خاص بالمفقودين خلال ستة أشهر."
    assert EXPLAINED.split("\n")[first.last].startswith("لا يجوز")


def test_headings_that_say_for_whom_are_no_part_of_an_introduction() -> None:
    found = understood(ADDRESSED)
    assert [each for each in shape(found) if each[0] != TOLD] == [
        (ASKED, "For the negotiating parties", 2),
        (ASKED, "For the mediation team", 2),
    ]


def test_bullets_with_details_stay_bullets_where_some_have_none() -> None:
    (items,) = asked(understood(DETAILED, name="a.txt")).values()
    assert [len(item.split("\n")) for item in items] == [3, 1, 2]


def test_clauses_with_that_ask_by_their_form() -> None:
    assert asks_by_form("أن تلتزم الأطراف بوقف النار.")
    assert asks_by_form("that proof of delivery be accepted in place of receipts")
    assert not asks_by_form("أن الوضع سيئ في المخيمات")
    assert not asks_by_form("that people are leaving")


MESSAGES = """\
ملخص اللقاء

أولاً: كلمة المشاركين

نحن نمثل تجربتنا، وهي تجربة طويلة.

ثانياً: الرسائل المشتركة إلى الدول

توافق المشاركون على الرسائل التالية:
• الحفاظ على الهدنة في الشمال.
• وضع ملف المعتقلين في مقدمة جدول الأعمال.

ثالثاً: الخطوات القادمة

سيُرسل هذا الملخص إلى الجميع.
"""
MISSION = """\
Mission summary

What interlocutors asked for

Interlocutors did not agree on a list. They called on donors to protect small associations. They urged the Envoy to \
raise the papers of the displaced. Finally, they requested that an office for the missing be set up.

Practical information

The mission took eleven days.
"""
THEMES = """\
# Messages of the room

## Theme 1: Access
### Messages
- Keep the crossings open.
- Publish who is helped.

## Theme 2: Youth
### Messages
- Create a fund for youth.
- Extend scholarships to all regions.
"""


def test_what_participants_agreed_on_is_asked_and_no_list_of_participants() -> None:
    assert shape(understood(MESSAGES, "ar", "a.txt")) == [(ASKED, "الرسائل المشتركة إلى الدول", 2)]
    present = "Meeting\n\nParticipants who agreed to be named:\n- A teacher\n- A nurse from the coast\n- Two drivers\n"
    assert asked(understood(present, name="a.txt")) == {}


def test_one_paragraph_of_several_requests_gives_each_of_them() -> None:
    (items,) = asked(understood(MISSION, name="a.txt")).values()
    assert [item.split()[1] for item in items] == ["called", "urged", "they"]


def test_messages_under_each_theme_are_named_by_their_theme() -> None:
    assert [heading for _kind, heading, _count in shape(understood(THEMES))] == ["Theme 1: Access", "Theme 2: Youth"]
