"""What is told in public of the review besides dates and outcome: words to which both sides agreed."""

from supportroom.adoption.actions.held import held_review
from supportroom.adoption.models import ReleasedWords, Review
from supportroom.adoption.rules import side_of
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Stale
from supportroom.kernel.multilingual import MultilingualText


@action("adoption.propose_words", on="review")
def propose_words(*, actor: Actor, review: Review, text: MultilingualText, seen: int | None = None) -> ReleasedWords:
    """Propose what is told, or change what stands: then they are one's own words, and the other side has to agree anew.

    DomainError `adoption.published`, `kernel.empty`; Stale where the other side was faster.
    """
    held = held_review(review)
    refuse_unless(text, "kernel.empty")
    side = side_of(actor, held)
    words = ReleasedWords.objects.filter(review=held).first()
    if words is None:
        words = create(ReleasedWords, review=held, text=text, proposed_by=side)
    else:
        change(words, seen=seen, text=text, proposed_by=side, is_agreed=False)
    record(words, actor=actor, paper=held.paper_id)
    return words


@action("adoption.agree_words", on="words")
def agree_words(*, actor: Actor, words: ReleasedWords, seen: int) -> ReleasedWords:
    """Agree, for the other side, to this very wording; from then on it is told.

    DomainError `adoption.agreed_already`, `adoption.published`; Stale where it was changed since it was read.
    """
    held_review(words.review)
    refuse_unless(not words.is_agreed, "adoption.agreed_already")
    if words.version != seen:
        raise Stale
    change(words, seen=seen, is_agreed=True)
    record(words, actor=actor, paper=words.review.paper_id)
    return words
