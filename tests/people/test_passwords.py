"""Which passwords are taken, and how they are kept (S02)."""

import unicodedata

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from supportroom.people.models import Account, Person
from supportroom.people.passwords import CONTEXT, folded
from tests.factories.personas import PASSWORD

REFUSED = (
    "", "short", "elevenchars", "password1234", "qwertyuiop123", "supportroom2026", "Support Room 2026!",
    "damascus12345",
    "SyriaSyria2011", "syria-damascus-2026", "غرفة الدعم 2026", "سوريا سوريا 2011", "الحرية لسوريا", "المجتمع المدني",
    "123456789012345", "password password", "دمشق حلب حمص 2024", "محمد محمد محمد",
)  # fmt: skip
TAKEN = (
    "a walnut on the windowsill", "lanterns on the river at dusk", "زيتونة جدتي لا تنام قبل الفجر",
    "correct-horse-battery",
    "xK9#mQ2$vL5pR8", "ئەمە وشەیەکی نهێنی درێژە", "       spaces count as well     ", "x" * 3 + "ybdefghijklm" * 6,
    "Ich mag Damaskus im Regen sehr", "👋🏽 سلام على من يحب القهوة المرة",
)  # fmt: skip


def is_taken(password: str) -> bool:
    try:
        validate_password(password)
    except ValidationError:
        return False
    return True


def test_s02_passwords_are_taken_or_refused_as_the_table_says() -> None:
    assert {password: is_taken(password) for password in REFUSED} == dict.fromkeys(REFUSED, False)
    assert {password: is_taken(password) for password in TAKEN} == dict.fromkeys(TAKEN, True)
    assert all(word == folded(word) or " " in word for word in CONTEXT), "the list is written as it is compared"


def test_s02_long_ones_are_kept_whole_and_one_may_paste(member: Person) -> None:
    browser, account = Client(), Account.objects.get(person=member)
    browser.force_login(account)
    page = browser.get("/en/password/").content.decode()
    assert "onpaste" not in page
    assert 'autocomplete="new-password"' in page
    long = "a lantern, a river, a boat " * 7
    assert browser.post("/en/password/", {"password": long}).status_code == 302
    account.refresh_from_db()
    assert account.check_password(long)
    assert not account.check_password(long[:100])
    assert browser.post("/en/password/", {"password": "supportroom2026"}).status_code == 422


def test_s02_the_same_letters_are_the_same_password_however_a_keyboard_makes_them(member: Person) -> None:
    account = Account.objects.get(person=member)
    for word in ("café über señor naïve", "آمال أسماء إيمان ؤلمى"):
        account.set_password(unicodedata.normalize("NFD", word))
        assert account.check_password(unicodedata.normalize("NFC", word))
        assert unicodedata.normalize("NFD", word) != unicodedata.normalize("NFC", word)


def test_s02_ones_own_name_and_address_are_no_password(member: Person) -> None:
    account = Account.objects.get(person=member)
    for password in ("Salma Warda 2026", "salma-warda-salma", f"{account.email.partition('@')[0]} salma"):
        with pytest.raises(ValidationError):
            validate_password(password, account)
    validate_password(PASSWORD, account)


def test_s02_passwords_are_kept_by_argon2id() -> None:
    assert Argon2PasswordHasher().encode("walnut on a sill", "asaltasaltasalt").startswith("argon2$argon2id$")
