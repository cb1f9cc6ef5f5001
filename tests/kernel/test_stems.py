"""Forms of one word meet in one stem; words that are not the same stay apart."""

from supportroom.kernel.stems import stem_of, stems, telling_stems

ONE_WORD = (
    "participate participation participating participated",
    "govern government governments governance governing",
    "elect elections electoral elected",
    "detain detained detainees detainee",
    "constitution constitutional constitutions",
    "negotiate negotiations negotiator negotiated negotiating",
    "agree agreed agreement agreements",
    "represent representation representative representatives",
    "organise organisation organizations organised",
    "refugee refugees",
    "woman women Women's",
    "secure security",
    "المعتقلين والمعتقلات معتقل للمعتقلين المعتقلون مُعْتَقَل",
    "الدستور الدستورية دستوري والدستورية",
    "حماية الحماية وحماية ولحماية بحماية",
    "اللاجئين لاجئ لاجئون للاجئين واللاجئين",
    "مشاركة المشاركة بمشاركة ومشاركتها مشاركتهم",
    "آلية آليات الآليات للآلية",
    "التزام الالتزام التزامات بالالتزام",
    "برنامج البرنامج والبرنامج",
    "مساعدات المساعدات مساعدة بمساعدات",
    "حق الحق",
    "منظمات المنظمات منظمة ومنظمات",
)
APART = (
    ("state", "statement"),
    ("nation", "national"),
    ("organ", "orange"),
    ("unit", "united"),
    ("political", "police"),
    ("محام", "حماية"),
    ("دولة", "دولار"),
    ("مدن", "مدرسة"),
)


def test_forms_of_one_word_have_one_stem() -> None:
    met = [{form: stems(form)[0] for form in forms.split()} for forms in ONE_WORD]
    assert [one for one in met if len(set(one.values())) != 1] == []


def test_other_words_stay_apart() -> None:
    assert [pair for pair in APART if stems(pair[0]) == stems(pair[1])] == []


def test_numbers_stay_single_letters_go_and_the_order_is_the_texts() -> None:
    assert stems("Resolution 2254 (2015), a text: القرار ٢٢٥٤ و") == ["resolut", "2254", "2015", "text", "قرار", "2254"]


def test_words_of_every_text_tell_nothing() -> None:
    assert telling_stems("The role of the women in it") == ["rol", "woman"]
    assert telling_stems("على أن يكون دور النساء في ذلك") == ["دور", "نسا"]
    assert telling_stems("") == telling_stems(" — ") == []


def test_a_word_with_a_digit_and_a_word_of_another_script_stay_whole() -> None:
    assert (stem_of("s2254ing"), stem_of("переговоры"), stem_of("é")) == ("s2254ing", "переговоры", "é")
