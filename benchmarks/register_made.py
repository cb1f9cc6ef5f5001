"""A register of 5,000 recommendations with 40,000 happenings: addressees, rounds, pillars, themes, demands, answers."""

from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any

RECOMMENDATIONS, HAPPENINGS, ADDRESSEES, DEMANDS, BRIEFINGS = 5_000, 40_000, 40, 300, 6
FIRST_YEAR, YEARS = 2016, 10
STATES = ("recorded", "sent", "sent", "acknowledged", "answered", "answered", "under_way", "done", "lapsed", "reopened")
KINDS = ("recorded", "released", "sent", "reminded", "acknowledged", "answered", "delivered", "reflected")
EACH = HAPPENINGS // RECOMMENDATIONS
FILTERED = "addressee={addressee}&state=open&theme=women&overdue=on&words=%D8%A3%D9%86"


def make_register() -> dict[str, str]:
    """Write all of it in bulk; give the addresses that are measured, without their language."""
    from benchmarks.seeding import PILLARS, SAYINGS  # noqa: PLC0415 - Django must be set up before its models are read
    from supportroom.register.models import Document  # noqa: PLC0415
    from tests.factories.rounds import make_round, pillar_of, words  # noqa: PLC0415

    rounds = [make_round(pillars=PILLARS, others=0, title=words(f"Round for the register {n}")) for n in range(5)]
    documents = Document.objects.bulk_create(
        Document(title=words(f"Report {year}"), dated_on=date(year, 6, 2), kind="report")
        for year in range(FIRST_YEAR, FIRST_YEAR + YEARS)
    )
    made = _recommendations(SAYINGS, documents, rounds, [pillar_of(rounds[0], at) for at in range(len(PILLARS))])
    bodies = _addressees()
    _submissions(made, bodies)
    _happenings(made, bodies)
    _briefings(made)
    asked = FILTERED.format(addressee=bodies[3].slug)
    return {
        "list": "register/",
        "filtered": f"register/?{asked}",
        "detail": f"register/{made[-1].slug}/",
        "figures": "register/figures/",
        "what became": "register/what-became/",
    }


def _recommendations(sayings: Any, documents: list[Any], rounds: list[Any], pillars: list[Any]) -> list[Any]:
    from supportroom.kernel.multilingual import MultilingualText  # noqa: PLC0415
    from supportroom.register.models import Demand, Recommendation  # noqa: PLC0415
    from tests.factories.rounds import words  # noqa: PLC0415

    demands = Demand.objects.bulk_create(
        Demand(title=words(f"Demand {number}"), slug=f"demand-{number:04}-bnch") for number in range(DEMANDS)
    )
    made = []
    for at, (arabic, english) in enumerate(islice(cycle(sayings), RECOMMENDATIONS)):
        year, number = FIRST_YEAR + at % YEARS, at // YEARS + 101
        text = MultilingualText("ar", {"ar": f"{arabic} ({at})", "en": f"{english} ({at})"}, {"en": "current"})
        state = STATES[at % len(STATES)]
        made.append(Recommendation(
            year=year, number=number, slug=f"{year}-{number}-bnch", text=text, search_text=text.search_text,
            asked_on=date(year, 1 + at % 12, 1 + at % 28), pillar=pillars[at % len(pillars)],
            themes=["women"] if at % 3 else ["youth", "disability"], goals=[1 + at % 17],
            round=rounds[at % len(rounds)] if at % 4 else None, source_kind="document",
            document=documents[at % YEARS], place=f"p. {at % 30}", position=at,
            demand=demands[at % DEMANDS] if at % 5 == 0 else None, state=state,
            state_since=date(2026, 1, 1 + at % 28), released_on=date(2026, 1, 2),
        ))  # fmt: skip
    return Recommendation.objects.bulk_create(made, batch_size=500)


def _addressees() -> list[Any]:
    from supportroom.register.models import Addressee  # noqa: PLC0415
    from tests.factories.rounds import words  # noqa: PLC0415

    return Addressee.objects.bulk_create(
        Addressee(name=words(f"Body number {n}", f"الجهة رقم {n}"), slug=f"body-{n:02}-bnch", kind="un", position=n)
        for n in range(ADDRESSEES)
    )


def _submissions(made: list[Any], bodies: list[Any]) -> None:
    """Address each to one or two bodies; half of those that wait are overdue."""
    from supportroom.answers.models import Answer  # noqa: PLC0415
    from supportroom.register.models import Submission  # noqa: PLC0415
    from tests.factories.rounds import words  # noqa: PLC0415

    rows = []
    for at, one in enumerate(made):
        sent = None if one.state == "recorded" else date(2026, 2, 1) + timedelta(days=at % 60)
        due = sent and sent + timedelta(days=60 if at % 2 else 400)
        came = sent and sent + timedelta(days=20 + at % 70)
        is_answered = one.state not in ("recorded", "sent", "acknowledged", "reopened")
        rows += [
            Submission(
                recommendation=one, addressee=body, sent_on=sent, due_on=due,
                state="answered" if is_answered else "sent" if sent else "recorded",
                acknowledged_on=came if is_answered else None, answered_on=came if is_answered else None,
            )
            for body in {bodies[at % ADDRESSEES], bodies[(at * 7) % ADDRESSEES]}
        ]  # fmt: skip
    Submission.objects.bulk_create(rows, batch_size=500)
    text = words("We take this up in the next meeting.", "سنتناول ذلك في الاجتماع القادم.")
    answers = [
        Answer(submission=row, verdict="partly", text=text, answered_on=row.answered_on)
        for row in rows
        if row.answered_on is not None
    ]
    Answer.objects.bulk_create(answers, batch_size=500)


def _happenings(made: list[Any], bodies: list[Any]) -> None:
    from supportroom.kernel.clock import now  # noqa: PLC0415
    from supportroom.register.models import Happening  # noqa: PLC0415

    kinds, moment = KINDS, now()
    rows = (
        Happening(
            recommendation=one, kind=kinds[step % len(kinds)], on=date(2026, 1, 1) + timedelta(days=step * 20),
            addressee=bodies[at % ADDRESSEES] if step in (2, 3, 4, 5) else None, told_at=moment,
        )
        for at, one in enumerate(made)
        for step in range(EACH)
    )  # fmt: skip
    Happening.objects.bulk_create(rows, batch_size=1_000)


def _briefings(made: list[Any]) -> None:
    from supportroom.briefings.models import Briefing, Reflection  # noqa: PLC0415

    given = Briefing.objects.bulk_create(
        Briefing(given_on=date(2026, 1 + n, 20), symbol=f"S/PV.{9000 + n}", digest=f"bench{n}")
        for n in range(BRIEFINGS)
    )
    verdicts = cycle(("reflected", "partly", "absent", "absent"))
    rows = (
        Reflection(
            recommendation=one,
            briefing=given[at % BRIEFINGS],
            verdict=verdict,
            state="confirmed",
            read_on=date(2026, 8, 1),
        )
        for at, (one, verdict) in enumerate(zip(made, verdicts, strict=False))
    )
    Reflection.objects.bulk_create(rows, batch_size=500)
