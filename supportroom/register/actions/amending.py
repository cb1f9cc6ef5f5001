"""Recommendations worded, translated, placed and addressed anew."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.vocabulary import TEAM
from supportroom.register.history import tell
from supportroom.register.models import Addressee, Recommendation
from supportroom.register.recording import address_to, search_text_of
from supportroom.register.themes import refuse_unknown
from supportroom.register.vocabulary import RECORDED
from supportroom.texts.writing import in_new_words


@action("register.amend_recommendation", on="recommendation")
def amend_recommendation(
    *, actor: Actor, recommendation: Recommendation, seen: int | None = None, **fields: Any
) -> Recommendation:
    """Change under what a recommendation stands: heading, pillar, themes, goals, date, round, place.

    Its number stays. Stale where somebody was faster; DomainError `register.ahead`, `register.unknown_theme`,
    `register.unknown_goal`.
    """
    refuse_unless(fields.get("asked_on", recommendation.asked_on) <= now().date(), "register.ahead")
    refuse_unknown(fields.get("themes", ()), fields.get("goals", ()))
    if "heading" in fields:
        fields["search_text"] = search_text_of(recommendation.text, fields["heading"])
    change(recommendation, seen=seen, **fields)
    record(recommendation, actor=actor, fields=sorted(fields))
    return recommendation


@action("register.reword_recommendation", on="recommendation")
def reword_recommendation(
    *,
    actor: Actor,
    recommendation: Recommendation,
    seen: int,
    wordings: Mapping[str, str],
    drafts: Collection[str] = (),
    confirmed: Collection[str] = (),
) -> Recommendation:
    """Write new words in one language or several; interpreters write translations.

    Words that the public read before are told in its history. Stale with both sides (`mine` as given, `theirs` the
    recommendation); DomainError `kernel.empty`, `register.only_translations`.
    """
    before: MultilingualText = recommendation.text
    text = in_new_words(before, wordings, drafts)
    for language in confirmed:
        text = text.confirmed(language) if text.texts.get(language) else text
    refuse_unless(str(text) == str(before) or actor.holds(TEAM, "system"), "register.only_translations")
    try:
        change(recommendation, seen=seen, text=text, search_text=search_text_of(text, recommendation.heading))
    except Stale:
        recommendation.refresh_from_db()
        raise Stale(mine=dict(wordings), theirs=recommendation) from None
    if str(text) != str(before) and recommendation.released_on:
        tell(recommendation, "amended", now().date(), words=_shortened(before))
    record(recommendation, actor=actor, languages=sorted(wordings))
    return recommendation


def _shortened(text: MultilingualText, longest: int = 2000) -> MultilingualText:
    cut = {code: words if len(words) <= longest else words[: longest - 2] + " …" for code, words in text.texts.items()}
    return MultilingualText(text.original, cut, text.states)


@action("register.address_recommendations", on="recommendations")
def address_recommendations(
    *, actor: Actor, recommendations: Sequence[Recommendation], addressees: Sequence[Addressee], only: bool = False
) -> None:
    """Address recommendations to bodies, besides those they are addressed to already, or to these `only`.

    DomainError `register.nothing_chosen`, `register.addressed_already` where one was sent to who would be left out.
    """
    refuse_unless(recommendations, "register.nothing_chosen")
    for recommendation in recommendations:
        present = {submission.addressee_id: submission for submission in recommendation.submissions.all()}
        for submission in present.values():
            if only and submission.addressee not in addressees:
                is_new = submission.state == RECORDED and submission.sent_on is None
                refuse_unless(is_new, "register.addressed_already", name=submission.addressee)
                erase(submission)
        address_to(recommendation, [each for each in addressees if each.pk not in present])
        record(recommendation, actor=actor, addressees=[each.pk for each in addressees])
