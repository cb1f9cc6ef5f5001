"""One text in each language: which is the original, what a new wording does to the others, what a page shows."""

import re

from django.utils.translation import override

from supportroom.kernel.multilingual import CURRENT, OUTDATED, MultilingualText, multilingual
from supportroom.web.language_fields import LineField, ProseField, SpeakingForm, WordsField, said_anew

LANGUAGES = {"ar": "العربية", "en": "English"}


class NoteForm(SpeakingForm):
    title = WordsField(longest=20, label="Title")
    body = WordsField(longest=200, rows=3, required=False)


def cleaned(before: MultilingualText | None = None, **typed: str) -> MultilingualText:
    form = NoteForm(typed, initial={"title": before} if before else None, languages=LANGUAGES)
    assert form.is_valid(), form.errors
    text: MultilingualText = form.cleaned_data["title"]
    return text


def test_the_language_of_the_page_is_the_original_where_it_was_filled_in() -> None:
    with override("ar"):
        assert cleaned(title_ar="عنوان", title_en="Title").original == "ar"
        assert cleaned(title_ar="", title_en="Title").original == "en"
    with override("en"):
        assert cleaned(title_ar="عنوان", title_en="Title").original == "en"


def test_what_was_typed_together_is_current() -> None:
    assert cleaned(title_ar="عنوان", title_en="Title").states.popitem()[1] == CURRENT  # type: ignore[attr-defined]


def test_a_new_original_leaves_an_untouched_translation_out_of_date() -> None:
    before = multilingual("en", en="Title", ar="عنوان")
    assert cleaned(before, title_en="New title", title_ar="عنوان").state("ar") == OUTDATED
    assert cleaned(before, title_en="New title", title_ar="عنوان جديد").state("ar") == CURRENT
    assert cleaned(before, title_en="Title", title_ar="عنوان آخر").state("ar") == CURRENT
    assert cleaned(before, title_en="Title", title_ar="عنوان") == before


def test_an_emptied_wording_is_gone_and_an_emptied_original_hands_over() -> None:
    before = multilingual("en", en="Title", ar="عنوان")
    assert dict(cleaned(before, title_en="Title", title_ar="").texts) == {"en": "Title"}
    assert cleaned(before, title_en="", title_ar="عنوان").original == "ar"
    assert said_anew(before, {"en": "", "ar": ""}) == MultilingualText()


def test_an_optional_text_can_be_emptied() -> None:
    before = {"title": multilingual("en", en="T"), "body": multilingual("en", en="Body")}
    form = NoteForm({"title_en": "T", "body_en": "", "body_ar": ""}, initial=before, languages=LANGUAGES)
    assert form.is_valid()
    assert not form.cleaned_data["body"]


def test_nothing_and_hidden_controls_alone_are_refused_and_too_long_names_the_language() -> None:
    for typed in ({}, {"title_en": "  "}, {"title_en": "\u202e"}):
        assert NoteForm(typed, languages=LANGUAGES).errors["title"]
    (words,) = NoteForm({"title_ar": "م" * 21}, languages=LANGUAGES).errors["title"]
    assert "العربية" in words


def test_each_box_carries_its_language_its_direction_and_its_own_label() -> None:
    with override("ar"):
        shown = str(NoteForm({"title_en": "<b>"}, languages=LANGUAGES)["title"])
    boxes = re.findall(r"<input[^>]*>", shown)
    assert ['lang="ar"' in boxes[0], 'dir="rtl"' in boxes[0]] == [True, True]
    assert ['lang="en"' in boxes[1], 'dir="ltr"' in boxes[1]] == [True, True]
    assert "&lt;b&gt;" in boxes[1]
    assert set(re.findall(r'for="([^"]+)"', shown)) == set(re.findall(r'<input[^>]* id="([^"]+)"', shown))


def test_lines_and_prose_are_cleaned() -> None:
    assert LineField().clean(" a\u202e \n b ") == "a b"
    assert ProseField().clean("a\r\n\r\n\r\n\r\nb ") == "a\n\nb"
