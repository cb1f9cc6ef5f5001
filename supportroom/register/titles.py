"""What a demand's title may say: everybody reads it as soon as the public sees one of what it holds."""

from collections.abc import Iterable

from supportroom.journal.writing import refuse_unless
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.models import Demand, Recommendation


def refuse_hidden_words(title: MultilingualText, members: Iterable[Recommendation]) -> None:
    """Refuse a title that is the wording of a recommendation which the public does not see, where it sees another.

    DomainError `register.title_unreleased`.
    """
    held = [each for each in members if not each.set_aside]
    said = {words.strip() for words in title.texts.values() if words.strip()}
    hidden = [each for each in held if each.released_on is None and said & set(each.text.texts.values())]
    is_public = any(each.released_on for each in held)
    refuse_unless(not (is_public and hidden), "register.title_unreleased", number=hidden[0].code if hidden else "")


def refuse_hidden_titles(recommendations: Iterable[Recommendation]) -> None:
    """Refuse what `refuse_hidden_words` does of the demands in which these stand."""
    for demand in Demand.objects.filter(recommendations__in=list(recommendations)).distinct():
        refuse_hidden_words(demand.title, demand.recommendations.all())
