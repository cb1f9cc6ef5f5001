"""How a round was prepared, as blocks of its report: notice, topics, programme, quotas, answers, joint declines."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from supportroom.invitations.vocabulary import ACCEPTED, DECLINED
from supportroom.rendering import tree
from supportroom.rounds.models import Round
from supportroom.statements.annexes import tongue_of
from supportroom.statements.prepared import NOT_ACCEPTED, UNANSWERED, PreparationFacts, TopicFacts
from supportroom.statements.sentences import list_in_words
from supportroom.topics.vocabulary import MERGED, ON_AGENDA, PROPOSED, SUPPORTED, TOPIC_STATES
from supportroom.web.formatting import plain_date

Blocks = Iterator[tree.Block]
ANSWER_WORDS = {
    ACCEPTED: gettext_lazy("%(count)s accepted"),
    DECLINED: gettext_lazy("%(count)s declined"),
    UNANSWERED: gettext_lazy("%(count)s did not answer"),
    NOT_ACCEPTED: gettext_lazy("%(count)s did not accept"),
}


def preparation_blocks(told: PreparationFacts | None, round: Round, language: str) -> Blocks:
    """Compose how a round was prepared, in a language; nothing for a round that was not prepared in the room."""
    if told is None:
        return
    yield tree.Heading(text=_("How this round was prepared"), anchor="prepared")
    pairs = tuple(_facts(told, round))
    if pairs:
        yield tree.Facts(pairs=pairs)
    yield from _short_notice(told, language)
    yield from _topics(told, language)
    yield from _below(told, language)
    yield from _declines(told, language)


def _facts(told: PreparationFacts, round: Round) -> Iterator[tuple[str, str]]:
    if told.topics:
        yield _("Topics proposed"), str(len(told.topics))
        yield _("On the agenda"), str(sum(facts.topic.state == ON_AGENDA for facts in told.topics))
    if told.versions:
        zone = ZoneInfo(round.time_zone)
        first = plain_date(told.versions[0].published_at.astimezone(zone).date())
        count = len(told.versions)
        words = ngettext(
            "published on %(date)s, in %(count)s version", "first published on %(date)s, in %(count)s versions", count
        )
        yield _("Programme"), words % {"date": first, "count": count}
    if told.answers.total:
        yield _("People invited"), str(told.answers.total)
        shown = [str(ANSWER_WORDS[cell]) % {"count": count} for cell, count in told.answers.shown.items()]
        if shown:
            yield _("Their answers"), list_in_words(shown)
    if told.notice:
        yield (
            _("Notice"),
            _("%(days)s, where this room promises %(promised)s")
            % {
                "days": _days(told.notice.days),
                "promised": _days(told.notice.promised_days),
            },
        )
        if told.notice.later_days is not None and told.notice.later_days < told.notice.days:
            yield _("Notice of those invited later"), _("%(days)s at least") % {"days": _days(told.notice.later_days)}


def _days(count: int) -> str:
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}


def _short_notice(told: PreparationFacts, language: str) -> Blocks:
    if told.notice and told.notice.is_short and told.notice.reason:
        yield tree.Paragraph(text=_("The notice was shorter than this room promises. The reason given:"))
        yield tree.Quote(text=told.notice.reason.said_in(language).text, **tongue_of(told.notice.reason, language))


def _topics(told: PreparationFacts, language: str) -> Blocks:
    if not told.topics:
        return
    yield tree.Heading(text=_("What became of every topic that was proposed"), level=2)
    yield tree.Table(
        head=(_("Topic"), _("What became of it"), _("Why")),
        rows=tuple(_topic_row(facts, language) for facts in told.topics),
        row_heads=True,
    )


def _topic_row(facts: TopicFacts, language: str) -> tuple[str, str, str]:
    topic = facts.topic
    became = str(TOPIC_STATES[topic.state])
    if topic.state == MERGED and topic.merged_into:
        into = topic.merged_into.title.said_in(language).text
        became = _("merged into “%(topic)s”") % {"topic": into}
    elif topic.state in (PROPOSED, SUPPORTED):
        became = _("no answer was given")
    why = topic.reason.said_in(language).text if topic.reason else ""
    if not why and facts.takes_up:
        rounds = list_in_words([_("“%(round)s”") % {"round": title.said_in(language).text} for title in facts.takes_up])
        why = _("It takes up what stayed open after %(rounds)s.") % {"rounds": rounds}
    return topic.title.said_in(language).text, became, why


def _below(told: PreparationFacts, language: str) -> Blocks:
    if not told.below:
        return
    yield tree.Heading(text=_("Where the list stayed below a quota"), level=2)
    for label, percent, reason in told.below:
        yield tree.Paragraph(text=_("%(quota)s, at least %(percent)s%%. The reason given:") % {
            "quota": label, "percent": percent,
        })  # fmt: skip
        yield tree.Quote(text=reason.said_in(language).text, **tongue_of(reason, language))


def _declines(told: PreparationFacts, language: str) -> Blocks:
    if not told.declines:
        return
    count = len(told.declines)
    yield tree.Heading(text=ngettext("A joint decline", "Joint declines", count), level=2)
    for decline in told.declines:
        tongue: dict[str, Any] = tongue_of(decline.text, language)
        paragraphs = [part.strip() for part in decline.text.said_in(language).text.split("\n\n") if part.strip()]
        for part in paragraphs[:-1]:
            yield tree.Quote(text=part, **tongue)
        yield tree.Quote(text=paragraphs[-1], by=_signed(decline.organisations, decline.unnamed), **tongue)


def _signed(organisations: tuple[str, ...], unnamed: int) -> str:
    """Name the organisations that agreed to be named, and count the others."""
    words = list(organisations)
    if unnamed:
        pattern = (
            ngettext("%(count)s other organisation", "%(count)s other organisations", unnamed)
            if words
            else ngettext("%(count)s organisation", "%(count)s organisations", unnamed)
        )
        words.append(pattern % {"count": unnamed})
    return list_in_words(words)
