"""How a paper came about, told by days and numbers to somebody who was not there: no name, no word of what was said.

Numbers are those that the steps themselves print (comments, answers to members' checks, seats); nothing is broken down.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from supportroom.adoption.composing import outcome_in_words
from supportroom.adoption.models import Adoption, Review
from supportroom.adoption.queries import adoption_of, earlier_adoptions, opinions_to, releases_of, review_of
from supportroom.checks.models import MembersCheck
from supportroom.checks.vocabulary import ABSTAIN, AGAINST, FOR
from supportroom.comments.models import CommentWindow
from supportroom.comments.queries import windows_of
from supportroom.comments.vocabulary import OPEN, WITHDRAWN
from supportroom.groups.models import WorkingGroup
from supportroom.groups.vocabulary import MEMBERS_OPENED
from supportroom.kernel.clock import now
from supportroom.library.keys import plain_key
from supportroom.library.queries import sources_of
from supportroom.papers.footnotes import keys_in
from supportroom.papers.models import Paper, PaperVersion
from supportroom.papers.versions import shown_in
from supportroom.room.queries import charter
from supportroom.web.formatting import plain_date

CALLED, OPENED, APPOINTED, BEGUN, COMMENTED, ADOPTED, OPPOSED, REVIEWED, RELEASED = (
    "called",
    "opened",
    "appointed",
    "begun",
    "commented",
    "adopted",
    "opposed",
    "reviewed",
    "released",
)


@dataclass(frozen=True)
class Happening:
    """Something that happened: on which day, what kind of step it is, and the sentence that tells it."""

    when: date
    kind: str
    words: str

    @property
    def day(self) -> str:
        """The day in words."""
        return plain_date(self.when)


def history_of(paper: Paper) -> list[Happening]:
    """Tell how a paper came about, in the present language, by day; what has not happened yet is not told."""
    steps = [*_of_the_group(paper.group), *_of_the_draft(paper), *_of_adoptions(paper), *_of_review_and_release(paper)]
    return sorted(steps, key=lambda step: step.when)


def _day(moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(charter().time_zone)).date()


def _of_the_group(group: WorkingGroup) -> Iterator[Happening]:
    yield Happening(group.called_on, CALLED, _("A working group was called for."))
    if group.opened_on:
        by_members = _("The members decided to open it, and candidates could stand.")
        by_team = _("It was opened, and candidates could stand.")
        yield Happening(group.opened_on, OPENED, by_members if group.opened_by == MEMBERS_OPENED else by_team)
    if group.appointed_on:
        count = group.seats.filter(since=group.appointed_on).count()
        words = ngettext(
            "%(num)s seat was appointed: by competence first, then by where people live and work.",
            "%(num)s seats were appointed: by competence first, then by where people live and work.",
            count,
        )
        yield Happening(group.appointed_on, APPOINTED, words % {"num": count})
    for seat in group.seats.filter(replaces__isnull=False):
        yield Happening(seat.since, APPOINTED, _("A seat that was given up was filled again."))


def _of_the_draft(paper: Paper) -> Iterator[Happening]:
    yield Happening(paper.begun_on, BEGUN, _("The group began to write the paper."))
    moment = now()
    for window in windows_of(paper):
        if window.opens_at <= moment:
            yield Happening(_day(window.opens_at), COMMENTED, _opened(paper, window))
        if window.closes_at <= moment:
            yield Happening(_day(window.closes_at), COMMENTED, _closed(window))


def _opened(paper: Paper, window: CommentWindow) -> str:
    numbered, cited = measured(paper, window.shown)
    paragraphs = ngettext("%(num)s paragraph", "%(num)s paragraphs", numbered) % {"num": numbered}
    sources = ngettext("%(num)s source", "%(num)s sources", cited) % {"num": cited}
    told = {"paragraphs": paragraphs, "sources": sources, "until": plain_date(_day(window.closes_at))}
    return _("The draft (%(paragraphs)s, citing %(sources)s) was open to all members' comments until %(until)s.") % told


def _closed(window: CommentWindow) -> str:
    kept = window.comments.exclude(state=WITHDRAWN)
    in_time = kept.filter(is_late=False)
    count, left, late = in_time.count(), in_time.filter(state=OPEN).count(), kept.filter(is_late=True).count()
    if not count:
        told = _("No comment came.")
    else:
        told = ngettext("%(num)s comment came", "%(num)s comments came", count) % {"num": count}
        told = _("%(came)s; %(answered)s of %(all)s are answered.") % {
            "came": told,
            "answered": count - left,
            "all": count,
        }
    if not late:
        return told
    apart = ngettext("%(num)s more came late and is kept apart.", "%(num)s more came late and are kept apart.", late)
    return f"{told} {apart % {'num': late}}"


def measured(paper: Paper, version: PaperVersion) -> tuple[int, int]:
    """Give how many numbered paragraphs a version has, and how many sources of the library it cites."""
    shown = shown_in(version)
    known = {plain_key(source.key) for source in sources_of(paper.group, with_removed=True)}
    cited = {key for each in shown for words in each.content.texts.values() for key in keys_in(words)}
    return sum(each.number is not None for each in shown), len(cited & known)


def _of_adoptions(paper: Paper) -> Iterator[Happening]:
    adoption = adoption_of(paper)
    for each in [*earlier_adoptions(paper), *([adoption] if adoption else [])]:
        yield Happening(_day(each.asked.opens_at), ADOPTED, _("The joint paper was put before all members."))
        if each.asked.tally:
            sentence = _("The members adopted it: %(tally)s.")
            if not each.asked.is_agreed:
                sentence = _("The members did not adopt it: %(tally)s.")
            yield Happening(_day(each.asked.closes_at), ADOPTED, sentence % {"tally": tally_in_words(each.asked)})
    if adoption and adoption.asked.tally and adoption.opinions_until <= now():
        yield Happening(_day(adoption.opinions_until), OPPOSED, _opposed(adoption))


def _opposed(adoption: Adoption) -> str:
    count = len(opinions_to(adoption))
    if not count:
        return _("No opposing opinion was filed.")
    words = ngettext(
        "%(num)s opposing opinion was filed; it is part of the paper.",
        "%(num)s opposing opinions were filed; they are part of the paper.",
        count,
    )
    return words % {"num": count}


def tally_in_words(asked: MembersCheck) -> str:
    """Say how the members answered: for, against, abstaining."""
    tally = asked.tally
    return _("%(for)s for, %(against)s against, %(abstain)s abstaining") % {
        "for": tally.get(FOR, 0),
        "against": tally.get(AGAINST, 0),
        "abstain": tally.get(ABSTAIN, 0),
    }


def _of_review_and_release(paper: Paper) -> Iterator[Happening]:
    review = review_of(paper)
    if review is not None:
        until = {"until": plain_date(review.due_day)}
        yield Happening(
            review.sent_on, REVIEWED, _("The Envoy's office was given until %(until)s to review it.") % until
        )
        if review.is_over(now()):
            yield Happening(review.ended_on or review.due_day, REVIEWED, _reviewed(review))
    for release in releases_of(paper):
        if release.asked.tally:
            sentence = _("The members decided to publish it: %(tally)s.")
            if not release.asked.is_agreed:
                sentence = _("The members decided against publishing it: %(tally)s.")
            told = sentence % {"tally": tally_in_words(release.asked)}
            yield Happening(_day(release.asked.closes_at), RELEASED, told)


def _reviewed(review: Review) -> str:
    notes = [note for note in review.notes.all() if not note.is_late]
    told = outcome_in_words(review)
    if not notes:
        return told
    answered = sum(bool(note.verdict) for note in notes)
    count = _("%(answered)s of %(all)s notes are answered.") % {"answered": answered, "all": len(notes)}
    return f"{told} {count}"
