"""What the demo's working groups have in common: they are called, appointed, collect sources, write, and are asked."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from supportroom.checks.actions import answer
from supportroom.checks.counting import settle_if_over
from supportroom.checks.models import MembersCheck
from supportroom.checks.vocabulary import ABSTAIN, AGAINST, FOR
from supportroom.demo.group_words import Origin, Pair, Para, Stands
from supportroom.demo.meeting import ZONE, both
from supportroom.demo.people import actor_for
from supportroom.groups.actions import Choice, appoint, call_group, name_coordinator, open_group, stand
from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import candidates_of, seats_of
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now, turned_to
from supportroom.library.actions import add_note, add_source
from supportroom.library.models import Source
from supportroom.papers.actions import begin_paper, write_paragraph
from supportroom.papers.models import Paper
from supportroom.people.actions import add_competence
from supportroom.people.models import Competence, Person
from supportroom.texts.models import Paragraph
from supportroom.texts.vocabulary import HEADING, PARAGRAPH


@dataclass
class Life:
    """A working group being lived through: the room's people, the members who look on, and who holds the seats."""

    people: dict[str, Person]
    members: list[Person]
    seated: list[Person]
    group: WorkingGroup = field(init=False)
    paper: Paper = field(init=False)
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def team(self) -> Actor:
        """The team."""
        return actor_for(self.people["team"])

    def seat(self, place: int = 0) -> Actor:
        """Who holds the seat of this place, from 0."""
        return actor_for(self.seated[place])


@contextmanager
def on(day: date, hour: int = 10) -> Iterator[None]:
    """Let what is done inside happen on a day, at an hour of the room's clock."""
    with turned_to(datetime.combine(day, time(hour), ZONE)):
        yield


def call(life: Life, title: Pair, task: Pair, fields: Sequence[Pair], seats: int) -> None:
    """Let a member call for the group."""
    wanted = [_competence(life, name) for name in fields]
    life.group = call_group(actor=life.seat(), title=both(title), task=both(task), fields=wanted, seats_wanted=seats)


def _competence(life: Life, name: Pair) -> Competence:
    known = next((one for one in Competence.objects.all() if str(one.name) == name[0]), None)
    return known or add_competence(actor=life.team, name=both(name))


def take_candidates(life: Life, standing: Sequence[Stands], days: int) -> None:
    """Open the group to candidates for so many days, and let people stand: those to be seated first, then others."""
    life.group = open_group(actor=life.team, group=life.group, candidates_until=now() + timedelta(days=days))
    fields = list(life.group.fields.all())
    others = [person for person in life.members if person not in life.seated]
    for place, (person, said) in enumerate(zip([*life.seated, *others], standing, strict=False)):
        stand(
            actor=actor_for(person),
            group=life.group,
            fields=[fields[place % len(fields)]],
            years=said.years,
            works=said.works,
            statement=both(said.why),
            lives_in=said.lives_in,
            works_in=said.works_in,
            conflict=said.conflict,
        )


def seat_them(life: Life, reasons: Sequence[Pair]) -> None:
    """Appoint who is to be seated, with the reasons as published; they choose the first as coordinator."""
    by_person = {candidate.person_id: candidate for candidate in candidates_of(life.group)}
    pairs = zip(life.seated, reasons, strict=True)
    choices = [Choice(by_person[person.pk], both(reason)) for person, reason in pairs]
    life.group = appoint(actor=life.team, group=life.group, choices=choices)
    first = seats_of(life.group)[0]
    for place in range(len(life.seated) // 2 + 1):
        life.group = name_coordinator(actor=life.seat(place), group=life.group, seat=first)


def collect(life: Life, library: Sequence[Origin]) -> dict[str, Source]:
    """Put sources into the library, each by another seat, with a note where there is one."""
    return {origin.key: _collected(life, origin, place % len(life.seated)) for place, origin in enumerate(library)}


def _collected(life: Life, origin: Origin, seat: int) -> Source:
    source = add_source(
        actor=life.seat(seat),
        group=life.group,
        key=origin.key,
        kind=origin.kind,
        title=origin.title,
        language=origin.language,
        authors=[{"literal": origin.author}],
        issued=[origin.year],
        number=origin.number,
        publisher=origin.publisher,
        address=origin.address,
    )
    if origin.note:
        add_note(actor=life.seat(seat), source=source, text=origin.note)
    return source


def write(life: Life, title: Pair, paragraphs: Sequence[Para]) -> None:
    """Begin the paper and write its paragraphs, the seats in turn."""
    life.paper = begin_paper(actor=life.seat(), group=life.group, title=both(title))
    for place, para in enumerate(paragraphs):
        written = write_paragraph(
            actor=life.seat(place % len(life.seated)),
            paper=life.paper,
            content=both(para.words),
            kind=HEADING if para.is_heading else PARAGRAPH,
        )
        life.paragraphs.append(written)
    life.paper.refresh_from_db()


def decide(check: MembersCheck, people: Sequence[Person], against: int, abstain: int = 0) -> None:
    """Let these people answer a members' check: so many against, so many not saying, the rest for it."""
    for place, person in enumerate(people):
        choice = AGAINST if place < against else ABSTAIN if place < against + abstain else FOR
        answer(actor=actor_for(person), members_check=check, choice=choice)


def count(check: MembersCheck, then: Callable[[], None] | None = None) -> None:
    """Let a check's time run out and count it."""
    with turned_to(check.closes_at):
        settle_if_over(MembersCheck.objects.get(pk=check.pk))
        if then is not None:
            then()
