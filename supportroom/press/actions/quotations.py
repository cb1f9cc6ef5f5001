"""Words for the press, offered to who said them; nothing is quoted that they have not cleared.

Whose words they are is not kept in the journal, which outlives the pack: many are quoted without their name.
"""

from supportroom.groups.vocabulary import HELD
from supportroom.journal.door import action, record, record_unnamed
from supportroom.journal.writing import advance, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import may
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.actions.packs import held_pack
from supportroom.press.lifecycle import QUOTATION
from supportroom.press.models import Quotation
from supportroom.protection.actions import settle_consent
from supportroom.texts.writing import today


@action("press.offer_quotation", on="paper")
def offer_quotation(*, actor: Actor, paper: Paper, person: Person, text: MultilingualText) -> Quotation:
    """Ask somebody whether these words may be quoted as theirs. The team can ask anybody; the group, who sits in it.

    DomainError `press.not_adopted`, `press.only_the_group`.
    """
    pack = held_pack(paper)
    sits = paper.group.seats.filter(person=person, state=HELD).exists()
    refuse_unless(may(actor, "press.ask_anybody", paper) or sits, "press.only_the_group")
    quotation = create(Quotation, pack=pack, person=person, text=text, offered_on=now().date())
    record(quotation, actor=actor, paper=paper.pk)
    return quotation


@action("press.clear_quotation", on="quotation")
def clear_quotation(*, actor: Actor, quotation: Quotation, is_named: bool) -> Quotation:
    """Let one's words be quoted, with one's name or without it; `kernel.not_now` once it is settled."""
    advance(quotation, QUOTATION, "clear")
    settle_consent(quotation.person, quotation, given=is_named)
    record_unnamed(quotation, at=today())
    return quotation


@action("press.take_back_quotation", on="quotation")
def take_back_quotation(*, actor: Actor, quotation: Quotation) -> Quotation:
    """Take a quotation out of the pack for good; `kernel.not_now` where it is out already."""
    advance(quotation, QUOTATION, "take_back")
    record_unnamed(quotation, at=today())
    return quotation
