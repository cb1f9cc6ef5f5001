"""Reports whose chapters and lists are counted alike, letters that close behind their last number."""

from supportroom.intake.understanding.found import ASKED, TOLD
from tests.intake.test_understanding import asked, shape, understood

CHAPTERS = """\
تقرير ورشة عمل

1. مقدمة

نظمت المؤسسة ورشة عمل في المدينة استمرت ثلاثة أيام.

2. أهداف الورشة

- تبادل المعلومات حول واقع التعليم
- التعرف إلى أثر تعدد المناهج

3. واقع التعليم كما عرضه المشاركون

تُدرَّس في البلاد خمسة مناهج على الأقل.

4. توصيات مجموعات العمل

المجموعة الأولى: المناهج

أوصت المجموعة بما يأتي:

1. تشكيل لجنة فنية مستقلة.
2. الاعتراف بالشهادات وفق اختبار واحد.
3. إدخال مادة للمواطنة.
4. حذف ما يحرض على الكراهية.

المجموعة الثانية: المدارس

أوصت المجموعة بما يأتي:

1. إخلاء المدارس من المظاهر العسكرية.
2. ضمان أجور المعلمين.

5. تقييم الورشة

ملأ المشاركون استمارة التقييم.

6. الخطوات اللاحقة

تتولى المؤسسة ترجمة التقرير.
"""
WRAPPED = """\
4. Recommendations

Working group A

1. A fixed share of the budget, no less than ten per cent, should
   be transferred to the towns.
   The formula should take into account:
     - the number of inhabitants;
     - the damage of the war.

2. Elections should be held in all towns whose mandate has
   expired.

Working group B

3. Associations should be registered within thirty days.
"""
LETTER = """\
Open letter

We put these demands to you:

(1)
A fund for kitchens that lasts two years.

(2)
Reports in Arabic.

Ladies and Gentlemen,

We do not write as those who receive.

The coordination group
"""


def test_chapters_and_lists_that_are_counted_alike_are_told_apart() -> None:
    assert shape(understood(CHAPTERS, "ar", "a.txt")) == [
        (TOLD, "أهداف الورشة", 2),
        (ASKED, "المجموعة الأولى: المناهج", 4),
        (ASKED, "المجموعة الثانية: المدارس", 2),
    ]


def test_a_lead_on_an_indented_line_belongs_to_its_item() -> None:
    found = asked(understood(WRAPPED, name="a.txt"))
    assert [len(items) for items in found.values()] == [2, 1]
    assert "the damage of the war" in next(iter(found.values()))[0]


def test_the_closing_of_a_letter_is_no_part_of_its_last_number() -> None:
    (items,) = asked(understood(LETTER, name="a.txt")).values()
    assert items == ["A fund for kitchens that lasts two years.", "Reports in Arabic."]


def test_words_in_brackets_are_no_heading() -> None:
    words = "Speech\n\n(Check against delivery)\n\nWe ask for:\n\n- A road.\n- A bridge.\n"
    assert list(asked(understood(words, name="a.txt"))) != ["(Check against delivery)"]
