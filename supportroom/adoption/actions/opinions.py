"""Opposing opinions: filed, joined, left, translated; each person's own, and nobody else's.

The journal keeps that it happened and not who did it, at the instant at which the members were asked: dissent is not
written down where it cannot be erased, not even of those who agreed to be named and took it back (S17).
"""

from datetime import datetime

from django.utils import timezone

from supportroom.adoption.actions.held import held_opinion
from supportroom.adoption.lifecycle import OPINION
from supportroom.adoption.models import Adoption, Joiner, OpposingOpinion
from supportroom.adoption.vocabulary import TURNED_DOWN
from supportroom.journal.door import action, record_unnamed
from supportroom.journal.models import reference
from supportroom.journal.writing import advance, change, create, erase, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import CURRENT, DRAFT, MultilingualText
from supportroom.papers.vocabulary import PUBLISHED
from supportroom.people.models import Person
from supportroom.protection.actions import settle_consent
from supportroom.protection.models import Consent
from supportroom.room.queries import charter
from supportroom.rounds.deadlines import not_going_back
from supportroom.web.formatting import moment_in_words


def until_in_words(moment: datetime) -> str:
    """Give an instant by the reader's clock and the room's, for the wording of an error."""
    return moment_in_words(moment, timezone.get_current_timezone_name(), charter().time_zone)


def refuse_unless_in_time(adoption: Adoption, code: str = "adoption.opinions_over") -> None:
    """Raise DomainError unless opposing opinions are taken at this instant, by the stored one; not after a refusal."""
    refuse_unless(adoption.state != TURNED_DOWN, "adoption.not_adopted")
    refuse_unless(adoption.takes_opinions(not_going_back(now())), code, until=until_in_words(adoption.opinions_until))


def _record(opinion: OpposingOpinion) -> None:
    record_unnamed(opinion, at=opinion.adoption.asked.opens_at, paper=opinion.adoption.paper_id)


@action("adoption.file_opinion", on="adoption")
def file_opinion(
    *, actor: Actor, adoption: Adoption, title: MultilingualText, text: MultilingualText, is_named: bool = False
) -> OpposingOpinion:
    """File an opposing opinion with its reasons, by name or only counted.

    DomainError `adoption.opinions_over` one instant too late, `adoption.not_adopted`.
    """
    held = Adoption.objects.select_for_update(no_key=True, of=("self",)).select_related("asked", "paper")
    adoption = held.get(pk=adoption.pk)
    refuse_unless_in_time(adoption)
    last = adoption.opinions.order_by("-number").values_list("number", flat=True).first() or 0
    opinion = create(
        OpposingOpinion, adoption=adoption, number=last + 1, title=title, text=text, filed_by_id=actor.person_id
    )
    _stand_behind(actor, opinion, is_named=is_named)
    _record(opinion)
    return opinion


def _stand_behind(actor: Actor, opinion: OpposingOpinion, *, is_named: bool) -> None:
    person = Person.objects.get(pk=actor.person_id or 0)
    create(Joiner, opinion=opinion, person=person)
    if is_named:
        settle_consent(person, opinion, given=True)


def _refuse_if_joined(opinion: OpposingOpinion) -> None:
    others = opinion.joiners.exclude(person=opinion.filed_by_id).exists()
    refuse_unless(not others, "adoption.others_joined")


@action("adoption.amend_opinion", on="opinion")
def amend_opinion(
    *,
    actor: Actor,
    opinion: OpposingOpinion,
    title: MultilingualText,
    text: MultilingualText,
    seen: int | None = None,
) -> OpposingOpinion:
    """Reword one's own opinion while opinions are taken and nobody else stands behind its words.

    DomainError `adoption.changes_over`, `adoption.others_joined`; Stale where somebody translated it meanwhile.
    """
    held = held_opinion(opinion)
    refuse_unless_in_time(held.adoption, "adoption.changes_over")
    _refuse_if_joined(held)
    change(held, seen=seen, title=title, text=text)
    _record(held)
    return held


@action("adoption.withdraw_opinion", on="opinion")
def withdraw_opinion(*, actor: Actor, opinion: OpposingOpinion) -> None:
    """Take one's own opinion back while nobody else stands behind it; nothing of who filed it stays.

    DomainError `adoption.changes_over`, `adoption.others_joined`.
    """
    held = held_opinion(opinion)
    refuse_unless_in_time(held.adoption, "adoption.changes_over")
    _refuse_if_joined(held)
    erase_all(held.joiners.all())
    erase_all(Consent.objects.filter(thing=reference(held)))
    advance(held, OPINION, "withdraw", filed_by=None)
    _record(held)


@action("adoption.join_opinion", on="opinion")
def join_opinion(*, actor: Actor, opinion: OpposingOpinion, is_named: bool = False) -> OpposingOpinion:
    """Stand behind somebody's opposing opinion, by name or only counted.

    DomainError `adoption.opinions_over`, `adoption.joined_already`.
    """
    held = held_opinion(opinion)
    refuse_unless_in_time(held.adoption)
    refuse_unless(not held.joiners.filter(person=actor.person_id).exists(), "adoption.joined_already")
    _stand_behind(actor, held, is_named=is_named)
    _record(held)
    return held


@action("adoption.leave_opinion", on="opinion")
def leave_opinion(*, actor: Actor, opinion: OpposingOpinion) -> None:
    """Stand behind an opinion no more, also who filed it: it stays with those who joined, or goes with the last.

    DomainError `adoption.changes_over`, `adoption.not_joined`.
    """
    held = held_opinion(opinion)
    refuse_unless_in_time(held.adoption, "adoption.changes_over")
    own = held.joiners.filter(person=actor.person_id).first()
    refuse_unless(own, "adoption.not_joined")
    assert own is not None
    erase(own)
    erase_all(Consent.objects.filter(thing=reference(held), person=actor.person_id))
    if not held.joiners.exists():
        advance(held, OPINION, "withdraw", filed_by=None)
    elif held.filed_by_id == actor.person_id:
        change(held, filed_by=None)
    _record(held)


@action("adoption.be_named", on="opinion")
def be_named(*, actor: Actor, opinion: OpposingOpinion, is_named: bool) -> OpposingOpinion:
    """Agree to be named in an opinion that one stands behind, or take that back, until the paper is published (S17).

    DomainError `protection.released`.
    """
    held = held_opinion(opinion)
    settle_consent(Person.objects.get(pk=actor.person_id or 0), held, given=is_named)
    _record(held)
    return held


@action("adoption.translate_opinion", on="opinion")
def translate_opinion(
    *, actor: Actor, opinion: OpposingOpinion, title: MultilingualText, text: MultilingualText, seen: int | None = None
) -> OpposingOpinion:
    """Write translations of an opinion until the paper is published; the original's words stand.

    A translation by somebody else is a draft, and printed as one, until who filed the opinion says that it holds.
    DomainError `adoption.translations_only`, `adoption.published`; Stale.
    """
    held = held_opinion(opinion)
    refuse_unless(held.adoption.paper.state != PUBLISHED, "adoption.published")
    words = {"title": (held.title, title), "text": (held.text, text)}
    same = all((new.original, str(new)) == (old.original, str(old)) for old, new in words.values())
    refuse_unless(same, "adoption.translations_only")
    is_theirs = actor.person_id is not None and actor.person_id == held.filed_by_id
    settled = {name: _standing(old, new, is_confirmed=is_theirs) for name, (old, new) in words.items()}
    change(held, seen=seen, **settled)
    _record(held)
    return held


def _standing(old: MultilingualText, new: MultilingualText, *, is_confirmed: bool) -> MultilingualText:
    """Give the new words: those of who filed it are current, all of them; of others, what they changed is a draft."""
    for language, words in new.texts.items():
        if language == new.original:
            continue
        if is_confirmed:
            new = new.reworded(language, words, state=CURRENT)
        elif words != old.texts.get(language):
            new = new.reworded(language, words, state=DRAFT)
    return new
