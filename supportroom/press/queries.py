"""What pages and the press pack read. Packs are reached through papers that the reader may prepare the pack of."""

from django.db.models import QuerySet
from django.utils.translation import gettext

from supportroom.groups.models import Seat
from supportroom.groups.queries import groups_visible_to, people_of, seats_of
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import may
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import PUBLISHED
from supportroom.people.models import Person
from supportroom.people.queries import persons_visible_to
from supportroom.press.approving import Standing, digest_of, standing
from supportroom.press.models import PressContact, PressPack, Quotation
from supportroom.press.vocabulary import CLEARED
from supportroom.protection.naming import consenting, name_for
from supportroom.protection.vocabulary import TEAM


def paper_behind(actor: Actor, paper_id: int) -> Paper:
    """Give a paper whose group the actor may read of; Missing where there is none for them."""
    papers = Paper.objects.select_related("group", "text").filter(group__in=groups_visible_to(actor))
    found = papers.filter(pk=paper_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def paper_of_pack(actor: Actor, paper_id: int) -> Paper:
    """Give a paper whose press pack the actor prepares; Missing where there is none for them."""
    paper = paper_behind(actor, paper_id)
    if not may(actor, "press.read_pack", paper):
        raise Missing("kernel.missing")
    return paper


def pack_of(paper: Paper) -> PressPack:
    """Give the paper's press pack; an empty one that is not stored where none was begun."""
    return PressPack.objects.filter(paper=paper).first() or PressPack(paper=paper)


def approval_of(pack: PressPack) -> Standing:
    """Give how the group stands to the summary as it is."""
    given = pack.approvals.values_list("seat_id", "digest") if not pack._state.adding else ()
    seats = seats_of(pack.paper.group).values_list("pk", flat=True)
    return standing(list(given), list(seats), digest_of(pack.summary))


def approved_summary(paper: Paper) -> MultilingualText:
    """Give the summary if the group approves it as it stands, else nothing: only approved words are printed."""
    pack = pack_of(paper)
    return pack.summary if pack.summary and approval_of(pack).is_approved else MultilingualText()


def approves(actor: Actor, pack: PressPack) -> bool:
    """Tell whether the actor's own seat approves the summary as it is."""
    if pack._state.adding:
        return False
    own = pack.approvals.filter(seat__person=actor.person_id, digest=digest_of(pack.summary))
    return own.exists()


def quotations_of(pack: PressPack) -> QuerySet[Quotation]:
    """The quotations of a pack, with whose words they are."""
    found = Quotation.objects.select_related("person", "pack__paper__group")
    return found.none() if pack._state.adding else found.filter(pack=pack)


def can_be_asked(actor: Actor, paper: Paper) -> QuerySet[Person]:
    """The people to whom the actor can offer a quotation: anybody of the room, or who holds a seat of the group."""
    return persons_visible_to(actor) if may(actor, "press.ask_anybody", paper) else people_of(paper.group)


def own_quotations(actor: Actor) -> QuerySet[Quotation]:
    """The quotations offered to the actor: their own words, wherever."""
    found = Quotation.objects.select_related("person", "pack__paper__group")
    return found.filter(person=actor.person_id) if actor.is_known else found.none()


def quotation_for(actor: Actor, quotation_id: int) -> Quotation:
    """Give a quotation that is the actor's own or stands in a pack that they prepare; Missing else."""
    found = Quotation.objects.select_related("person", "pack__paper__group").filter(pk=quotation_id).first()
    if found is None or not may(actor, "press.take_back_quotation", found):
        raise Missing("kernel.missing")
    return found


def quotations_told(actor: Actor, pack: PressPack) -> list[tuple[Quotation, str]]:
    """Give a pack's quotations, each with whose it is: by name to the team, to the group for its own seats."""
    seated = set(seats_of(pack.paper.group).values_list("person_id", flat=True))
    sees_all = may(actor, "press.ask_anybody", pack.paper)
    return [
        (each, name_for(each.person, TEAM) if sees_all or each.person_id in seated else gettext("a member"))
        for each in quotations_of(pack)
    ]


def cleared_of(pack: PressPack) -> list[tuple[Quotation, str]]:
    """Give the quotations that may be used, each with the name that goes with it; empty where none may."""
    cleared = quotations_of(pack).filter(state=CLEARED)
    return [(each, each.person.name if each.person_id in consenting(each) else "") for each in cleared]


def authors_of(paper: Paper) -> list[Seat]:
    """Give the seats whose holders agree to be named as authors in what is published, in order."""
    agreed = consenting(paper)
    return [seat for seat in seats_of(paper.group) if seat.person_id in agreed]


def names_own(actor: Actor, paper: Paper) -> bool:
    """Tell whether the actor agrees to be named as an author in what is published."""
    return actor.person_id in consenting(paper)


def contacts_visible_to(actor: Actor) -> QuerySet[PressContact]:
    """The press contacts, for the team; for others none."""
    contacts = PressContact.objects.all()
    return contacts if may(actor, "press.read_contacts") else contacts.none()


def is_out(about: str) -> bool:
    """Tell whether a reference is to a published paper: then who is named as its author does not change (S17)."""
    label, _colon, key = about.partition(":")
    if label != Paper._meta.label_lower or not key.isdigit():
        return False
    return Paper.objects.filter(pk=key, state=PUBLISHED).exists()
