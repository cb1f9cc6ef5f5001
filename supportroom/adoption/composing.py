"""How a paper was adopted, opposed and reviewed, as blocks of its document: the same on the web, in PDF and in DOCX.

The majority writes nothing here: the numbers are the check's, the opinions stand in the words of who filed them, the
review in its dates, its outcome, and the words to which both sides agreed.
"""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from supportroom.adoption.models import Adoption, Review
from supportroom.adoption.queries import OpinionTold, adoption_of, opinions_to, released_words, review_of
from supportroom.adoption.sentences import language_names
from supportroom.adoption.translations import lag_of, originals_of
from supportroom.adoption.vocabulary import DATE_PASSED, NO_RESERVATIONS, NOTES, WAITING
from supportroom.checks.models import MembersCheck
from supportroom.checks.vocabulary import ABSTAIN, AGAINST, FOR
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import CURRENT, ORIGINAL, MultilingualText, direction_of
from supportroom.papers.models import Paper
from supportroom.papers.versions import view_of
from supportroom.rendering import tree
from supportroom.room.queries import charter
from supportroom.web.formatting import plain_date

Blocks = Iterator[tree.Block]


def dissent_blocks(paper: Paper, language: str) -> tuple[tree.Block, ...]:
    """Give how the members answered and every opposing opinion, under headings of their own; nothing before that."""
    adoption = adoption_of(paper)
    if adoption is None or not adoption.asked.tally:
        return ()
    with override(language):
        return tuple(_dissent(adoption, language))


def _dissent(adoption: Adoption, language: str) -> Blocks:
    yield tree.Heading(text=_("How it was adopted"), anchor="adoption")
    yield tree.Facts(pairs=(*tally_facts(adoption.asked), *_language_facts(adoption)))
    opinions = opinions_to(adoption)
    yield tree.Heading(
        text=ngettext("Opposing opinion", "Opposing opinions", len(opinions) or 2), anchor="opposing-opinions"
    )
    if not opinions:
        yield tree.Paragraph(text=_("No opposing opinion was filed."))
        return
    yield tree.Note(text=_("Each stands in the words of who filed it. Nobody else can change anything in it."))
    for told in opinions:
        yield from _opinion(told, language)


def tally_facts(asked: MembersCheck) -> Iterator[tuple[str, str]]:
    """Give what the members answered, as labelled figures."""
    tally = asked.tally
    yield _("Asked until"), plain_date(asked.closes_at.astimezone(ZoneInfo(charter().time_zone)).date())
    yield pgettext("members' check", "For"), str(tally.get(FOR, 0))
    yield pgettext("members' check", "Against"), str(tally.get(AGAINST, 0))
    yield pgettext("members' check", "Abstained"), str(tally.get(ABSTAIN, 0))
    yield _("Members asked"), str(asked.roll)
    yield (
        _("Rule"),
        _("more than %(majority)s%% of those for and against; at least %(quorum)s%% answer")
        % {
            "majority": asked.majority_percent,
            "quorum": asked.quorum_percent,
        },
    )


def _language_facts(adoption: Adoption) -> Iterator[tuple[str, str]]:
    view = view_of(adoption.shown)
    yield _("Original adopted"), language_names(originals_of(view))
    lagging = lag_of(view)
    if lagging:
        yield _("Translation not complete then"), language_names([lag.language for lag in lagging])


def _opinion(told: OpinionTold, language: str) -> Blocks:
    opinion = told.opinion
    number = {"number": opinion.number, "title": opinion.title.said_in(language).text}
    yield tree.Heading(text=_("%(number)s. %(title)s") % number, level=2, anchor=f"opposing-opinion-{opinion.number}")
    if _is_unconfirmed(opinion.text, language):
        yield tree.Note(text=_("This translation was not confirmed by who filed the opinion; the original counts."))
    yield from _paragraphs(opinion.text, language)
    yield tree.Note(text=behind_in_words(told))


def behind_in_words(told: OpinionTold) -> str:
    """Say who stands behind an opinion: the names of those who agree to it, and the number of the others."""
    names = _(", ").join(told.names)
    if not told.names:
        return ngettext(
            "%(num)s member stands behind this opinion.", "%(num)s members stand behind this opinion.", told.joined
        ) % {"num": told.joined}
    if not told.unnamed:
        return _("Behind this opinion stand: %(names)s.") % {"names": names}
    others = ngettext(
        "Behind this opinion stand: %(names)s, and %(num)s member who is counted without a name.",
        "Behind this opinion stand: %(names)s, and %(num)s members who are counted without a name.",
        told.unnamed,
    )
    return others % {"names": names, "num": told.unnamed}


def _is_unconfirmed(text: MultilingualText, language: str) -> bool:
    return bool(text.texts.get(language)) and text.state(language) not in (ORIGINAL, CURRENT)


def _paragraphs(text: MultilingualText, language: str) -> Blocks:
    said = text.said_in(language)
    own = said.language not in ("", language)
    direction: tree.Direction = "rtl" if direction_of(said.language) == "rtl" else "ltr"
    for part in said.text.split("\n\n"):
        yield tree.Paragraph(text=part, language=said.language if own else "", direction=direction if own else None)


def review_blocks(paper: Paper, language: str) -> tuple[tree.Block, ...]:
    """Give the office's review: dates and outcome always, further words only where both sides agreed to them."""
    review = review_of(paper)
    if review is None:
        return ()
    with override(language):
        return tuple(_review(review, language))


def _review(review: Review, language: str) -> Blocks:
    yield tree.Heading(text=_("Review by the Envoy's office"), anchor="review")
    yield tree.Facts(pairs=tuple(review_facts(review)))
    words = released_words(review)
    if words:
        yield tree.Note(text=_("In words to which the working group and the office both agreed:"))
        yield from _paragraphs(words.text, language)


def review_facts(review: Review) -> Iterator[tuple[str, str]]:
    """Give dates, outcome and numbers of a review, as labelled figures; no word of what was said in it."""
    notes = list(review.notes.all())
    in_time = [note for note in notes if not note.is_late]
    yield _("Sent on"), plain_date(review.sent_on)
    yield _("Time until"), plain_date(review.due_day)
    yield _("Outcome"), outcome_in_words(review)
    if in_time:
        answered = sum(bool(note.verdict) for note in in_time)
        yield _("Notes answered"), _("%(answered)s of %(all)s") % {"answered": answered, "all": len(in_time)}
    if len(notes) > len(in_time):
        yield _("Notes after the end"), str(len(notes) - len(in_time))


def outcome_in_words(review: Review) -> str:
    """Say what the office said or did not say, with its day."""
    day = plain_date(review.ended_on or review.due_day)
    sentences = {
        WAITING: _("The office has not said anything yet."),
        NOTES: _("The office gave notes."),
        NO_RESERVATIONS: _("The office said on %(day)s that it has no reservations."),
        DATE_PASSED: _("The date passed on %(day)s without a word from the office."),
    }
    return sentences[review.outcome(now())] % {"day": day}
