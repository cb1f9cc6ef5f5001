"""A session's board in pieces: rendered into its page, and again by the broadcaster for the screens that watch.

A piece is an element with an id. It holds nothing personal and no token, so one rendering serves everybody who has the
same kind of screen: fields belong to forms that stand outside the pieces.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from django.template.loader import get_template
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText, Wording
from supportroom.points.queries import BoardItem, BoardPage
from supportroom.points.vocabulary import (
    AGREED,
    CHECKED,
    CHOICE_MEANINGS,
    CHOICES,
    GROUNDS,
    NOT_AGREED,
    POINT_STATES,
    RAISED,
    REMAINING,
)

ANSWERS, LEADS, FACILITATES, PROJECTOR = "a", "l", "f", "p"
BETWEEN: Final = "\x1e"  # parts rows that are rendered together; nobody's words hold it (kernel.hygiene)
TONES: Final = {RAISED: "quiet", CHECKED: "open", AGREED: "settled", REMAINING: "waiting", NOT_AGREED: "refused"}


@dataclass(frozen=True)
class Screen:
    """What a kind of screen offers; `audience` is the letters of all that holds."""

    audience: str
    language: str
    place: str  # the address of the session's page, to which the actions' names are added
    typed: Mapping[str, str] = field(default_factory=dict)  # what was typed and refused: it comes back

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of the points that were ticked."""
        chosen = getattr(self.typed, "getlist", None)
        return frozenset(chosen("point")) if chosen else frozenset()

    @property
    def answers(self) -> bool:
        """Answer an open check."""
        return ANSWERS in self.audience

    @property
    def leads(self) -> bool:
        """Choose points and put one in focus."""
        return LEADS in self.audience

    @property
    def facilitates(self) -> bool:
        """Close checks and confirm what came of them."""
        return FACILITATES in self.audience

    @property
    def is_projector(self) -> bool:
        """Be seen from far away."""
        return PROJECTOR in self.audience


@dataclass(frozen=True)
class Section:
    """The points of one pillar: its name as shown, the ids of its rows in order, and the rows, parted by BETWEEN."""

    title: Wording
    keys: Sequence[str]
    html: str

    @cached_property
    def rows(self) -> Mapping[str, str]:
        """Each row by its id: for telling what changed."""
        return {key: row.strip() for key, row in zip(self.keys, str(self.html).split(BETWEEN), strict=False)}

    @property
    def listed(self) -> str:
        """All rows as they stand in the list."""
        return self.html.replace(BETWEEN, "")


@dataclass(frozen=True)
class Pieces:
    """A board's pieces by their ids, and its list by pillar."""

    parts: Mapping[str, str]
    sections: Mapping[str, Section]
    has_list: bool = True

    @cached_property
    def listed(self) -> str:
        """The whole list; nothing on a screen without one."""
        return _macros().points_list(self.sections) if self.has_list else ""


def _macros() -> Any:
    return get_template("points/pieces.html").template.module  # type: ignore[attr-defined]


@lru_cache(maxsize=8)
def point_place(language: str) -> str:
    """Give the beginning of every point's address in a language: looking each one up would cost more than the rest."""
    with override(language):
        return reverse("points:point_detail", args=[1])[: -len(spell(1)) - 1]


def session_place(session_id: int, language: str) -> str:
    """Give the address of a session's page in a language."""
    with override(language):
        return reverse("points:board", args=[session_id])


def render(page: BoardPage, screen: Screen) -> Pieces:
    """Render a board for one kind of screen, in the language that is active now.

    A reader's own answers are in `page` where their own page is made; the broadcaster's has none.
    """
    macros = _macros()
    facts = {
        "check": spell(page.open_check_id) if page.open_check_id else "",
        "waiting": spell(page.waiting[0].check_id) if page.waiting else "",
        "present": page.session.present or 0,
    }
    answered = max((item.answered for item in page.open_items), default=None)
    parts = {
        "live-counts": macros.counts(figures_of(page)),
        "live-focus": macros.focus(_focus(page, screen), screen),
        "live-check": macros.check(_asked(page), facts, choices_explained(), screen),
        "live-progress": macros.progress(answered, facts["present"]),
        "live-results": macros.results(_waiting(page, screen), facts, screen),
    }
    sections = {} if screen.is_projector else _sections(page, screen, macros)
    return Pieces(parts, sections, has_list=not screen.is_projector)


def figures_of(page: BoardPage) -> list[tuple[int, str, str | None]]:
    """Give the board's counts: raised, agreed, remaining; what was given up too, where anything was."""
    counts = page.counts
    figures: list[tuple[int, str, str | None]] = [
        (counts.raised, _("raised"), None),
        (counts.agreed, _("agreed"), "settled"),
        (counts.open, _("remaining"), "waiting"),
    ]
    return [*figures, (counts.not_agreed, _("not agreed"), "refused")] if counts.not_agreed else figures


def choices_explained() -> list[tuple[str, str, str]]:
    """Give the four answers: value, word, and what it means in a sentence."""
    return [(value, str(word), str(CHOICE_MEANINGS[value])) for value, word in CHOICES.items()]


def state_words() -> dict[str, tuple[str, str]]:
    """Give each state's word in the active language, and its tone."""
    return {state: (str(word), TONES.get(state, "quiet")) for state, word in POINT_STATES.items()}


def grounds(why: Sequence[Mapping[str, Any]]) -> list[str]:
    """Say the rule's reasons in the active language."""
    return [str(GROUNDS[ground["code"]]) % ground for ground in why]


def other_wordings(content: MultilingualText, shown: Wording) -> list[Wording]:
    """Give a text in the languages in which it is not shown already."""
    return [content.said_in(code) for code, words in content.texts.items() if words and code != shown.language]


def _focus(page: BoardPage, screen: Screen) -> dict[str, Any] | None:
    point = page.focus
    if point is None:
        return None
    pillar = next(pillar.name for pillar in page.pillars if pillar.id == point.pillar_id)
    item = point.item if point.item and not point.item.is_open else None
    words = point.content.said_in(screen.language)
    return {
        "number": point.number,
        "key": spell(point.id),
        "words": words,
        "others": other_wordings(point.content, words),
        "pillar": pillar.said_in(screen.language),
        "state": state_words()[point.state],
        "place": point_place(screen.language),
        "result": _result(item, screen) if item else None,
    }


def _asked(page: BoardPage) -> list[dict[str, Any]]:
    """Give what is asked now; words that stand in focus above need not be repeated."""
    numbers = {point.id: point.number for point in page.points}
    focus = page.focus.id if page.focus else None
    return [
        {
            "item": item,
            "key": spell(item.id),
            "number": numbers.get(item.point_id or 0, place),
            "is_seen": len(page.open_items) == 1 and item.point_id is not None and item.point_id == focus,
        }
        for place, item in enumerate(page.open_items, start=1)
    ]


def _waiting(page: BoardPage, screen: Screen) -> list[dict[str, Any]]:
    """Give what waits to be confirmed; words that stand in focus above need not be repeated."""
    focus = page.focus.id if page.focus else None
    is_one = len(page.waiting) == 1 and page.waiting[0].point_id is not None
    return [_result(item, screen) | {"is_seen": is_one and item.point_id == focus} for item in page.waiting]


def _result(item: BoardItem, screen: Screen) -> dict[str, Any]:
    return {
        "item": item,
        "key": spell(item.id),
        "word": screen.typed.get(f"word-{spell(item.id)}", ""),
        "words": item.wording.said_in(screen.language),
        "tally": [item.tally.get(choice, 0) for choice in CHOICES],
        "grounds": grounds(item.why),
        "reasons": [(str(CHOICES[choice]), Wording(text, language, "")) for choice, text, language in item.reasons],
    }


def _sections(page: BoardPage, screen: Screen, macros: Any) -> dict[str, Section]:
    """Render the rows of each pillar that has any, a pillar at a time: a call for each row would cost far more."""
    states, language, ticked = state_words(), screen.language, screen.ticked
    focus = page.focus.id if page.focus else 0
    found = {}
    for pillar in page.pillars:
        keys = [spell(point.id) for point in pillar.points]
        rows = [
            (key, point.number, point.content.said_in(language), states[point.state], point.id == focus, key in ticked)
            for key, point in zip(keys, pillar.points, strict=True)
        ]
        if rows:
            html = macros.rows(rows, point_place(language), screen.leads, BETWEEN)
            names = [f"point-{key}" for key in keys]
            found[spell(pillar.id)] = Section(pillar.name.said_in(language), names, html)
    return found


def whole(pieces: Pieces) -> str:
    """Write all pieces of a board."""
    return "".join([*pieces.parts.values(), pieces.listed])  # `+` would escape the parts: what is listed is safe markup


def difference(before: Pieces, now: Pieces) -> str:
    """Write the pieces that changed, so that a screen which shows `before` shows `now`; nothing if nothing did."""
    changed = [part for key, part in now.parts.items() if before.parts.get(key) != part]
    if _heads(before) != _heads(now):
        return "".join([*changed, now.listed])
    for key, section in now.sections.items():
        rows = _changed_rows(key, before.sections[key].rows, section.rows)
        changed += [now.listed] if rows is None else rows
    return "".join(dict.fromkeys(changed))


def _heads(pieces: Pieces) -> list[tuple[str, Wording]]:
    return [(key, section.title) for key, section in pieces.sections.items()]


def _changed_rows(key: str, before: Mapping[str, str], now: Mapping[str, str]) -> list[str] | None:
    """Give what to put into a pillar's list, to change in it and to take out of it; None where its order changed."""
    stayed = [row for row in before if row in now]
    if stayed != [row for row in now if row in before]:
        return None
    parts = [f'<div data-gone="{row}"></div>' for row in before if row not in now]
    after = ""
    for name, row in now.items():
        if name not in before:
            parts.append(f'<div data-into="rows-{key}" data-after="{after}">{row}</div>')
        elif before[name] != row:
            parts.append(row)
        after = name
    return parts
