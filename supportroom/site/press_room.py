"""What the press finds in public: papers with all that may be used, what is under embargo and until when, meetings.

Before an embargo is over nothing of a paper stands here, not even its title: what the press is handed earlier goes by
a secret link, or the press pack, from the team to the people that it knows.
"""

from dataclasses import dataclass

from supportroom.events.models import PublicEvent
from supportroom.events.queries import coming_events
from supportroom.events.vocabulary import PRESS_CONFERENCE
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import PUBLISHED, RELEASED
from supportroom.people.tokens import digest_of
from supportroom.press.models import PressPack, Quotation
from supportroom.press.queries import approved_summary, cleared_of, pack_of
from supportroom.press.social import post_of
from supportroom.site.models import Edition, PressLink
from supportroom.site.places import PAPERS

OFFICE_ZONE = "Europe/Zurich"


@dataclass(frozen=True)
class Handed:
    """What the press may use of a published paper: cleared quotations (unnamed in public), files, a post."""

    quotations: tuple[Quotation, ...]
    files: tuple[tuple[str, str], ...]
    card: str
    post: str


def embargoes() -> list[PressPack]:
    """List the embargoes that are running on papers that the members released, the nearest end first."""
    packs = PressPack.objects.filter(paper__state=RELEASED, embargo_until__gt=now())
    return list(packs.order_by("embargo_until"))


def press_conferences() -> list[PublicEvent]:
    """List the press conferences that are announced, the nearest first."""
    return list(coming_events().filter(kind=PRESS_CONFERENCE))


def handed(edition: Edition, language: str) -> Handed:
    """Give what the press may use of a published paper, in a language."""
    publication = edition.publication
    paper = publication.paper
    assert paper is not None
    codes = edition.files["digests"]
    files = tuple(
        (code, PAPERS.address(code, publication.slug, edition.number, f"paper.{kind}"))
        for code in codes
        for kind in ("pdf", "docx")
    )
    here = language if language in codes else next(iter(codes))
    card = PAPERS.address(here, publication.slug, edition.number, "card.png")
    quotations = tuple(quotation for quotation, _name in cleared_of(pack_of(paper)))
    return Handed(quotations, files, card, post_of(paper, here))


def may_be_handed(paper: Paper) -> bool:
    """Tell whether the press may have a paper before it is public: released, with a summary that the group approved."""
    return paper.state == RELEASED and bool(approved_summary(paper))


def paper_behind(token: str) -> tuple[Paper, str]:
    """Give the paper that a link for the press opens, and to whom it was handed; Missing for a wrong link.

    A link whose paper is held back again opens nothing; one whose paper is published goes on to lead there.
    """
    links = PressLink.objects.select_related("paper__group", "paper__text")
    link = links.filter(digest=digest_of(token)).first()
    if link is None or (link.paper.state != PUBLISHED and not may_be_handed(link.paper)):
        raise Missing("kernel.missing")
    return link.paper, link.handed_to
