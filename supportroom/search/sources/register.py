"""Released recommendations, with what was answered to them."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Count, Sum

from supportroom.journal.models import reference
from supportroom.register.models import Recommendation
from supportroom.register.queries import public_recommendations
from supportroom.search.sources.kinds import Leaf, Source, address_of, ids_in, languages_of

_TITLE = 160


def _marks() -> Iterable[tuple[str, str]]:
    rows = public_recommendations().select_related(None).order_by()
    rows = rows.annotate(bodies=Count("submissions", distinct=True), wordings=Sum("submissions__answers__version"))
    told = rows.values_list("pk", "version", "bodies", "wordings")
    return [(f"register.recommendation:{pk}", f"{version}.{n}.{m}") for pk, version, n, m in told]


def _leaves(things: Collection[str]) -> Iterator[Leaf]:
    rows = (
        public_recommendations()
        .filter(pk__in=ids_in(things))
        .prefetch_related("submissions__addressee", "submissions__answers")
    )
    for recommendation in rows:
        for language in languages_of(recommendation.text):
            yield _leaf(recommendation, language)


def _leaf(recommendation: Recommendation, language: str) -> Leaf:
    text = recommendation.text.said_in(language).text
    submissions = list(recommendation.submissions.all())
    names = [submission.addressee.name.said_in(language).text for submission in submissions]
    said = [answer.text.said_in(language).text for submission in submissions for answer in submission.answers.all()]
    about = [" · ".join([recommendation.code, *names]), recommendation.heading.said_in(language).text, *said]
    title = text if len(text) <= _TITLE else text[:_TITLE].rpartition(" ")[0] + "…"
    return Leaf(
        thing=reference(recommendation),
        language=language,
        title=title,
        words="\n".join([*([] if title == text else [text]), *filter(None, about)]),
        address=address_of("followup:recommendation_detail", language, recommendation_slug=recommendation.slug),
        day=recommendation.asked_on,
    )


RECOMMENDATIONS = Source("recommendation", _marks, _leaves)
