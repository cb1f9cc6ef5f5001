"""How far a round's invitations are prepared: the record, put before the pure rules of `readiness`."""

from datetime import datetime

from django.db.models import Count, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from supportroom.invitations.models import Letter
from supportroom.invitations.readiness import LetterWritten, Preparation, Readiness, Requirement, TopicPrepared, assess
from supportroom.invitations.vocabulary import LACKS
from supportroom.kernel.multilingual import CURRENT, ORIGINAL
from supportroom.programme.frozen import is_same
from supportroom.programme.queries import current_version, present_state, published_state
from supportroom.room.queries import charter
from supportroom.room.vocabulary import LANGUAGE_NAMES
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import PREPARING
from supportroom.selection.models import DraftList, Listing
from supportroom.selection.queries import confirmed_listings
from supportroom.selection.vocabulary import CONFIRMED
from supportroom.topics.queries import agenda_of
from supportroom.topics.vocabulary import TAKEN_UP


def preparation_of(round: Round, moment: datetime) -> Preparation:
    """Give what stands for a round's invitations at this moment."""
    version = current_version(round)
    return Preparation(
        moment=moment,
        first_day=round.starts_on,
        zone=round.time_zone,
        promised_days=charter().minimum_notice_days,
        has_begun=round.state not in PREPARING,
        programme_number=version.number if version else 0,
        programme_is_current=version is not None and is_same(published_state(version), present_state(round)),
        topics=_topics(round),
        languages=tuple(round.languages),
        letter=_letter(Letter.objects.filter(round=round).first()),
        listed=_listed(round),
    )


def readiness_of(round: Round, moment: datetime) -> Readiness:
    """Give what stands and what is missing before a round's invitations can go out."""
    return assess(preparation_of(round, moment))


def wording_of(requirement: Requirement) -> str:
    """Say in the reader's language what a requirement is about."""
    params = dict(requirement.params)
    if "language" in params:
        params["language"] = LANGUAGE_NAMES.get(str(params["language"]), str(params["language"]))
    return str(LACKS[requirement.lack]) % params


def missing_in_words(readiness: Readiness) -> str:
    """Say everything that is missing, one after the other."""
    return _("; ").join(wording_of(requirement) for requirement in readiness.missing)


def listings_to_invite(round: Round) -> list[Listing]:
    """Give those on the confirmed list who have no invitation yet; nobody while it is not confirmed."""
    listed = confirmed_listings(round).exclude(person__in=round.invitations.values("person"))
    return list(listed.select_related("person", "group").order_by("pk"))


def _topics(round: Round) -> tuple[TopicPrepared, ...]:
    here = get_language() or ""
    taken_up = Count("discussion_points", filter=Q(discussion_points__state=TAKEN_UP))
    return tuple(
        TopicPrepared(
            topic.pk,
            str(topic.title.said_in(here)),
            topic.taken_up,
            has_contact=topic.contact_id is not None,
            has_competence=bool(topic.competence),
        )
        for topic in agenda_of(round).annotate(taken_up=taken_up)
    )


def _letter(letter: Letter | None) -> LetterWritten | None:
    if letter is None:
        return None
    written = frozenset(code for code, words in letter.text.texts.items() if words)
    outdated = frozenset(code for code in written if letter.text.state(code) not in (ORIGINAL, CURRENT))
    return LetterWritten(written, outdated, letter.answer_by, has_reason=bool(letter.reason))


def _listed(round: Round) -> int | None:
    is_confirmed = DraftList.objects.filter(round=round, state=CONFIRMED).exists()
    return confirmed_listings(round).count() if is_confirmed else None
