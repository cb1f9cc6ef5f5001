"""Which passwords are refused besides short and common ones: those made of words that others would try (S02)."""

import unicodedata
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from supportroom.kernel.arabic import fold

# What whoever wants to get in would try first, folded: the room, the country, its cities, its hopes.
CONTEXT: Final = (
    "supportroom", "support", "room", "civil", "society", "civilsociety", "syria", "syrian", "damascus", "aleppo",
    "homs", "hama", "idlib", "daraa", "raqqa", "hasaka", "latakia", "tartus", "geneva", "amman", "beirut", "gaziantep",
    "freedom", "peace", "dialogue", "envoy", "password", "passwort", "secret", "welcome", "admin", "qwerty", "letmein",
    "iloveyou", "غرفه الدعم", "غرفه", "الدعم", "المجتمع المدني", "المجتمع", "المدني", "سوريا", "سوريه", "السوريه",
    "دمشق", "الشام", "حلب", "حمص", "حماه", "ادلب", "درعا", "الرقه", "الحسكه", "اللاذقيه", "طرطوس", "جنيف", "عمان",
    "بيروت", "الحريه", "حريه", "السلام", "سلام", "الحوار", "المبعوث", "كلمه السر", "كلمه المرور", "السر", "المرور",
    "احبك", "بسم الله", "الله", "محمد", "يارب",
)  # fmt: skip
LEFT_AT_LEAST: Final = 6


class ContextWordsValidator:
    """Refuses a password that is little more than words which everybody would try, or one's own address or name."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError where fewer than six different letters remain."""
        left = folded(password)
        for word in sorted({*(folded(word) for word in CONTEXT), *_own_words(user)}, key=len, reverse=True):
            left = left.replace(word, "")
        letters = {letter for letter in left if not letter.isdigit()}
        if len(letters) < LEFT_AT_LEAST:
            raise ValidationError(
                _("This password is made of words that others would try first. Add some that only you would say."),
                code="password_of_context_words",
            )

    def get_help_text(self) -> str:
        """Say what is asked."""
        return _("Do not build it from the room's name, a city, or your own name.")


def folded(words: str) -> str:
    """Give words as they are compared: one way of writing each letter, without spaces and signs."""
    return "".join(letter for letter in fold(unicodedata.normalize("NFC", words)) if letter.isalnum())


def _own_words(user: Any) -> set[str]:
    """Give the words of somebody's own address and name."""
    if user is None:
        return set()
    own = f"{user.email.partition('@')[0]} {user.person.name}".replace(".", " ")
    return {folded(word) for word in own.split() if len(folded(word)) > 2}
