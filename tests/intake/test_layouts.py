"""Layouts of whole documents, as people hand them in: copied from pages, counted by chapters, written as minutes."""

from supportroom.intake.understanding.found import ASKED, POINTS, TOLD
from supportroom.intake.understanding.phrases import asks, tells
from tests.intake.test_understanding import asked, shape, understood

COPIED = """\
COAST FORUM

Report of the second round

1. Roads

The group heard from drivers and from a nurse. It noted the following difficulties:

● Fourteen posts take money, and what one of them writes down the next one does not
                                          1
Coast Forum                                                        Report, second round
believe.
● The road by the sea was opened three times.

                                          2
Coast Forum                                                        Report, second round
● Nobody lets the sick pass.

Recommendations on roads

● Open one road on each side of the town within thirty days, with people who know where
the mines are.
● Let the sick pass without paying.

2. Wages

Two banks mean two countries. The group listed what it called the wounds of the market:

● the division of the bank;
● the interruption of wages.

                                          3
Coast Forum                                                        Report, second round
Recommendations on wages

● Pay the teachers first.
● Print no more notes.
"""
LETTER = """\
Excellencies,

1. We write for sixty groups.

2. We want no office.

I. What we have recorded

3. Seventy hospitals are shut.

4. People should be thanked who took others in.

II. What we request of the Council

5. We request the Council to name the towns under siege.

6. The Council should require both sides to let bread through, in particular:
    (a) through the desert, at any time;
    (b) through the port.

7. We ask that one of us be heard.
"""
ARABIC_COUNT = """\
وثيقة الملتقى

1) ما ورد في الأوراق

1-1 ما زال ثلث الأهالي خارج بيوتهم.
1-2 يحتاج العائد إلى أحد عشر توقيعاً.

2) توصيات بشأن العودة

2-1 تبسيط إجراءات التعويض في نافذة واحدة.
2-2 إعادة البيوت إلى أصحابها بقرار قضائي.
2-3 عدم إغلاق أي مخيم قبل إبلاغ سكانه.

3) توصيات بشأن الحوار

3-1 تشكيل مجلس دائم للحوار.
3-2 إنشاء صندوق للمبادرات الصغيرة.
"""
MINUTES = """\
MINUTES

ITEM 1. ROADS

1.1 A driver described a journey of nineteen days.

1.2 The obstacles named in the round were:
• banks close accounts
• receipts are wanted from markets that burned down

1.3 The meeting agreed to recommend:
• that donors accept photographs instead of receipts
• that the Office:
    o publish whom it has asked;
    o answer within eight weeks.
• that a fund be set up for the families

ITEM 2. OTHER BUSINESS

2.1 Claims must be in by March.

2.2 The next meeting is in May.
"""
PROSE = """\
بيان مجلس النساء

ما ندعو إليه

ندعو الأطراف إلى الإفراج عن المعتقلات، ونشر قوائم بأسمائهن.

ونطالب بتيسير حصول النساء على الوثائق، ومن ضمن ذلك:
▪ إعفاء النازحات من الغرامات؛
▪ تسجيل الأطفال في غياب الأب.

ونحث المبعوث على رفع تمثيل النساء.

شكر

نشكر من أسهم في هذا البيان.
"""
COMMUNIQUE = """\
# Communiqué of the river conference

## Preamble

Reaffirming that:

- cattle can be replaced and children cannot;
- the agreement must be kept in the villages.

## What divides us

The conference named the root causes:

- the abduction of children;
- the absence of courts.

## Cattle

1. Herds shall follow the marked routes.
2. Leaders of both banks shall meet each month.

## Attachments

- Map of the routes
- Table of cases by county
"""


def test_what_pages_repeat_parts_no_list_and_no_sentence() -> None:
    found = understood(COPIED, name="a.txt")
    assert [(heading, len(items)) for heading, items in asked(found).items()] == [
        ("Recommendations on roads", 2),
        ("Recommendations on wages", 2),
    ]
    difficulties = next(group for group in found if len(group.parts) == 3)
    assert difficulties.parts[0].text.endswith("the next one does not believe.")
    assert not any("Coast Forum" in part.text for group in found for part in group.parts)


def test_chapters_counted_like_roman_letters_part_paragraphs_whose_numbers_go_on() -> None:
    found = understood(LETTER, name="a.txt")
    assert [each[:2] for each in shape(found)] == [
        (POINTS, ""),
        (POINTS, "What we have recorded"),
        (ASKED, "What we request of the Council"),
    ]
    assert [len(group.parts) for group in found] == [2, 2, 3]


def test_arabic_numbers_of_two_parts_count_the_items_of_their_chapter() -> None:
    found = understood(ARABIC_COUNT, "ar", "a.txt")
    assert [each for each in shape(found) if each[0] == ASKED] == [
        (ASKED, "توصيات بشأن العودة", 3),
        (ASKED, "توصيات بشأن الحوار", 2),
    ]
    assert found[-1].parts[0].text == "تشكيل مجلس دائم للحوار."


def test_what_minutes_recommend_stands_in_the_list_of_one_paragraph() -> None:
    found = understood(MINUTES, name="a.txt")
    assert [part.text.split("\n")[0] for group in found if group.kind == ASKED for part in group.parts] == [
        "that donors accept photographs instead of receipts",
        "that the Office:",
        "that a fund be set up for the families",
    ]
    taken = next(group for group in found if group.kind == ASKED)
    rows = MINUTES.split("\n")
    assert [rows[part.first] for part in taken.parts] == [
        "• that donors accept photographs instead of receipts",
        "• that the Office:",
        "• that a fund be set up for the families",
    ]
    assert rows[taken.parts[1].last].strip() == "o answer within eight weeks."


def test_a_list_of_what_is_asked_for_belongs_to_its_paragraph_among_others_that_ask() -> None:
    found = asked(understood(PROSE, "ar", "a.txt"))
    assert [len(items) for items in found.values()] == [3]
    assert "تسجيل الأطفال في غياب الأب." in found["ما ندعو إليه"][1]


def test_preambles_causes_and_attachments_ask_for_nothing() -> None:
    kinds = {heading: kind for kind, heading, _count in shape(understood(COMMUNIQUE))}
    assert kinds == {"Preamble": TOLD, "What divides us": POINTS, "Cattle": ASKED, "Attachments": TOLD}


def test_what_somebody_was_asked_to_write_down_asks_for_nothing() -> None:
    assert not asks("The session made observations, which the rapporteur was asked to set down:")
    assert not asks("وفي تشخيصه خلص المؤتمر إلى أن الحرب امتداد لخلل قديم")
    assert asks("وخلص المؤتمر إلى التوصيات التالية:")
    assert asks("Donors were asked to pay:")
    assert not asks("How the recommendations were adopted")
    assert tells("How the recommendations were adopted")
    assert tells("المرفقات")


SPEECH = """\
Speech at the conference

We met in two groups:
• the law group; and
• the town group.

First, the law group.

It noted that associations are closed without a letter. The law group recommended:

1. Adopt one law on associations.
2. Open a desk in each province.

Finally, the town group,

of which I am a member. The town group recommended:

1. Hold elections within a year.
2. Keep the councils until then.
3. Reserve four seats in ten for women.

Thank you.
"""
PRESS_RELEASE = """\
RIVER NETWORK PRESENTS DEMANDS TO DELEGATIONS

The network of sixty groups from both banks handed its statement to the delegations an hour before they met.

It was written in both languages of the valley and read aloud by a teacher from the east and by a nurse from the west.

"We call on both delegations to extend the truce," it says, recalling that it ends on the last day of the month. "We \
call on them to open the bridge to ambulances," it goes on.

The talks are expected to last until Friday, and the network will speak to journalists each evening in the hotel.

The network was founded two years ago, belongs to no party, and lives on what its members pay each year in the spring.
"""
TERMS = """\
# ورقة سياسات: الاقتصاد

## التوصيات

اتفقت المجموعة على خمس توصيات موزعة على مدتين، وقد رتبتها بحسب ما يمكن البدء به من دون انتظار اتفاق بين الأطراف.

### على المدى القصير
- تشغيل محطات المياه.
- توحيد سعر الخبز.
- صرف الرواتب المتأخرة.

### على المدى الطويل
- وضع قانون لتوزيع العائدات.
- بناء نظام ضمان اجتماعي.
"""
CODED = """\
# What people told us

## Theme 1: The talks

How do we hear those who cannot travel? Nearly everybody asked.

**R1.** Create a window for consultation on the mediators' page.

**R2.** Reserve a third of the places for persons named by the groups.

## Theme 2: Return

**R3.** Repair the water mains of the five towns.

**R4.** Let people recover their certificates free of charge.
"""
CONCLUSION = """\
# Paper on papers

## Conclusions

The loss of papers is not a side effect of the war, and whoever waits for its end to replace them will find that a \
generation has grown up without names.

## Recommendations to the ministry

- Issue an order on lost papers.
- Exempt those who return from fees.
"""


def test_words_of_order_over_lists_are_headings_as_sentences_too() -> None:
    found = understood(SPEECH, name="a.txt")
    assert [(heading, len(items)) for heading, items in asked(found).items()] == [
        ("The law group", 2),
        ("The town group", 3),
    ]


def test_running_text_under_a_heading_that_asks_is_asked_sentence_by_sentence() -> None:
    (items,) = asked(understood(PRESS_RELEASE, name="a.txt")).values()
    assert len(items) == 2
    assert "open the bridge" in items[1]


def test_a_paragraph_that_speaks_of_the_lists_below_it_is_none_of_them() -> None:
    assert shape(understood(TERMS, "ar")) == [(ASKED, "على المدى القصير", 3), (ASKED, "على المدى الطويل", 2)]
    assert shape(understood(CONCLUSION)) == [(ASKED, "Recommendations to the ministry", 2)]


def test_marks_like_r1_say_what_a_list_is_under_any_theme() -> None:
    assert shape(understood(CODED)) == [(ASKED, "Theme 1: The talks", 2), (ASKED, "Theme 2: Return", 2)]
