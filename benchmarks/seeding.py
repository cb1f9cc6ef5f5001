"""What is measured: the demo room, three rounds with a board of 30, 100 and 3,000 points, a report of 3,000,
a round to which some of 5,000 members are to be invited, a long paper with its comments, a register of 5,000
recommendations.

python -m benchmarks.seeding FILE       in the folder that SUPPORTROOM_VAR names; writes addresses and cookies to FILE
"""

import json
import sys
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any

SIZES = (30, 100, 3_000)
SAYINGS = (
    ("أن تُنشر حسابات الإنفاق كل ثلاثة أشهر بلغة يفهمها أصحاب الشأن ويستطيعون مساءلة الجهات المانحة عنها.",
     "Publish what was spent every three months, in words that the people concerned can read and question."),
    ("أن تُفتح العيادات في المخيمات البعيدة مرتين في الأسبوع على الأقل.",
     "Open the clinics of remote camps at least twice a week."),
    ("أن تُبلَّغ عائلات المفقودين بما هو معلوم، على لسان شخص تثق به، وفق القرار 2254 (2015).",
     "Tell the families of the missing what is known, by a person they trust, in line with resolution 2254 (2015)."),
    ("أن تُعترف الشهادات المدرسية الصادرة في كل المناطق وأن يُسمح للطلاب بالتقدم إلى الامتحانات حيث يقيمون.",
     "Recognise school certificates from every region, and let pupils sit their examinations where they live."),
)  # fmt: skip
PILLARS = ("Detainees and missing persons", "Humanitarian access", "Education", "Local recovery")


def seed() -> dict[str, Any]:
    """Make everything, and give where it is found and with which cookies."""
    import django  # noqa: PLC0415 - Django must be set up before its models are read

    django.setup()
    from benchmarks.live_people import cookie_of  # noqa: PLC0415
    from benchmarks.members import make_members  # noqa: PLC0415
    from benchmarks.paper_made import make_paper  # noqa: PLC0415
    from benchmarks.register_made import make_register  # noqa: PLC0415
    from supportroom.demo.building import build_room  # noqa: PLC0415
    from supportroom.demo.people import account_of  # noqa: PLC0415
    from supportroom.rounds.models import Round, Session  # noqa: PLC0415
    from supportroom.site.models import Edition  # noqa: PLC0415
    from tests.factories.personas import make_person  # noqa: PLC0415

    build_room(tell=lambda _words: None)
    rounds = [spelled(key) for key in Round.objects.order_by("-starts_on").values_list("pk", flat=True)]
    today = spelled(Session.objects.get(state="open").pk)
    facilitator, member = (make_person(f"{name} Benchmark-Invented", "member") for name in ("Leads", "Takes part"))
    boards = {size: board_of(size, facilitator, member) for size in SIZES}
    edition = Edition.objects.select_related("publication").filter(publication__report__isnull=False).get()
    persona = {key: account_of(key).person for key in ("member", "team", "facilitator")}
    return {
        "boards": {str(size): spelled(session.pk) for size, session in boards.items()},
        "big_report": report_of(boards[SIZES[-1]]),
        "member": cookie_of(member),
        "members": make_members(),
        "paper": make_paper(),
        "personas": {key: cookie_of(person) for key, person in persona.items()},
        "published": f"reports/{edition.publication.slug}/{edition.number}/",
        "register": make_register(),
        "rounds": rounds,
        "today": today,
    }


def spelled(key: int) -> str:
    """Write an id as addresses do."""
    from supportroom.kernel.ids import spell  # noqa: PLC0415

    return spell(key)


def board_of(size: int, facilitator: Any, member: Any) -> Any:
    """Open a session of thirty people with so many points, some settled, one in focus and asked about."""
    from supportroom.points.actions import focus_point, open_check  # noqa: PLC0415
    from supportroom.points.models import Point  # noqa: PLC0415
    from tests.factories.points import leader  # noqa: PLC0415
    from tests.factories.rounds import make_round, open_a_session, words  # noqa: PLC0415

    round_ = make_round(pillars=PILLARS, people=[facilitator, member], others=28, title=words(f"Board of {size}"))
    session = open_a_session(facilitator, round=round_)
    Point.objects.bulk_create(points_of(session, size))
    asked = Point.objects.filter(round=round_, state="raised").order_by("number").first()
    open_check(actor=leader(session), session=session, points=[asked])
    focus_point(actor=leader(session), session=session, point=asked)
    return session


def points_of(session: Any, size: int) -> list[Any]:
    """Give so many points in both languages under four pillars: six of ten agreed, two remaining, two not asked yet."""
    from supportroom.kernel.multilingual import MultilingualText  # noqa: PLC0415
    from supportroom.points.models import Point  # noqa: PLC0415
    from tests.factories.rounds import pillar_of  # noqa: PLC0415

    states = cycle(["agreed"] * 6 + ["remaining"] * 2 + ["raised"] * 2)
    pillars = [pillar_of(session.round, number) for number in range(len(PILLARS))]
    made = []
    for number, (arabic, english) in enumerate(islice(cycle(SAYINGS), size), start=1):
        texts = {"ar": f"{arabic} ({number})", "en": f"{english} ({number})"}
        content, state = MultilingualText("ar", texts, {"en": "current"}), next(states)
        made.append(Point(
            round=session.round, group=session.group, pillar=pillars[number * 4 // (size + 1)], raised_in=session,
            settled_in=session if state == "agreed" else None, content=content, search_text=content.search_text,
            state=state, position=number, number=number,
        ))  # fmt: skip
    return made


def report_of(session: Any) -> int:
    """Put the report of a board's round together, after a session that is over."""
    from supportroom.kernel.actors import SYSTEM  # noqa: PLC0415
    from supportroom.statements.actions import draft_report  # noqa: PLC0415
    from tests.factories.rounds import close_a_session, make_session, open_a_session  # noqa: PLC0415

    over = make_session(session.round, starts_at=session.starts_at + timedelta(days=1))
    close_a_session(open_a_session(session.facilitator, session=over))
    return int(draft_report(actor=SYSTEM, round=session.round).pk)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(seed()))
