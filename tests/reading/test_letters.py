"""Encodings and the cleaning of what they give."""

import pytest

from supportroom.kernel.errors import DomainError
from supportroom.reading.encoding import decode
from supportroom.reading.hygiene import clean, tidy
from supportroom.reading.reader import read_outline
from tests.reading.samples import shape

ARABIC = "المحور الأول: المياه\n\n١. إصلاح المضخات في القرى الشرقية\n٢. مد الأنابيب إلى المدارس، قبل الصيف\n"
WINDOWS_ARABIC = ARABIC.replace("١", "1").replace("٢", "2")  # the set has no Arabic digits
READ = [("المحور الأول: المياه", ["إصلاح المضخات في القرى الشرقية", "مد الأنابيب إلى المدارس، قبل الصيف"])]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_form_of_unicode_is_read(codec: str) -> None:
    found = read_outline("a.txt", ARABIC.encode(codec))
    assert shape(found) == READ
    assert found.notes == ()


@pytest.mark.parametrize(("codec", "name"), [("cp1256", "Windows-1256"), ("iso8859-6", "ISO-8859-6")])
def test_arabic_of_one_byte_is_recognised_and_said(codec: str, name: str) -> None:
    found = read_outline("a.txt", WINDOWS_ARABIC.encode(codec))
    assert shape(found) == READ
    assert [(note.code, note.params) for note in found.notes] == [("encoding", {"name": name})]


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("Caf\u00e9 \u201copen\u201d \u2013 na\u00efve", "cp1252", "Windows-1252"),
        ("Ya\u011fmur ya\u011fd\u0131, ya\u015fas\u0131n \u015fehir ve k\u00f6y", "cp1254", "Windows-1254"),
        ("العيادة", "cp1256", "Windows-1256"),
        ("Points: الماء and المدرسة", "cp1256", "Windows-1256"),
    ],
)
def test_the_text_decides_between_the_sets_of_one_byte(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == (text, name)


def test_bytes_that_are_no_letters_in_any_set_are_refused() -> None:
    with pytest.raises(DomainError) as refused:
        decode(b"\x80\x99\x98\xa4\xb5\xb6" * 40)
    assert refused.value.code == "reading.encoding"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("pay \u202eelppa\u202c now", "pay elppa now"),
        ("\u2067a\u2069\u200f\u061cb\ufeff\u00ad\u200bc", "abc"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200c b\u200d", "a b"),
        ("\U0001f468\u200d\U0001f33e", "\U0001f468\u200d\U0001f33e"),
        ("\ufee3\ufe8e\ufbff", "ما\u06cc"),
        ("\ufb01ne", "fine"),
        ("e\u0301", "\u00e9"),
        ("a\u0301\u0302\u0303\u0304\u0305\u0306", "\u00e1\u0302\u0303\u0304"),
        ("a\u00a0\u2003\tb", "a b"),
        ("a\x00\x07\x1bb\x9f", "ab"),
        ("\uf0b7a", "a"),
    ],
)
def test_s34_hidden_signs_go_and_letters_stay(before: str, after: str) -> None:
    assert tidy(clean(before)) == after


def test_every_kind_of_line_break_is_one() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\x85f\x0bg") == "a\nb\nc\nd\ne\nf\ng"


def test_s34_an_entity_of_html_cannot_smuggle_a_hidden_sign_in() -> None:
    found = read_outline("a.md", b"- pay &#x202e;now&#x202c; &lt;b&gt; &#0; &#10; more\n- two\n")
    assert shape(found)[0][1][0].startswith("pay now <b>")
    assert not {"\u202e", "\u202c", "\x00", "\n"} & set(shape(found)[0][1][0])
