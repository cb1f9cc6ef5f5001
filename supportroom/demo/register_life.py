"""The register of the demo room: what was asked since 2017 is recorded, sent, answered and followed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from supportroom.answers.actions import (
    acknowledge,
    amend_answer,
    answer,
    ask_assessment,
    deliver,
    reopen,
    say_done,
    say_lapsed,
    say_under_way,
    send_letter,
    write_letter,
)
from supportroom.answers.models import Answer
from supportroom.checks.models import MembersCheck
from supportroom.demo import asked_2017, asked_2023
from supportroom.demo.followed import ADDRESSEES, AMENDED, ANSWERS, DEMANDS, LATEST, LETTER, STEPS, TO_WHOM, Named
from supportroom.demo.group_life import count, decide, on
from supportroom.demo.meeting import both
from supportroom.demo.people import actor_for
from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import PUBLISHED
from supportroom.people.models import Person
from supportroom.register.actions import (
    add_addressee,
    add_document,
    address_recommendations,
    bring_together,
    name_representative,
    record_recommendations,
    release_recommendations,
    set_aside,
)
from supportroom.register.models import Addressee, Document, Recommendation, Submission
from supportroom.register.recording import Ask
from supportroom.register.sources import asked_on
from supportroom.statements.models import Statement
from supportroom.texts.models import Paragraph

STEP = {"begin": say_under_way, "finish": say_done, "lapse": say_lapsed, "reopen": reopen}
BY_LETTER = "letter to the room"
KEPT_BACK = ("Money from abroad is allowed", "By civic space we mean")  # recorded and not shown, and set aside
PROPOSALS = (
    "We propose one law",
    "An association is dissolved",
)  # paragraphs of the published paper that ask for something
VOTERS, AGAINST = 40, 27


@dataclass
class Register:
    """The register as it is filled: people, addressees by key, recommendations by year and place."""

    people: dict[str, Person]
    members: Sequence[Person]
    addressees: dict[str, Addressee] = field(default_factory=dict)
    asked: dict[Named, Recommendation] = field(default_factory=dict)

    def now_of(self, named: Named) -> Recommendation:
        """Give a recommendation as it stands now."""
        return Recommendation.objects.get(pk=self.asked[named].pk)

    def submission(self, named: Named, addressee: str) -> Submission:
        """Give one recommendation's submission to one addressee."""
        return Submission.objects.get(recommendation=self.asked[named], addressee=self.addressees[addressee])


def build(people: dict[str, Person], members: Sequence[Person]) -> Register:
    """Record, send, answer and follow; give the register for what comes after."""
    made = Register(people, members)
    team = actor_for(people["team"])
    with on(date(2017, 12, 1)):
        _know_addressees(made)
        _record(made, _document(team, asked_2017.TITLE, asked_2017.BY, asked_2017.DAY, "statement"), _of_2017(made))
        _send(made, "office", 2017)
    envoy, donors, second = _statements()
    with on(date(2020, 6, 16)):
        _record(made, envoy, _of_statement(made, envoy, "office", 2020, 1))
        _record(made, donors, _of_statement(made, donors, "donors", 2020, 11))
        _send(made, "office", 2020)
        _send(made, "donors", 2020)
    with on(date(2021, 6, 28)):
        _record(made, second, _of_statement(made, second, "office", 2021, 1))
        _send(made, "office", 2021)
        _send(made, "agencies", 2021)
    with on(date(2023, 6, 16)):
        _record(made, _document(team, asked_2023.TITLE, asked_2023.BY, asked_2023.DAY, "speech"), _of_2023(made))
        _carry_to_brussels(made)
        for key in ("ministers", "office"):
            _send(made, key, 2023)
    _answer(made)
    _take_steps(made)
    _assess(made)
    with on(date(2023, 7, 3)):
        _bring_together(made)
    with on((now() - timedelta(days=20)).date()):
        _record_paper(made)
    _answer_of_today(made)
    _keep_some_back(made)
    return made


def _know_addressees(made: Register) -> None:
    team = actor_for(made.people["team"])
    for key, (arabic, english, kind, language) in ADDRESSEES.items():
        made.addressees[key] = add_addressee(actor=team, name=both((arabic, english)), kind=kind, language=language)
    for key, persona in (("office", "office"), ("donors", "addressee")):
        name_representative(actor=team, addressee=made.addressees[key], person=made.people[persona])


def _document(team: Actor, title: Sequence[str], by: Sequence[str], day: tuple[int, int, int], kind: str) -> Document:
    return add_document(
        actor=team, title=both(title), kind=kind, dated_on=date(*day), precision="day", language="ar", by=both(by)
    )


def _statements() -> tuple[Statement, Statement, Statement]:
    found = list(
        Statement.objects.filter(round__starts_on__year__in=(2020, 2021)).order_by("round__starts_on", "position")
    )
    envoy, donors, second = found
    return envoy, donors, second


def _of_2017(made: Register) -> Iterator[tuple[Named, Ask]]:
    for place, (arabic, english, themes) in enumerate(asked_2017.SUGGESTIONS, start=1):
        yield (
            (2017, place),
            Ask(
                both((arabic, english)),
                date(*asked_2017.DAY),
                heading=both(asked_2017.HEADING),
                themes=themes,
                addressees=(made.addressees["office"],),
                place=str(place),
            ),
        )


def _of_statement(made: Register, statement: Statement, to: str, year: int, first: int) -> Iterator[tuple[Named, Ask]]:
    paragraphs = statement.text.paragraphs.filter(removed=False).prefetch_related("sources__point__pillar")
    for place, paragraph in enumerate(paragraphs, start=first):
        rests_on = paragraph.sources.first()
        keys = TO_WHOM.get((year, place), (to,))
        yield (
            (year, place),
            Ask(
                paragraph.content,
                asked_on(statement),
                pillar=rests_on.point.pillar if rests_on else None,
                addressees=tuple(made.addressees[key] for key in keys),
                paragraph=paragraph,
                round=statement.round,
            ),
        )


def _of_2023(made: Register) -> Iterator[tuple[Named, Ask]]:
    groups = [*asked_2023.GROUPS, (*asked_2023.ALL_FOUR, (asked_2023.BY_ALL,))]
    rows = [(arabic, english, asked) for arabic, english, many in groups for asked in many]
    for place, (arabic, english, (in_arabic, in_english, themes, goals)) in enumerate(rows, start=1):
        keys = TO_WHOM.get((2023, place), ("ministers",))
        yield (
            (2023, place),
            Ask(
                both((in_arabic, in_english)),
                date(*asked_2023.DAY),
                heading=both((arabic, english)),
                themes=themes,
                goals=goals,
                addressees=tuple(made.addressees[key] for key in keys),
                place=str(place),
            ),
        )


def _record(made: Register, source: Statement | Document | Paper, asks: Iterator[tuple[Named, Ask]]) -> None:
    """Record what a text asks for and show it to the public."""
    team, named = actor_for(made.people["team"]), list(asks)
    known = set(source.recommendations.values_list("pk", flat=True))
    record_recommendations(actor=team, source=source, entries=[ask for _name, ask in named])
    recorded = list(source.recommendations.exclude(pk__in=known).order_by("position"))
    release_recommendations(actor=team, recommendations=recorded)
    made.asked |= {name: one for (name, _ask), one in zip(named, recorded, strict=True)}


def _send(made: Register, key: str, year: int) -> None:
    """Put to an addressee what a year's texts ask of it; a week later it says that the letter arrived."""
    team, addressee = actor_for(made.people["team"]), made.addressees[key]
    waiting = Submission.objects.filter(addressee=addressee, state="recorded", recommendation__year=year)
    letter = write_letter(
        actor=team, addressee=addressee, submissions=list(waiting), words=both(LETTER), language=addressee.language
    )
    send_letter(actor=team, letter=letter)
    with on(now().date() + timedelta(days=7)):
        acknowledge(actor=team, letter=letter, source=BY_LETTER)


def _answer(made: Register) -> None:
    """Let addressees answer: the office and the donors here, the others by letter."""
    answering = {"office": actor_for(made.people["office"]), "donors": actor_for(made.people["addressee"])}
    team = actor_for(made.people["team"])
    for named, key, days, verdict, arabic, english in ANSWERS:
        submission = made.submission(named, key)
        assert submission.sent_on is not None
        with on(submission.sent_on + timedelta(days=days)):
            given = answer(
                actor=answering.get(key, team),
                submission=submission,
                verdict=verdict,
                text=both((arabic, english)),
                source="" if key in answering else BY_LETTER,
            )
        if named == AMENDED[0]:
            _amend(answering[key], given)


def _amend(actor: Actor, given: Answer) -> None:
    _named, days, verdict, words, why = AMENDED
    with on(given.answered_on + timedelta(days=days)):
        amend_answer(actor=actor, answer=given, verdict=verdict, text=both(words), why=both(why))


def _take_steps(made: Register) -> None:
    team = actor_for(made.people["team"])
    for named, verb, day, words, source in STEPS:
        with on(date(*day)):
            STEP[verb](actor=team, recommendation=made.now_of(named), words=both(words), source=source)


def _carry_to_brussels(made: Register) -> None:
    deliver(
        actor=actor_for(made.people["team"]),
        title=both(asked_2023.MEETING),
        occasion="ministerial",
        held_on=date(*asked_2023.DAY),
        place="Brussels",
        carried_by=both(asked_2023.CARRIED_BY),
        recommendations=[one for (year, _place), one in made.asked.items() if year == 2023],
    )


def _assess(made: Register) -> None:
    """Ask the members whether an answer answered the question; most say that it did not."""
    given = Answer.objects.get(submission=made.submission((2021, 9), "office"))
    with on(given.answered_on + timedelta(days=10)):
        asked = ask_assessment(actor=actor_for(made.people["team"]), answer=given)
        check = MembersCheck.objects.get(subject=reference(asked))
        decide(check, made.members[:VOTERS], against=AGAINST)
    count(check)


def _bring_together(made: Register) -> None:
    for title, bond, names in DEMANDS:
        together = [made.now_of(named) for named in names]
        bring_together(actor=actor_for(made.people["team"]), recommendations=together, title=both(title), bond=bond)


def _record_paper(made: Register) -> None:
    """Record what the published paper proposes, and put it to the office and the donors: their answers are awaited."""
    paper = Paper.objects.filter(state=PUBLISHED).order_by("pk").first()
    assert paper is not None
    day, addressees = asked_on(paper), tuple(made.addressees[key] for key in ("office", "donors"))
    chosen = [one for one in Paragraph.objects.filter(text=paper.text, removed=False) if _proposes(one)]
    year = day.year
    asks = [
        ((year, place), Ask(one.content, day, themes=(), addressees=addressees, paragraph=one))
        for place, one in enumerate(chosen, start=1)
    ]
    _record(made, paper, iter(asks))
    for key in ("office", "donors"):
        _send(made, key, year)


def _answer_of_today(made: Register) -> None:
    """Let the donors answer to what the paper proposes first, some days ago."""
    first = Recommendation.objects.filter(source_kind="paper").order_by("position").first()
    waiting = Submission.objects.get(recommendation=first, addressee=made.addressees["donors"])
    with on(now().date() - timedelta(days=5)):
        answer(actor=actor_for(made.people["addressee"]), submission=waiting, verdict=LATEST[0], text=both(LATEST[1]))


def _keep_some_back(made: Register) -> None:
    """Record two more that the public does not see: one waits, one was recorded by mistake and is set aside."""
    team = actor_for(made.people["team"])
    paper = Paper.objects.filter(state=PUBLISHED).order_by("pk").first()
    assert paper is not None
    for words in KEPT_BACK:
        chosen = [one for one in Paragraph.objects.filter(text=paper.text, removed=False) if _proposes(one, (words,))]
        entries = [Ask(one.content, asked_on(paper), paragraph=one) for one in chosen]
        recorded = record_recommendations(actor=team, source=paper, entries=entries)
    set_aside(actor=team, recommendation=recorded)
    office = made.addressees["office"]
    waiting = Recommendation.objects.get(released_on=None, set_aside=False, source_kind="paper")
    address_recommendations(actor=team, recommendations=[waiting], addressees=[office])
    write_letter(
        actor=team,
        addressee=office,
        submissions=list(Submission.objects.filter(recommendation=waiting)),
        words=both(LETTER),
        language="en",
    )


def _proposes(paragraph: Paragraph, beginnings: tuple[str, ...] = PROPOSALS) -> bool:
    return paragraph.content.said_in("en").text.startswith(beginnings)
