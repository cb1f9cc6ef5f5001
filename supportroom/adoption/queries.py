"""What pages and floors above read about adoption. Papers enter by `paper_shown`, opinions by `opinion_visible_to`."""

from collections.abc import Iterable
from dataclasses import dataclass

from supportroom.adoption.models import (
    Adoption,
    Joiner,
    OfficeNote,
    OpposingOpinion,
    Release,
    ReleasedWords,
    Review,
)
from supportroom.adoption.rules import reads_adoption, reads_review
from supportroom.adoption.vocabulary import FILED, TURNED_DOWN
from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.errors import Missing
from supportroom.papers.models import Paper
from supportroom.protection.models import Consent
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import PUBLIC

WORDS = "shown__content"  # a whole paper: read where it is needed


@dataclass(frozen=True)
class OpinionTold:
    """An opposing opinion as everybody may read it: the names of those who agree to it, and how many stand behind it.

    Nothing tells who of them filed it.
    """

    opinion: OpposingOpinion
    names: tuple[str, ...]
    joined: int

    @property
    def unnamed(self) -> int:
        """How many are counted without a name."""
        return self.joined - len(self.names)


def paper_shown(actor: Actor, paper_id: int) -> Paper:
    """Give a paper whose adoption the actor may read of, with group and text; Missing."""
    paper = Paper.objects.select_related("group", "text").filter(pk=paper_id).first()
    if paper is None or not reads_adoption(actor, paper):
        raise Missing("kernel.missing")
    return paper


def adoption_of(paper: Paper) -> Adoption | None:
    """Give the adoption of a paper that counts: the newest, with its check and the version that was asked about."""
    adoptions = Adoption.objects.filter(paper=paper).select_related("asked", "shown__paper", "paper__group")
    return adoptions.defer(WORDS).order_by("-opinions_until").first()


def earlier_adoptions(paper: Paper) -> list[Adoption]:
    """List the versions that the members did not adopt, newest first, with what they answered."""
    turned_down = Adoption.objects.filter(paper=paper, state=TURNED_DOWN).select_related("asked", "shown")
    return list(turned_down.defer(WORDS).order_by("-opinions_until"))


def opinions_of(paper: Paper) -> list[OpinionTold]:
    """List the opposing opinions to a paper's adoption that counts, in order, each with its names and number."""
    adoption = adoption_of(paper)
    return opinions_to(adoption) if adoption else []


def opinions_to(adoption: Adoption) -> list[OpinionTold]:
    """List the opposing opinions to one version; in a fixed number of queries."""
    opinions = list(adoption.opinions.filter(state=FILED))
    behind = _joiners(opinions)
    agreed = _consents(opinions)
    told = []
    for opinion in opinions:
        joiners = behind.get(opinion.pk, [])
        named = [joiner.person for joiner in joiners if (joiner.person_id, reference(opinion)) in agreed]
        names = sorted((name_for(person, PUBLIC, consented=True) for person in named), key=fold)
        told.append(OpinionTold(opinion, tuple(names), opinion.joined if opinion.joined is not None else len(joiners)))
    return told


def _joiners(opinions: Iterable[OpposingOpinion]) -> dict[int, list[Joiner]]:
    found: dict[int, list[Joiner]] = {}
    for joiner in Joiner.objects.filter(opinion__in=list(opinions)).select_related("person"):
        found.setdefault(joiner.opinion_id, []).append(joiner)
    return found


def _consents(opinions: Iterable[OpposingOpinion]) -> set[tuple[int, str]]:
    given = Consent.objects.filter(thing__in=[reference(opinion) for opinion in opinions], given=True)
    return set(given.values_list("person_id", "thing"))


def opinion_visible_to(actor: Actor, opinion_id: int) -> OpposingOpinion:
    """Give an opposing opinion that was not taken back, in a paper whose adoption the actor may read of; Missing."""
    opinions = OpposingOpinion.objects.select_related("adoption__paper__group", "adoption__asked")
    found = opinions.filter(pk=opinion_id, state=FILED).first()
    if found is None or not reads_adoption(actor, found.adoption.paper):
        raise Missing("kernel.missing")
    return found


def own_part(actor: Actor, opinions: Iterable[OpposingOpinion]) -> dict[int, bool]:
    """Give those of the opinions that the actor stands behind, by id, each with whether they are named in it."""
    if not actor.is_known:
        return {}
    about = {opinion.pk: reference(opinion) for opinion in opinions}
    own = Joiner.objects.filter(opinion__in=about, person=actor.person_id).values_list("opinion_id", flat=True)
    consents = Consent.objects.filter(person=actor.person_id, thing__in=about.values(), given=True)
    named = set(consents.values_list("thing", flat=True))
    return {opinion_id: about[opinion_id] in named for opinion_id in own}


def review_of(paper: Paper) -> Review | None:
    """Give the office's review of a paper, with the version that was sent, or None."""
    reviews = Review.objects.filter(paper=paper).select_related("shown__paper", "paper__group")
    return reviews.defer(WORDS).first()


def paper_reviewed(actor: Actor, paper_id: int) -> Paper:
    """Give a paper whose review the actor may read of; Missing."""
    paper = Paper.objects.select_related("group", "text").filter(pk=paper_id).first()
    if paper is None or not reads_review(actor, paper):
        raise Missing("kernel.missing")
    return paper


def notes_of(review: Review) -> list[OfficeNote]:
    """List the notes of a review, those in time first, each with the changes that were made for it."""
    notes = review.notes.prefetch_related("changes__paragraph").order_by("is_late", "number")
    return list(notes)


def note_visible_to(actor: Actor, note_id: int) -> OfficeNote:
    """Give a note of the office that the actor may read; Missing."""
    notes = OfficeNote.objects.select_related("review__paper__group", "paragraph")
    found = notes.filter(pk=note_id).first()
    if found is None or not reads_review(actor, found.review.paper):
        raise Missing("kernel.missing")
    return found


def words_of(review: Review) -> ReleasedWords | None:
    """Give the words proposed for the public, agreed or not, or None."""
    return ReleasedWords.objects.filter(review=review).select_related("review__paper__group").first()


def released_words(review: Review) -> ReleasedWords | None:
    """Give the words to which both sides agreed, or None: nothing else of the review's words leaves the room."""
    return ReleasedWords.objects.filter(review=review, is_agreed=True).first()


def releases_of(paper: Paper) -> list[Release]:
    """List how often the members were asked about publication, newest first, with their checks and versions."""
    releases = Release.objects.filter(paper=paper).select_related("asked", "shown__paper").defer(WORDS)
    return list(releases.order_by("-asked__opens_at"))
