"""Errors of the domain: a code and parameters here, the wording in each app's `vocabulary.py`."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Phrase = str | Promise
_phrases: dict[str, Phrase] = {}


class DomainError(Exception):
    """Something that a person asked for and that cannot be, said by its code; pages answer it with 422."""

    status = 422

    def __init__(self, code: str, **params: Any) -> None:
        """Take the code under which the wording was declared, and what the wording names."""
        super().__init__(code)
        self.code = code
        self.params = params

    @property
    def wording(self) -> str:
        """The sentence in the reader's language; the code itself where no wording was declared."""
        phrase = _phrases.get(self.code)
        return self.code if phrase is None else str(phrase) % self.params


class Denied(DomainError):
    """The actor is known and may not do this."""

    status = 403


class Missing(DomainError):
    """There is no such thing for this actor: absent and hidden look alike."""

    status = 404


class Stale(DomainError):
    """Somebody else changed the thing since the actor saw it; nothing was written.

    `mine` and `theirs` hold both texts where there are texts, so that neither is lost.
    """

    status = 409

    def __init__(self, code: str = "kernel.stale", mine: Any = None, theirs: Any = None, **params: Any) -> None:
        """Take both sides of the conflict besides the code."""
        super().__init__(code, **params)
        self.mine = mine
        self.theirs = theirs


def declare_errors(phrases: Mapping[str, Phrase]) -> Mapping[str, Phrase]:
    """Register the wording of error codes and hand the mapping back; a code declared twice raises ValueError."""
    for code, phrase in phrases.items():
        if code in _phrases and _phrases[code] is not phrase:
            raise ValueError(f"error code declared twice: {code}")
        _phrases[code] = phrase
    return phrases


declare_errors(
    {
        "kernel.denied": _("You may not do this."),
        "kernel.missing": _("There is nothing here for you under this address."),
        "kernel.stale": _("Somebody changed this while you were writing. Both versions are below; nothing is lost."),
        "kernel.not_now": _("This step is not possible now: somebody may have taken it already."),
        "kernel.too_long": _("This text is longer than %(limit)s characters. Shorten it, or split it."),
        "kernel.in_use": _("Other things rest on this, so it cannot be taken out."),
        "kernel.empty": _("Write something first."),
        "kernel.unknown_language": _("The room does not use this language."),
    }
)
