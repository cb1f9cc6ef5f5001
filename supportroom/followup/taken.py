"""Recommendations to take along, read in handfuls, so that memory stays flat whatever their number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Prefetch

from supportroom.answers.models import Answer
from supportroom.briefings.models import Reflection
from supportroom.followup.dating import written_day
from supportroom.followup.sources import title_of
from supportroom.followup.standing import Standing, standing_of
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.models import Happening, Recommendation, RecommendationQuerySet, Submission
from supportroom.register.sources import source_of

HANDFUL: Final = 200
ANSWERS = Prefetch("answers", Answer.objects.order_by("answered_on", "number"))
SUBMISSIONS = Prefetch("submissions", Submission.objects.prefetch_related("addressee", ANSWERS))
HAPPENINGS = Prefetch("happenings", Happening.objects.prefetch_related("addressee"))
REFLECTIONS = Prefetch(
    "reflections",
    Reflection.objects.filter(briefing__trashed_at=None).prefetch_related("briefing").order_by("briefing__given_on"),
)
NAMED = ("pillar", "round", "demand", "statement", "report__round", "paper", "document")  # many share each: read once


@dataclass(frozen=True)
class Taken:
    """A recommendation with everything that a file says of it; `address` is where its page stands."""

    recommendation: Recommendation
    standing: Standing
    address: str

    @property
    def asked_on(self) -> str:
        """Give the day of asking as exactly as it is known."""
        return written_day(self.recommendation.asked_on, self.recommendation.precision)

    @property
    def themes(self) -> Sequence[str]:
        """Give the codes of its cross-cutting themes."""
        return list(self.recommendation.themes)

    @property
    def source(self) -> MultilingualText:
        """Give the title of the text that it comes from."""
        return title_of(source_of(self.recommendation))

    @property
    def submissions(self) -> Sequence[Submission]:
        """To whom it is addressed."""
        return list(self.recommendation.submissions.all())

    @property
    def answers(self) -> Sequence[Answer]:
        """What was answered, addressee by addressee."""
        found: list[Any] = []
        for submission in self.recommendation.submissions.all():
            found.extend(submission.answers.all())
        return found

    @property
    def reflections(self) -> Sequence[Reflection]:
        """What briefings say of it."""
        return list(self.recommendation.reflections.all())

    @property
    def happenings(self) -> Sequence[Happening]:
        """The steps of its way."""
        return list(self.recommendation.happenings.all())


def taken(found: RecommendationQuerySet, root: str, today: date, *, with_steps: bool) -> Iterator[Taken]:
    """Yield recommendations in their order; `root` stands before each address. No query stays open between handfuls.

    `with_steps`: what happened to each is needed as well.
    """
    loaded = (*NAMED, SUBMISSIONS, REFLECTIONS, *((HAPPENINGS,) if with_steps else ()))
    keys = list(found.values_list("pk", flat=True))
    for at in range(0, len(keys), HANDFUL):
        handful = keys[at : at + HANDFUL]
        rows = Recommendation.objects.filter(pk__in=handful).defer("search_text").prefetch_related(*loaded)
        by_key = {row.pk: row for row in rows}
        for key in handful:
            if key in by_key:
                one = by_key[key]
                standing = standing_of(one.state, one.submissions.all(), today)
                yield Taken(one, standing, f"{root}{one.slug}/")
