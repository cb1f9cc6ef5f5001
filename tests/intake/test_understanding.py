"""What of a document is understood as a recommendation, in documents of our own with the shapes of real ones."""

from datetime import date

import pytest

from supportroom.intake.dating import language_of, particulars_of
from supportroom.intake.sketching import likeness, sketch_of
from supportroom.intake.understanding.forms import asks_by_form, is_name
from supportroom.intake.understanding.found import ASKED, POINTS, PROSE, REPEATED, TOLD, Group
from supportroom.intake.understanding.gathering import gather
from supportroom.intake.understanding.naming import name_of
from supportroom.intake.understanding.phrases import asks, asks_in_prose, discusses, tells
from supportroom.reading.source import read_source
from tests.factories.intake import ARABIC, REPORT
from tests.intake import documents
from tests.reading.samples import word_file


def understood(words: str, language: str = "en", name: str = "a.md") -> list[Group]:
    return gather(read_source(name, words.encode()), language)


def shape(groups: list[Group]) -> list[tuple[str, str, int]]:
    return [(group.kind, group.heading, len(group.parts)) for group in groups]


def asked(groups: list[Group]) -> dict[str, list[str]]:
    return {group.heading: [part.text for part in group.parts] for group in groups if group.kind == ASKED}


def test_groups_of_a_speech_are_understood_by_the_sentence_before_each_list() -> None:
    assert shape(understood(documents.SPEECH)) == [
        (TOLD, "The experts broke into three circles", 3),
        (ASKED, "The water circle", 2),
        (ASKED, "The schools circle", 3),
        (ASKED, "The health circle", 2),
        (PROSE, "The health circle", 1),
    ]


def test_pillars_hold_points_and_recommendations_stand_under_their_own_heading() -> None:
    assert shape(understood(documents.PILLARS)) == [
        (POINTS, "FIRST PILLAR: SAFETY", 2),
        (POINTS, "SECOND PILLAR: WORK", 2),
        (ASKED, "RECOMMENDATIONS", 3),
    ]


def test_a_statement_suggests_and_its_complaints_and_signatories_ask_for_nothing() -> None:
    found = understood(documents.STATEMENT)
    assert [group.kind for group in found] == [POINTS, ASKED, TOLD]
    assert asked(found) == {
        "Suggestions": [
            "Asking the associations for topics a month before.",
            "The naming of one person who knows the topic.",
        ]
    }


def test_a_summary_and_the_annex_that_says_it_in_full_are_taken_once() -> None:
    found = understood(documents.ANNEXES, "ar")
    assert shape(found) == [
        (ASKED, "البيان الموجه إلى الدول المانحة", 3),
        (REPEATED, "الملحق الأول: بيان إلى الدول المانحة", 3),
        (ASKED, "الملحق الثاني: بيان إلى مكتب الوسيط", 2),
    ]
    assert found[1].like == "البيان الموجه إلى الدول المانحة"
    narrative = found[1].parts[0].text
    assert narrative.startswith("توقفت المنح")
    assert "نطالب" in narrative


def test_minutes_have_numbered_headings_lists_and_action_items() -> None:
    found = understood(documents.MINUTES)
    assert asked(found) == {
        "Fishing licences": [
            "open the office on five days a week",
            "print the forms in both languages",
            "give reasons in writing whenever a licence is refused.",
        ]
    }
    assert {(group.kind, group.heading) for group in found} >= {(TOLD, "Agenda"), (TOLD, "Action items")}
    assert [part.text for group in found if group.kind == PROSE for part in group.parts] == [
        "The meeting also proposed to the municipality that a desk for young people be set up in the harbour."
    ]


def test_a_communique_calls_on_several_and_is_signed() -> None:
    found = understood(documents.COMMUNIQUE)
    assert [len(items) for items in asked(found).values()] == [3, 2]
    assert asked(found)["We call on the donor states"][0] == (
        "to keep small grants open to groups without registration"
    )
    arabic = understood(documents.ARABIC_COMMUNIQUE, "ar")
    assert [(kind, number) for kind, _heading, number in shape(arabic)] == [
        (TOLD, 3),
        (ASKED, 4),
        (PROSE, 1),
        (TOLD, 3),
    ]
    assert list(asked(arabic)) == ["التوصيات"]


def test_letters_without_lists_ask_in_their_sentences() -> None:
    assert asked(understood(documents.LETTER, name="a.txt")) == {
        "Requests": [
            "We ask that a date for the repair be announced before May.",
            "We also ask that a boat run twice a day until then.",
            "We urge the office to answer in writing.",
        ]
    }
    assert [len(items) for items in asked(understood(documents.ARABIC_LETTER, "ar", "a.txt")).values()] == [3]


def test_lists_under_headings_below_recommendations_are_recommendations_and_findings_are_not() -> None:
    assert shape(understood(documents.NESTED)) == [
        (POINTS, "Findings", 2),
        (ASKED, "To the mediator's office", 2),
        (ASKED, "To donors", 3),
        (TOLD, "Next steps", 2),
        (TOLD, "Annex: participants", 2),
    ]


HEADED = """\
BRIDGES

Recommendation 1: Inspect every bridge
Before autumn, in public.

Recommendation 2: Keep a fund
Tolls feed it.
"""
HEADED_ARABIC = """\
ورقة

التوصية الأولى: فحص كل الجسور
يجب أن يكون علنياً.

التوصية الثانية: إنشاء صندوق
تغذيه الرسوم.
"""
PLAIN = """\
What we saw

Two camps lack water.

Recommendations

Open the gate at night.

Send a doctor.

Thanks

To all.
"""
CODED = """\
Workshop on land

Main outcomes

R1. Ask for a list.
R2. Keep copies.

Challenges

C1. Burnt books.
C2. Closed doors.
"""
SAME_HEADINGS = """\
# Report
## Water
### Recommendations
- Repair pumps.
- Share wells.
## Schools
### Recommendations
- Pay teachers.
- Open doors.
"""


def test_recommendations_that_are_headings_are_understood() -> None:
    assert asked(understood(HEADED, name="a.txt")) == {
        "Recommendations": ["Inspect every bridge\nBefore autumn, in public.", "Keep a fund\nTolls feed it."]
    }
    assert [len(items) for items in asked(understood(HEADED_ARABIC, "ar", "a.txt")).values()] == [2]


def test_recommendations_without_marks_or_with_codes_are_understood() -> None:
    assert asked(understood(PLAIN, name="a.txt")) == {"Recommendations": ["Open the gate at night.", "Send a doctor."]}
    assert asked(understood(CODED, name="a.txt")) == {"Main outcomes": ["Ask for a list.", "Keep copies."]}


def test_lists_with_the_same_heading_are_named_by_what_stands_above() -> None:
    assert [heading for _kind, heading, _number in shape(understood(SAME_HEADINGS))] == ["Water", "Schools"]


def test_a_page_that_asks_for_nothing_gives_nothing() -> None:
    assert not asked(understood(documents.PAGE))


def test_word_lists_and_tables_are_understood_as_well() -> None:
    def fill(it: object) -> None:
        it.add_heading("What we ask of donors", 1)  # type: ignore[attr-defined]
        for words in ("Pay guards for the old market.", "Fund copies of the lists abroad."):
            it.add_paragraph(words, style="List Number")  # type: ignore[attr-defined]
        table = it.add_table(2, 2)  # type: ignore[attr-defined]
        for at, words in enumerate(("Topic", "Recommendation", "Market", "Open it at night.")):
            table.cell(at // 2, at % 2).text = words

    found = gather(read_source("a.docx", word_file(fill)), "en")
    assert sorted(text for items in asked(found).values() for text in items) == [
        "Fund copies of the lists abroad.", "Open it at night.", "Pay guards for the old market.",
    ]  # fmt: skip


def test_every_item_knows_on_which_lines_of_the_source_it_stands() -> None:
    source = read_source("a.md", documents.ANNEXES.encode())
    for group in gather(source, "ar"):
        for part in group.parts:
            lines = " ".join(line.text for line in source.lines[part.first : part.last + 1])
            first_words = part.text.split("\n")[0].rstrip(".")
            assert first_words in lines


@pytest.mark.parametrize(
    ("phrase", "answers"),
    [
        ("The group concluded that supporting the process requires,", "asks"),
        ("Accordingly, we make the following recommendations:", "asks"),
        ("The organisations demand the following", "asks"),
        ("We call upon all sides to:", "asks"),
        ("أوصت المجموعة بما يلي", "asks"),
        ("وفي هذا الصدد نطالب المبعوث بالآتي:", "asks"),
        ("ونقترح ما يأتي،", "asks"),
        ("خلصت الورشة إلى ما يلي", "asks"),
        ("دعا المجتمعون إلى:", "asks"),
        ("The meeting did not recommend anything on the following:", ""),
        ("تمت الدعوة لإجراء اللقاء حول المحاور التالية", "discusses"),
        ("They would like to point out the following", "discusses"),
        ("ناقش المشاركون", "tells"),
        ("تطرق المشاركون إلى المشكلات التالية", "discusses"),
        ("The agenda was as follows:", "tells"),
        ("جدول الأعمال", "tells"),
        ("Water", ""),
    ],
)
def test_phrases_announce_what_follows(phrase: str, answers: str) -> None:
    found = "asks" if asks(phrase) else "tells" if tells(phrase) else "discusses" if discusses(phrase) else ""
    assert found == answers


def test_items_ask_by_their_form_or_are_names() -> None:
    for words in (
        "Ensure that schools open.", "Protecting the wells.", "To pay teachers.", "Roads should be mended.",
        "The full inclusion of women in talks.", "ضمان عودة المهجرين.", "تفعيل دور اللجان.", "يجب فتح الطريق.",
        "إنشاء آلية للمتابعة.",
    ):  # fmt: skip
        assert asks_by_form(words), words
        assert not is_name(words), words
    for words in ("Bakers' Association of the Valley", "House of Crafts", "مركز الأرشيف المفتوح", "Ms Hala Invented"):
        assert is_name(words), words
    assert asks_in_prose("The participants urged the council to meet.")
    assert not asks_in_prose("Research by several organisations suggests that rain helps.")


def test_a_list_is_named_by_its_heading_or_by_what_stands_above_its_lead() -> None:
    assert name_of("Second, the economy:", "", "", "en") == "The economy"
    assert name_of("They suggest the following", "", "", "en") == "Suggestions"
    assert name_of("They suggest the following", "", "Second group", "en") == "Second group"
    assert name_of("تضمن البيان الموجه إلى المانحين النقاط التالية", "", "", "ar") == "البيان الموجه إلى المانحين"
    assert name_of("نوصي بما يلي", "", "", "ar") == "التوصيات"
    assert name_of("Key recommendations", "", "Report", "en") == "Key recommendations"


@pytest.mark.parametrize(
    ("name", "lines", "day", "precision", "kind"),
    [
        ("meeting.txt", ["Report of the meeting", "June 21-23, 2021"], date(2021, 6, 21), "day", "report"),
        ("letter.txt", ["Letter to the office", "4 March 2018"], date(2018, 3, 4), "day", "statement"),
        ("x-2019-05.pdf", ["Speech at the conference"], date(2019, 5, 1), "month", "speech"),
        ("a.txt", ["بيان ختامي", "2 - 5 حزيران/يونيو 2020"], date(2020, 6, 2), "day", "statement"),
        ("a.txt", ["A policy paper of 2016"], date(2016, 1, 1), "year", "paper"),
        ("a.txt", ["Words without a day"], None, "day", "other"),
    ],
)
def test_a_document_says_of_itself_when_it_was_written_and_what_it_is(
    name: str, lines: list[str], day: date | None, precision: str, kind: str
) -> None:
    found = particulars_of(name, lines)
    assert (found.title, found.dated_on, found.precision, found.kind) == (lines[0], day, precision, kind)


def test_alike_documents_are_told_from_others_and_arabic_from_english() -> None:
    one = sketch_of(REPORT.split("\n"))
    assert likeness(one, sketch_of(REPORT.replace("autumn", "winter").split("\n"))) > 0.5
    assert likeness(one, sketch_of(documents.MINUTES.split("\n"))) < 0.1
    assert (language_of([ARABIC]), language_of([REPORT]), language_of([""])) == ("ar", "en", "en")
