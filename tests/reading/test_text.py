"""Plain text and Markdown as people write them and as PDF gives them back."""

from supportroom.reading.vocabulary import note_text
from tests.reading.samples import marks, outline, prose, shape


def test_headings_of_markdown_hold_the_items_beneath_them() -> None:
    found = outline(
        "# Water\n\n- Mend the pumps\n- Lay pipes\n\n## Schools\n\n1. Print books\n2. Pay teachers\n", "m.md"
    )
    assert shape(found) == [("Water", ["Mend the pumps", "Lay pipes"]), ("Schools", ["Print books", "Pay teachers"])]
    assert marks(found) == ["-", "-", "1.", "2."]
    assert [section.level for section in found.sections] == [1, 2]
    assert [item.line for section in found.sections for item in section.items] == [3, 4, 8, 9]


def test_pillars_in_capitals_hold_diamonds_and_the_sentence_that_leads_in_is_prose() -> None:
    found = outline(
        "REPORT OF THE GROUP\n\nFIRST PILLAR: WATER AND LAND\n---\n\nThe group spoke of two matters, as follows:\n\n"
        "- ◆ The pumps of the valley stand still.\n- ◆ The wells are salt.\n-\n\nSECOND PILLAR: SCHOOLS\n\n---\n\n"
        "◆ Roofs leak.\n  - ◆ Teachers wait for pay.\n"
    )
    assert shape(found) == [
        ("FIRST PILLAR: WATER AND LAND", ["The pumps of the valley stand still.", "The wells are salt."]),
        ("SECOND PILLAR: SCHOOLS", ["Roofs leak.", "Teachers wait for pay."]),
    ]
    assert marks(found) == ["◆"] * 4
    assert prose(found) == ["The group spoke of two matters, as follows:"]


def test_a_heading_in_capitals_may_run_over_two_lines() -> None:
    found = outline("THIRD PILLAR: ROADS AND\nBRIDGES (IN THE NORTH)\n• A bridge\nFOURTH PILLAR: LAND\n• A field\n")
    assert shape(found) == [
        ("THIRD PILLAR: ROADS AND BRIDGES (IN THE NORTH)", ["A bridge"]),
        ("FOURTH PILLAR: LAND", ["A field"]),
    ]


def test_bold_lines_with_words_of_order_are_headings() -> None:
    found = outline(
        "**First, the water group:**\n\nThe group asks for:\n\n1. Pumps.\n2. Pipes.\n\n"
        "### **Finally, the school group;**\n\nwhich met twice; it says,\n\n1. Books.\n"
    )
    assert shape(found) == [
        ("First, the water group", ["Pumps.", "Pipes."]),
        ("Finally, the school group", ["Books."]),
    ]


def test_arabic_pillars_and_numbers_are_understood() -> None:
    found = outline(
        "المحور الأول: المياه\n١- إصلاح المضخات\n٢- مد الأنابيب\n\n"
        "المحور الثاني - المدارس\nأ- طباعة الكتب\nب- دفع الرواتب\n"
        "\nأولويات أخرى:\n(۱) نقل الحليب\n(۲) تعبيد الطريق\n"
    )
    assert shape(found) == [
        ("المحور الأول: المياه", ["إصلاح المضخات", "مد الأنابيب"]),
        ("المحور الثاني - المدارس", ["طباعة الكتب", "دفع الرواتب"]),
        ("أولويات أخرى", ["نقل الحليب", "تعبيد الطريق"]),
    ]
    assert marks(found) == ["١-", "٢-", "أ-", "ب-", "(۱)", "(۲)"]


def test_a_number_alone_on_its_line_takes_the_paragraphs_up_to_the_next() -> None:
    found = outline(
        "الملحق الأول: رسالة إلى البلدية\n\nالسيدة رئيسة البلدية\n\n(١)\n\n"
        "المضخات معطلة منذ سنة كاملة.\n\nنطلب إصلاحها قبل الصيف.\n\n"
        "(٢)\n\nالطريق إلى المستوصف مقطوع.\n\nالملحق الثاني: رسالة إلى الجمعية\n\n(١)\n\nنشكر الجمعية.\n"
    )
    assert shape(found) == [
        (
            "الملحق الأول: رسالة إلى البلدية",
            ["المضخات معطلة منذ سنة كاملة.\nنطلب إصلاحها قبل الصيف.", "الطريق إلى المستوصف مقطوع."],
        ),
        ("الملحق الثاني: رسالة إلى الجمعية", ["نشكر الجمعية."]),
    ]
    assert marks(found) == ["(١)", "(٢)", "(١)"]
    assert prose(found) == ["السيدة رئيسة البلدية"]


def test_short_lines_alone_are_headings_in_a_text_without_any() -> None:
    found = outline(
        "لقاء أهل الوادي\n\nالمشاركون:\n\n◆ عشرون شخصاً من القرى\n\nالتاريخ:\n\n◆ 3 - 4 أيار 2024\n\n"
        "ما اتفق عليه الحاضرون\n\n1. المياه أولاً.\n2. ثم الطريق.\n"
    )
    assert shape(found) == [
        ("المشاركون", ["عشرون شخصاً من القرى"]),
        ("التاريخ", ["3 - 4 أيار 2024"]),
        ("ما اتفق عليه الحاضرون", ["المياه أولاً.", "ثم الطريق."]),
    ]


def test_words_of_order_are_headings_when_something_stands_beneath_and_items_when_not() -> None:
    headed = outline("أولاً: المياه\n• المضخات\n• الأنابيب\nثانياً: المدارس\n• الكتب\n")
    assert shape(headed) == [("أولاً: المياه", ["المضخات", "الأنابيب"]), ("ثانياً: المدارس", ["الكتب"])]
    listed = outline("أولاً: إصلاح المضخات\nثانياً: مد الأنابيب\nثالثاً: طباعة الكتب\n")
    assert shape(listed) == [(None, ["إصلاح المضخات", "مد الأنابيب", "طباعة الكتب"])]
    assert marks(listed) == ["أولاً:", "ثانياً:", "ثالثاً:"]


def test_wrapped_lines_and_page_breaks_do_not_cut_items() -> None:
    found = outline(
        "The road\n\n1. The bridge over the river is mended by the town,\n"
        "which pays for it in three years out of what is left under\n"
        "12. of its budget.\n2. Buses go to the clinic twice a day and to the market on the days on\n\n"
        "- 7 -\n\f\nwhich it is held.\n---\n\n3. The rest waits.\n"
    )
    assert shape(found) == [
        (
            "The road",
            [
                (
                    "The bridge over the river is mended by the town, which pays for it in three years "
                    "out of what is left under 12. of its budget."
                ),
                "Buses go to the clinic twice a day and to the market on the days on which it is held.",
                "The rest waits.",
            ],
        )
    ]


def test_paragraphs_between_two_numbers_belong_to_the_first() -> None:
    found = outline(
        "## Proposals\n\n1. Small groups, which work like this:\n\nEach has three people.\n\nThen it writes.\n\n"
        "- in Arabic\n- in English\n\n---\n\n2. A hall.\n\nThe meeting closed at noon.\n\n## Thanks\n\nTo all.\n"
    )
    first = "Small groups, which work like this:\nEach has three people.\nThen it writes.\n- in Arabic\n- in English"
    assert shape(found) == [("Proposals", [first, "A hall."])]
    assert prose(found) == ["The meeting closed at noon.", "To all."]


def test_two_lists_of_one_text_are_two_sections_by_their_lead_ins() -> None:
    found = outline(
        "A letter of seven associations about the meeting in the spring that was called off\n\n"
        "We thank the town. We noticed the following:\n\n1- Nobody asked us first.\n\n2- The hall was too small.\n\n"
        "We cannot come, therefore. We propose this:\n\n1. Ask earlier.\n\n2. Take the school.\n\n\n"
        "– Bakers\n– Smiths\n"
    )
    assert shape(found) == [
        ("We noticed the following", ["Nobody asked us first.", "The hall was too small."]),
        ("We propose this", ["Ask earlier.", "Take the school."]),
        (None, ["Bakers", "Smiths"]),
    ]
    assert prose(found) == ["We thank the town.", "We cannot come, therefore."]


def test_numbers_with_bullets_beneath_are_headings_when_they_are_short() -> None:
    found = outline("1. Water\n- pumps\n- pipes\n2. Schools\n- books\n\n3. Roads\n- a bridge\n")
    assert shape(found) == [("Water", ["pumps", "pipes"]), ("Schools", ["books"]), ("Roads", ["a bridge"])]
    assert {section.level for section in found.sections} == {1}


def test_nested_bullets_stay_in_their_item_when_only_some_have_them() -> None:
    found = outline("# Needs\n\n- Pumps:\n  - one for the valley\n  - one for the hill\n- Books.\n- Roofs.\n", "m.md")
    assert shape(found) == [("Needs", ["Pumps:\n- one for the valley\n- one for the hill", "Books.", "Roofs."])]


def test_signs_of_markdown_are_taken_off_and_words_stay() -> None:
    found = outline(
        "# **Water** \\(draft\\)\n\n- *Mend* the [pumps](https://example.org/a_(b)) of `well_no_3` &amp; 2 * 3 others\n"
        "- **Bold**: snake_case_name stays, <b>tags</b> go\n- ![picture](x.png)A * star\n",
        "m.md",
    )
    assert shape(found) == [
        (
            "Water (draft)",
            [
                "Mend the pumps of well_no_3 & 2 * 3 others",
                "Bold: snake_case_name stays, tags go",
                "A * star",
            ],
        )
    ]


def test_a_table_of_markdown_is_read_by_its_header() -> None:
    found = outline(
        "| No | Pillar | Recommendation |\n|---|:--|---|\n"
        "| 1 | Water | Pumps |\n| 2 | | Pipes |\n| 3 | Schools | Books |\n"
    )
    assert shape(found) == [("Water", ["Pumps", "Pipes"]), ("Schools", ["Books"])]


def test_lines_without_any_mark_are_points_when_they_are_short_and_the_reader_is_told() -> None:
    found = outline("Water:\nMend the pumps\nLay pipes\n\nSchools:\nPrint books\n")
    assert shape(found) == [("Water", ["Mend the pumps", "Lay pipes"]), ("Schools", ["Print books"])]
    assert [note.code for note in found.notes] == ["paragraphs_as_items"]
    assert "paragraph" in note_text(found.notes[0])


def test_a_text_that_is_prose_gives_no_points_but_keeps_every_paragraph() -> None:
    paragraph = "The town lies between two hills and has three wells, of which one is dry in the summer. " * 4
    found = outline(f"About the town\n\n{paragraph}\n\n{paragraph}\n")
    assert found.item_count == 0
    assert len(prose(found)) == 2
    assert [note.code for note in found.notes] == ["no_items"]


def test_dates_figures_and_names_are_no_list() -> None:
    found = outline(
        "2 - 5 June was the date.\n21-23 people came to it, and\n2.5 million live there.\n"
        "3-month plans were made.\nA. Baker spoke.\n\n"
        "1. One point.\n"
    )
    assert shape(found) == [(None, ["One point."])]


def test_what_stands_in_a_section_is_given_back_in_the_order_of_the_file() -> None:
    found = outline("## Water\n\nFirst words.\n\n- Pumps.\n\nLast words, at the end.\n", "m.md")
    assert [part.text for part in found.sections[0].parts] == ["First words.", "Pumps.", "Last words, at the end."]
