"""Citations, footnotes and bibliographies, in both scripts."""

import pytest

from supportroom.groups.models import WorkingGroup
from supportroom.library.citing import Citer, bibliography, cite, keys_in, reference_of, unknown_in
from supportroom.library.keys import CLUSTER, cited_in, is_key, made_key
from supportroom.library.models import Source
from supportroom.library.places import read_place
from supportroom.library.queries import sources_of
from supportroom.library.script import in_arabic_signs, is_arabic
from supportroom.library.vocabulary import STYLES
from tests.factories.library import DOE, HAMDAN, LAW, a_source, three_sources

ARABIC = "ar"
BOOK = Source(pk=1, key="doe2019", **DOE)
ARTICLE = Source(pk=2, key="حمدان2021", **HAMDAN)
STATUTE = Source(pk=3, key="law93", **LAW)
ALL = [BOOK, ARTICLE, STATUTE]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Water [@doe2019].", ["doe2019"]),
        ("Water [@Doe2019, p. 12; @law93] again [@doe2019].", ["doe2019", "law93"]),
        ("ماء [@حمدان2021، ص 12؛ @doe2019].", ["حمدان2021", "doe2019"]),
        ("[@a:b.c-d_e]", ["a:b.c-d_e"]),
        ("nobody@doe2019 [doe2019] [@] [@ x] [see @doe2019] [@doe 2019]", []),
        ("[@doe2019.]", []),
    ],
)
def test_keys_are_found_in_a_text(text: str, keys: list[str]) -> None:
    assert keys_in(text) == keys


def test_a_place_belongs_to_its_key() -> None:
    found = CLUSTER.search("[@a, pp. 3-5 ; @b, ch. 2]")
    assert found
    assert [(cited.key, cited.place) for cited in cited_in(found[1])] == [("a", "pp. 3-5"), ("b", "ch. 2")]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("p. 12", ("page", "12")),
        ("pp. 3-5", ("page", "3-5")),
        ("12", ("page", "12")),
        ("ص ١٢", ("page", "12")),
        ("المادة 4", ("article-locator", "4")),
        ("art. 4", ("article-locator", "4")),
        ("الفصل 2", ("chapter", "2")),
        ("the appendix", ("page", "the appendix")),
        ("", None),
    ],
)
def test_places_are_read_in_both_languages(words: str, place: tuple[str, str] | None) -> None:
    assert read_place(words) == place


def test_a_text_gets_numbers_and_its_footnotes() -> None:
    text, notes = cite("Old [@doe2019, p. 12], older [@law93, art. 4], same [@doe2019].", ALL)
    assert text == "Old [1], older [2], same [3]."
    assert notes[0] == "Jane Doe, The town as a well, Oslo: River Press, 2019, p. 12."
    assert notes[1] == "قانون الجمعيات، رقم 93، الجريدة الرسمية، 8 تموز 1958، المادة 4."
    assert notes[2] == "Doe, The town as a well."


def test_an_arabic_footnote_reads_right() -> None:
    _text, notes = cite("كما جاء [@حمدان2021، ص 14].", ALL, language=ARABIC)
    assert notes == [
        (
            "ليلى حمدان ونور سالم، «البلديات والمياه: من يدفع؟»، مجلة الإدارة المحلية، مج 3، العدد 2، آذار 2021، ص 14, "
            "https://doi.org/10.1234/hamdan."
        )
    ]
    assert cite("[@حمدان2021، ص 14]", ALL, "author_date", ARABIC)[1] == ["حمدان وسالم 2021، ص 14"]


def test_what_no_source_answers_to_stays_as_it_was_written() -> None:
    text, notes = cite("Old [@doe2019; @nobody] new [@doe2019]", ALL)
    assert text == "Old [@doe2019; @nobody] new [1]"
    assert len(notes) == 1
    assert unknown_in("[@doe2019; @nobody]", ALL) == ["nobody"]


def test_numbers_go_on_through_a_whole_text() -> None:
    citer = Citer(ALL, first=4)
    assert citer.cite("One [@doe2019].") == "One [4]."
    assert citer.cite("Two [@law93] and [@doe2019, ch. 2].") == "Two [5] and [6]."
    assert [source.key for source in citer.cited.values()] == ["doe2019", "law93"]
    assert citer.footnotes[2] == "Doe, The town as a well, ch. 2."


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_bibliography_begins_with_the_script_of_the_text(style: str, language: str) -> None:
    entries = bibliography(ALL, style, language)
    assert len(entries) == 3
    assert [is_arabic(entry) for entry in entries] == ([True, True, False] if language == "ar" else [False, True, True])
    assert all(entry.endswith(".") for entry in entries)
    assert not [entry for entry in entries if "\ue000" in entry or ".." in entry or " ," in entry]
    assert not [
        entry for entry in entries[: 2 if language == "ar" else 0] if ", " in entry.split("http")[0].rstrip(", ")
    ]


def test_a_style_that_nobody_knows_is_the_usual_one() -> None:
    assert bibliography([BOOK], "../../etc/passwd") == bibliography([BOOK])


def test_a_reference_of_an_institution_names_it_once() -> None:
    report = Source(pk=9, key="r", kind="report", title="Water", authors=[{"literal": "Olive Branch Circle"}],
                    publisher="Olive Branch Circle", issued=[2020])  # fmt: skip
    assert reference_of(report, "en") == "Olive Branch Circle. Water. 2020."


def test_an_empty_source_can_be_cited() -> None:
    assert cite("[@x]", [Source(pk=7, key="x", kind="other", title="Only a title")])[1] == ["Only a title, n.d."]


@pytest.mark.parametrize("title", ["", "<b>bold</b> & co", "a\u202eb", "{braces}", "x" * 500])
def test_odd_titles_do_no_harm(title: str) -> None:
    source = Source(pk=8, key="x", kind="book", title=title, authors=[{"literal": "A"}])
    assert len(bibliography([source])) == 1
    assert len(cite("[@x]", [source])[1]) == 1


def test_a_library_is_cited_as_it_is_kept(group: WorkingGroup) -> None:
    three_sources(group)
    a_source(group, title="Taken out", key="gone", isbn="")
    sources_of(group).filter(key="gone").update(removed=True)
    assert len(bibliography(sources_of(group))) == 3
    assert cite("[@gone]", list(sources_of(group, with_removed=True)))[1][0].startswith("Jane Doe, Taken out")


def test_commas_are_arabic_between_arabic_words_alone() -> None:
    assert in_arabic_signs("ماء, هواء; نار") == "ماء، هواء؛ نار"
    assert in_arabic_signs("water, air; fire") == "water, air; fire"
    assert in_arabic_signs("حمدان \ue000 سالم") == "حمدان وسالم"


@pytest.mark.parametrize(
    ("names", "title", "issued", "taken", "key"),
    [
        ([{"family": "Doe", "given": "Jane"}], "x", [2019], set(), "doe2019"),
        ([{"family": "Doe", "given": "Jane"}], "x", [2019], {"doe2019"}, "doe2019b"),
        ([{"family": "الحمدان", "given": "ليلى"}], "x", [], set(), "الحمدان"),
        ([{"literal": "Olive Branch Circle"}], "x", [2020], set(), "olive2020"),
        ([{"family": "al-Ḥamdān", "given": "L"}], "x", [2020], set(), "hamdan2020"),
        ([], "The well", [2020], set(), "the2020"),
        ([], "؟!", [], set(), "source"),
    ],
)
def test_a_key_is_made_of_author_and_year(
    names: list[dict[str, str]], title: str, issued: list[int], taken: set[str], key: str
) -> None:
    made = made_key(names, title, issued, taken)
    assert made == key
    assert is_key(made)
