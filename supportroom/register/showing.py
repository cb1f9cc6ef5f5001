"""How rows of the register are put on pages: short lines, the tabs of the team's pages, what can be done to one."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from supportroom.kernel.actors import Actor
from supportroom.kernel.asked_once import asked_once
from supportroom.kernel.multilingual import CURRENT, ORIGINAL, MultilingualText, Wording
from supportroom.kernel.permissions import may
from supportroom.register.models import Recommendation
from supportroom.register.sources import is_put_out, page_of, source_of
from supportroom.register.vocabulary import RECORDED, SOURCE_KINDS
from supportroom.room.queries import languages_spoken
from supportroom.statements.models import Report
from supportroom.texts.vocabulary import TONES, TRANSLATION_STATES

LONGEST = 240
ANY = "slug-of-any"  # pages that show hundreds of them ask once how their addresses look


def page_at(recommendation: Recommendation) -> str:
    """Give the address of the page on which everybody reads a recommendation."""
    pattern = asked_once(("page_at", get_language()), lambda: reverse("followup:recommendation_detail", args=[ANY]))
    return pattern.replace(ANY, recommendation.slug)


def shortened(text: MultilingualText, language: str, longest: int = LONGEST) -> Wording:
    """Give a text's words in a language, cut at a word where they are long."""
    words = text.said_in(language)
    if len(words.text) <= longest:
        return words
    return Wording(words.text[:longest].rsplit(" ", 1)[0] + " …", words.language, words.state)


def gaps_in(text: MultilingualText) -> list[tuple[str, str, str]]:
    """Give the languages of the room in which a text is missing, a draft or out of date: name, word, tone."""
    return [
        (name, str(TRANSLATION_STATES[state]), TONES[state])
        for code, name in languages_spoken().items()
        if (state := text.state(code)) not in (ORIGINAL, CURRENT)
    ]


def title_of(recommendation: Recommendation) -> MultilingualText:
    """Give the title of the text that a recommendation comes from."""
    source = source_of(recommendation)
    title: MultilingualText = source.round.title if isinstance(source, Report) else source.title
    return title


@dataclass(frozen=True)
class Bundle:
    """Recommendations out of one text: its key, title, kind and page, and whether the public may know of it."""

    key: str
    title: MultilingualText
    kind: str
    url: str
    is_put_out: bool
    rows: list[Recommendation]


def bundles_of(recommendations: list[Recommendation]) -> list[Bundle]:
    """Put recommendations together by the text that they come from, in the order given."""
    found: dict[tuple[str, int], list[Recommendation]] = {}
    for each in recommendations:
        found.setdefault((each.source_kind, source_of(each).pk), []).append(each)
    return [
        Bundle(
            key=f"{rows[0].source_kind}:{source_of(rows[0]).pk}",
            title=title_of(rows[0]),
            kind=str(SOURCE_KINDS[rows[0].source_kind]),
            url=page_of(source_of(rows[0])),
            is_put_out=is_put_out(source_of(rows[0])),
            rows=rows,
        )
        for rows in found.values()
    ]


def team_tabs(current: str) -> list[tuple[str, str, bool]]:
    """Give the parts of the register that the team keeps; `current` is the key of one."""
    tabs = [
        ("waiting", _("Not shown yet"), "register:waiting_list"),
        ("earlier", _("Earlier documents"), "register:document_list"),
        ("addressees", _("Addressees"), "register:addressee_list"),
        ("letters", _("Letters and answers"), "answers:addressee_list"),
        ("themes", _("Themes"), "register:theme_list"),
        ("set_aside", _("Set aside"), "register:set_aside_list"),
    ]
    return [(label, reverse(view), key == current) for key, label, view in tabs]


def steps_for(actor: Actor, recommendation: Recommendation) -> list[tuple[str, str]]:
    """Give what somebody may do to a recommendation, as links: label and address; nothing for most readers."""
    steps: list[tuple[str, str]] = []

    def offer(label: str, view: str) -> None:
        steps.append((label, reverse(view, args=[recommendation.pk])))

    is_team = may(actor, "register.amend_recommendation", recommendation)
    if may(actor, "register.reword_recommendation", recommendation):
        offer(_("Change the words") if is_team else _("Translate"), "register:recommendation_words")
    if is_team and not recommendation.set_aside:
        offer(_("Change under what it stands"), "register:recommendation_edit")
        offer(_("Change its addressees"), "register:recommendation_address")
        offer(_("Bring together with others"), "register:recommendation_bring_together")
    return steps


def buttons_for(actor: Actor, recommendation: Recommendation) -> list[dict[str, Any]]:
    """Give the steps of one press that somebody may take with a recommendation: label, url, and what they ask first."""
    if not may(actor, "register.set_aside", recommendation):
        return []
    if recommendation.set_aside:
        return [_button(_("Take back"), "register:recommendation_take_back", recommendation)]
    found = []
    if recommendation.released_on is None and is_put_out(source_of(recommendation)):
        question = _("Everybody outside the room can read it then, and follow what becomes of it.")
        found.append(_button(_("Show to the public"), "register:recommendation_release", recommendation, question))
    if recommendation.demand_id:
        question = _("It stands alone again. A demand that would hold one alone is given up.")
        found.append(_button(_("Take out of the demand"), "register:recommendation_take_out", recommendation, question))
    if recommendation.state == RECORDED:
        question = _("It is hidden from everybody but the team, who can take it back.")
        found.append(_button(_("Set aside"), "register:recommendation_set_aside", recommendation, question))
    return found


def _button(label: str, view: str, recommendation: Recommendation, question: str = "") -> dict[str, Any]:
    return {"label": label, "url": reverse(view, args=[recommendation.pk]), "question": question}
