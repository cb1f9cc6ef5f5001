"""How somebody is called in the room who closed their account: in both languages, since names are not translated."""

from typing import Final

FORMER: Final = "عضو/ة سابق/ة · former member"
