"""The public face of the demo room: pages, news, events, glossary, actors, a question, a draft of the newsletter."""

from datetime import UTC, date, datetime, time, timedelta

from supportroom.demo import public_stages
from supportroom.demo.group_life import on
from supportroom.demo.meeting import ZONE, both
from supportroom.demo.people import actor_for
from supportroom.demo.public_words import (
    ASKED,
    CORRECT,
    CORRECTED,
    EVENTS,
    NEWS,
    NEWSLETTER,
    STANDING,
    Pair,
    Paragraphs,
)
from supportroom.demo.register_life import Register
from supportroom.demo.terms import ACTORS, INFLUENCES, TERMS
from supportroom.events.actions import announce_event, plan_event, say_held
from supportroom.glossary.actions import add_body, add_term, define, release_body, release_term, say_influence
from supportroom.kernel.actors import VISITOR, Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.newsletter.actions import write_issue
from supportroom.pages.actions import correct_page, publish_page, reword_paragraph, write_page
from supportroom.pages.models import Page
from supportroom.pages.vocabulary import NEWS as NEWS_KIND
from supportroom.pages.vocabulary import PRIVACY
from supportroom.people.models import Person
from supportroom.questions.actions import answer_question, ask
from supportroom.questions.subjects import subject_at
from supportroom.questions.vocabulary import RECOMMENDATIONS
from supportroom.texts.vocabulary import HEADING, PARAGRAPH

FIRST_DAY = date(2021, 10, 4)  # the glossary's
When = int | tuple[int, int, int]


def build_glossary(people: dict[str, Person]) -> None:
    """Define the terms and say who influences whom: before texts are published that use them."""
    team = actor_for(people["team"])
    with on(FIRST_DAY):
        for _slug, name, forms, text, source, earlier in TERMS:
            first = earlier[0] if earlier else text
            term = add_term(actor=team, name=both(name), forms=forms, text=both(first), source=both(source))
            release_term(actor=team, term=term)
            if earlier:
                define(actor=team, term=term, text=both(text), source=both(source), why=both(earlier[1]))
        bodies = {}
        for key, (name, kind, about) in ACTORS.items():
            bodies[key] = add_body(actor=team, name=both(name), kind=kind, about=both(about))
            release_body(actor=team, body=bodies[key])
        for by, on_whom, strength, how in INFLUENCES:
            say_influence(actor=team, by=bodies[by], on=bodies[on_whom], how=both(how), strength=strength)


def build(register: Register) -> None:
    """Write and publish pages, news and events; a question waits and one is answered; an issue is drafted."""
    team = actor_for(register.people["team"])
    for kind, words in STANDING.items():
        _publish(team, kind, words)
    publish_page(actor=team, page=write_page(actor=team, kind=PRIVACY, title=both(("الخصوصية", "Privacy"))))
    for voice, when, title, summary, paragraphs in reversed(NEWS):
        author = team if voice == "room" else actor_for(register.people["office"])
        with on(_day(when, back=True)):
            latest = _publish(author, NEWS_KIND, (title, summary, paragraphs), voice=voice)
    with on(now().date() - timedelta(days=1)):
        _correct(team, latest)
    _hold_events(team)
    public_stages.build(team)
    _ask(register)
    since = now().date() - timedelta(days=30)
    write_issue(actor=team, title=both(NEWSLETTER[0]), introduction=both(NEWSLETTER[1]), since=since)


def _correct(team: Actor, page: Page) -> None:
    """Put another first paragraph in the place of the one that was published, and say so."""
    first = page.text.paragraphs.filter(removed=False).first()
    assert first is not None
    wordings = {"ar": CORRECT[0], "en": CORRECT[1]}
    reword_paragraph(actor=team, page=page, paragraph=first, seen=first.version, wordings=wordings)
    correct_page(actor=team, page=Page.objects.get(pk=page.pk), note=both(CORRECTED))


def _day(when: When, *, back: bool = False) -> date:
    if isinstance(when, tuple):
        return date(*when)
    return now().date() + timedelta(days=-when if back else when)


def _publish(author: Actor, kind: str, words: tuple[Pair, Pair, Paragraphs], *, voice: str = "room") -> Page:
    title, summary, paragraphs = words
    rows = [_row(pair) for pair in paragraphs]
    page = write_page(actor=author, voice=voice, kind=kind, title=both(title), summary=both(summary), rows=rows)
    return publish_page(actor=author, page=page)


def _row(pair: tuple[str, str]) -> tuple[MultilingualText, str, int]:
    if pair[0].startswith("#"):
        return both((pair[0][1:], pair[1][1:])), HEADING, 2
    return both(pair), PARAGRAPH, 1


def _hold_events(team: Actor) -> None:
    for kind, when, hour, hours, title, about, place in EVENTS:
        starts_at = datetime.combine(_day(when), time(hour), ZONE).astimezone(UTC)
        with on(min(starts_at.date(), now().date()) - timedelta(days=5)):
            event = plan_event(
                actor=team,
                kind=kind,
                title=both(title),
                about=both(about),
                place=both(place),
                link="",
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=hours),
                time_zone="Europe/Istanbul",
                round=None,
            )
            announce_event(actor=team, event=event)
        if starts_at < now():
            say_held(actor=team, event=event)


def _ask(register: Register) -> None:
    for named, language, words, answer in ASKED:
        subject = subject_at(RECOMMENDATIONS, register.now_of(named).slug)
        question = ask(actor=VISITOR, subject=subject, text=words, language=language)
        if answer:
            answer_question(actor=actor_for(register.people["team"]), question=question, answer=both(answer))
