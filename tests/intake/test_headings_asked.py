"""What stands above lists: questions, addressees, leads over several headings, conclusions beside what is asked."""

from supportroom.intake.understanding.forms import asks_by_form
from supportroom.intake.understanding.found import ASKED, POINTS, TOLD
from supportroom.reading.shapes import is_capitals
from tests.intake.test_understanding import asked, shape, understood

ASKS = """\
Paper of the coast

Our asks

We put these asks to the office of the envoy.

Ask 1. Open the road fully.
The arrangement is verbal and depends on the mood of whoever commands there this week. A written one, published \
on both sides, would let people hold someone to account.

Ask 2. Give us a seat in the committee.
We ask for:
   - two observers;
   - the agenda five days before.

Ask 3. Publish what you did.
"""
INDENTED = """\
Report of the women

1.  Who took part

Twenty-four women came.

3 | P a g e

2.  Calls to action

2.1  To the parties

     Stop attacks on markets and hospitals, with written orders to all
     units.

     Let women carry food across the lines.

4 | P a g e

2.2  To donors

     Fund kitchens directly, with simple forms.

     Stop counting seminars as help.

3.  Closing

The women thanked the house.
"""
LETTERS = """\
# Summary

## Points of disagreement

1. whether a referendum should come first;
2. whether judges may stand.

## Messages to the first track

a) Agree on one cabinet.

b) Hold a session in the south, with these on its agenda:
   i) fuel;
   ii) border posts.

c) Put the budget into the text.
"""
INLINE = """\
Open letter

We call on the coordinator to: • make the part of women a condition for all
meetings; • publish the agenda within one week; • meet with women inside
the country.

We call on the agencies to: • keep women on your payroll; • consult us
before you sign.
"""
QUESTIONS = """\
ملتقى الشباب

ما المطلوب من مكتب المبعوث؟

١- تخصيص ثلث المقاعد للشباب.
٢- نشر ملخص عن كل مشاورات.

ما المطلوب من الأطراف؟

- وقف التجنيد.
- فتح الطرق.
- صرف الرواتب.

عن الملتقى

شبكة تطوعية.
"""
LED = """\
# رؤيتنا

## قيمنا

- الكرامة حق للجميع.
- الخلاف مشروع والعنف ليس كذلك.

## رؤيتنا للحل

نقترح على طاولة الحوار الخطوات الآتية:

### على مستوى الحي

1. **لجان أحياء** تجتمع كل أسبوعين.
2. **رقم هاتف واحد** للوساطة.

### على مستوى الدولة

1. **مساعدات لا تفرّق** بين فقير وفقير.
2. **تمويل طويل الأمد** للوساطة.
"""
CONCLUSIONS = """\
# محضر

## خلاصـــات وتوصيـــات

### الخلاصات

- الكارثة عمّقت التمييز ولم تخلقه.
- الحضور الرمزي لا يعني حضور القضايا.

### توصيات إلى المانحـــين

- تمويل عيادات متنقلة.
- تسهيل التأشيرات.
"""
TAKEAWAYS = """\
## Key takeaways and recommendations

**Key takeaways**

- Trust between us has grown.
- Silence of the media is not always bad.

**Recommendations to the chairs**

- Open a medical corridor.
- Report back after each round.
"""


def kinds(groups: list[tuple[str, str, int]]) -> list[tuple[str, int]]:
    return [(kind, count) for kind, _heading, count in groups]


def test_counted_asks_take_their_explanations_and_lists() -> None:
    (items,) = asked(understood(ASKS, name="a.txt")).values()
    assert [item.split(".")[0] for item in items] == [
        "Open the road fully",
        "Give us a seat in the committee",
        "Publish what you did",
    ]


def test_paragraphs_under_addressees_below_a_heading_that_asks_are_asked() -> None:
    found = asked(understood(INDENTED, name="a.txt"))
    assert [(heading, len(items)) for heading, items in found.items()] == [("To the parties", 2), ("To donors", 2)]


def test_letters_go_on_behind_nested_roman_numbers() -> None:
    assert kinds(shape(understood(LETTERS))) == [(POINTS, 2), (ASKED, 3)]


def test_bullets_that_lost_their_lines_are_items() -> None:
    assert shape(understood(INLINE, name="a.txt")) == [
        (ASKED, "Open letter", 3),
        (ASKED, "We call on the agencies to", 2),
    ]


def test_questions_that_stand_alone_are_headings() -> None:
    assert list(asked(understood(QUESTIONS, "ar", "a.txt"))) == [
        "ما المطلوب من مكتب المبعوث؟",
        "ما المطلوب من الأطراف؟",
    ]


def test_a_sentence_that_leads_to_several_headings_asks_for_what_stands_below_each() -> None:
    assert shape(understood(LED, "ar")) == [
        (TOLD, "قيمنا", 2),
        (ASKED, "على مستوى الحي", 2),
        (ASKED, "على مستوى الدولة", 2),
    ]


def test_conclusions_and_takeaways_beside_recommendations_are_none() -> None:
    assert kinds(shape(understood(CONCLUSIONS, "ar"))) == [(POINTS, 2), (ASKED, 2)]
    assert list(asked(understood(CONCLUSIONS, "ar"))) == ["توصيات إلى المانحين"]
    assert kinds(shape(understood(TAKEAWAYS))) == [(POINTS, 2), (ASKED, 2)]


def test_orders_to_several_ask_and_abbreviations_make_no_capitals() -> None:
    assert asks_by_form("أوقفوا القتال فوراً")
    assert asks_by_form("لا تنشروا خطاب الكراهية")
    assert not asks_by_form("الوقود يباع بعشرة أضعاف")
    assert is_capitals("FIRST PILLAR")
    assert not is_capitals("التيسير: فريق من الملتقى وبعثة UNSMIL")
