"""What a standing page begins with, in the room's languages, for the room to edit before it is published.

The privacy page says what this software keeps and what it does not; the principles are those of the charter.
"""

from collections.abc import Callable, Iterable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.pages.vocabulary import PRINCIPLES, PRIVACY
from supportroom.room.queries import charter
from supportroom.texts.vocabulary import HEADING, ITEM, PARAGRAPH

Row = tuple[MultilingualText, str, int]
Words = tuple[str, Promise | str]

PRIVACY_WORDS: tuple[Words, ...] = (
    (HEADING, _("If you read here")),
    (
        PARAGRAPH,
        _(
            "Reading the public pages needs no account. They set no cookie, run no counter of visitors, load "
            "nothing from other companies, and work without JavaScript."
        ),
    ),
    (
        PARAGRAPH,
        _(
            "This software keeps no list of who read what. Whoever runs the network between you and us can "
            "see that you reached this address, though not which page; if that is a danger to you, use the "
            "Tor Browser."
        ),
    ),
    (HEADING, _("If you ask us something or subscribe")),
    (
        ITEM,
        _("A question to the room is kept with its words and its day alone: no name, no mail address."),
    ),
    (
        ITEM,
        _(
            "For the newsletter we keep your mail address until you leave it; one tap is enough. Nobody is "
            "shown a list of addresses, and the mails do not tell us whether you opened them."
        ),
    ),
    (HEADING, _("If you are a member")),
    (
        ITEM,
        _(
            "We keep your name, your organisation, how to reach you, and what you tell of yourself in your "
            "profile. The team reads it; in public you are named only where you yourself agreed, thing by "
            "thing."
        ),
    ),
    (
        ITEM,
        _(
            "After a session under the Chatham House Rule is closed, the key that ties words to people is "
            "deleted. Nobody can restore it, we included."
        ),
    ),
    (
        ITEM,
        _(
            "Who took part in a round is never published. Figures are published only where nobody can be "
            "picked out of them."
        ),
    ),
    (ITEM, _("Which texts and points were agreed is kept for good; whose they were is not.")),
    (
        ITEM,
        _(
            "Files that you bring are made anew, without names, places and earlier versions in them, before "
            "anybody opens them."
        ),
    ),
    (HEADING, _("What we cannot promise")),
    (
        PARAGRAPH,
        _(
            "The people who run this server could see what you type while you are connected. A phone that is "
            "seized while it is unlocked shows what stands on it."
        ),
    ),
    (HEADING, _("What you can ask for")),
    (
        PARAGRAPH,
        _(
            "You can see what is kept of you, have it corrected, and have your account closed with all that "
            "can be deleted. Write to the team; the page “Contact” says how."
        ),
    ),
)


def starting_text(kind: str) -> list[Row]:
    """Give the ready text of a kind of page: paragraph, kind, level; nothing where there is none."""
    makers: dict[str, Callable[[], Iterable[Row]]] = {PRIVACY: _privacy, PRINCIPLES: _principles}
    return list(makers[kind]()) if kind in makers else []


def _privacy() -> Iterator[Row]:
    for kind, words in PRIVACY_WORDS:
        yield in_every_language(words), kind, 2


def in_every_language(words: Promise | str) -> MultilingualText:
    """Give a phrase of our own in each language of the room; one that the catalogue does not know stays out."""
    said: dict[str, str] = {}
    for code in ["en", *(code for code in charter().languages if code != "en")]:
        with override(code):
            if (text := str(words)) not in said.values():
                said[code] = text
    return multilingual("en", **said)


def _principles() -> Iterator[Row]:
    principles = charter().principles
    parts = {
        code: [part.strip() for part in text.split("\n\n") if part.strip()] for code, text in principles.texts.items()
    }
    original = parts.pop(principles.original, [])
    paired = {code: found for code, found in parts.items() if len(found) == len(original)}
    for place, words in enumerate(original):
        texts = {principles.original: words, **{code: found[place] for code, found in paired.items()}}
        yield multilingual(principles.original, **texts), PARAGRAPH, 1


def _divided(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]
