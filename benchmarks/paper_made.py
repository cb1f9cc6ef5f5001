"""A working group's paper of 120 paragraphs in two languages, 60 versions and 1,500 comments, for measurements."""

from datetime import timedelta
from itertools import cycle, islice
from typing import Any

PARAGRAPHS, VERSIONS, COMMENTS, MEMBERS = 120, 60, 1_500, 300
STATEMENTS = (
    ("تُسجَّل الجمعية بإخطار لا بإذن، وتعمل من اليوم الذي تُخطر فيه، ويُعلَّل كل رفض كتابةً خلال ثلاثين يوماً.",
     "An association registers by notice, not by leave, and works from that day; a refusal gives its reasons."),
    ("تُنشر أسماء الجهات التي تموّل المشاريع ومبالغها كل ستة أشهر، ولا تُنشر أسماء من ينفّذونها حيث يعرّضهم ذلك للخطر.",
     "Who pays for projects, and how much, is published twice a year; not who carries them out at risk."),
    ("لا تُفتَّش مكاتب الجمعيات إلا بأمر قضائي يحدد ما يُبحث عنه، وتُسلَّم نسخة منه لمن يُفتَّش مكتبه.",
     "Offices are searched on a judge's order alone, which says what is looked for; they are given a copy."),
)  # fmt: skip


def make_paper() -> dict[str, Any]:
    """Make two papers: one whose comments are being answered, one whose comment window is open; give where they are."""
    from benchmarks.live_people import cookie_of  # noqa: PLC0415
    from supportroom.kernel.ids import spell  # noqa: PLC0415
    from tests.factories.groups import a_group_at_work  # noqa: PLC0415
    from tests.factories.personas import make_person  # noqa: PLC0415

    writer = make_person("Writes Benchmark-Invented", "member")
    people = [make_person(f"Comments {number} Benchmark-Invented", "member") for number in range(MEMBERS)]
    answered = _written(a_group_at_work(writer, title="A long paper"), PARAGRAPHS)
    versions = _keep_versions(answered)
    window = _window(answered, versions[-1])
    _comments(window, answered, people)
    commented = _written(a_group_at_work(writer, title="A paper in comment"), 5)
    open_window = _window(commented, _keep_versions(commented, 1)[0])
    return {
        "long": spell(answered.pk),
        "long_id": answered.pk,
        "versions": [spell(versions[0].pk), spell(versions[-1].pk)],
        "open": spell(commented.pk),
        "open_id": commented.pk,
        "window_id": open_window.pk,
        "writer": cookie_of(writer),
        "writer_id": writer.pk,
        "people": [cookie_of(person) for person in people],
    }


def _written(group: Any, paragraphs: int) -> Any:
    """Write a paper: a heading before every tenth of so many paragraphs."""
    from tests.factories.papers import begun, freshly, written  # noqa: PLC0415

    paper = begun(group)
    for number, (arabic, english) in enumerate(islice(cycle(STATEMENTS), paragraphs), start=1):
        if number % 10 == 1:
            written(paper, f"Chapter {number // 10 + 1}", f"الفصل {number // 10 + 1}", kind="heading")
        written(paper, f"{english} ({number})", f"{arabic} ({number})")
    return freshly(paper)


def _keep_versions(paper: Any, count: int = VERSIONS) -> list[Any]:
    """Keep so many versions, with two paragraphs reworded before each."""
    from supportroom.kernel.actors import SYSTEM  # noqa: PLC0415
    from supportroom.papers.actions import keep_version, reword_paragraph  # noqa: PLC0415
    from tests.factories.papers import numbered_in  # noqa: PLC0415

    paragraphs, kept = numbered_in(paper), []
    for number in range(count):
        for paragraph in (paragraphs[number % len(paragraphs)], paragraphs[(number * 7) % len(paragraphs)]):
            paragraph.refresh_from_db()
            words = {code: f"{text} ({number})" for code, text in paragraph.content.texts.items()}
            reword_paragraph(actor=SYSTEM, paper=paper, paragraph=paragraph, seen=paragraph.version, wordings=words)
        kept.append(keep_version(actor=SYSTEM, paper=paper, name=f"Version {number + 1}"))
    return kept


def _window(paper: Any, version: Any) -> Any:
    """Open a comment window of a week over a version."""
    from supportroom.comments.models import CommentWindow  # noqa: PLC0415
    from supportroom.kernel.clock import now  # noqa: PLC0415
    from supportroom.papers.models import Paper  # noqa: PLC0415

    Paper.objects.filter(pk=paper.pk).update(state="in_comment")
    return CommentWindow.objects.create(
        paper=paper, shown=version, number=1, opens_at=now() - timedelta(days=1), closes_at=now() + timedelta(days=6)
    )


def _comments(window: Any, paper: Any, people: list[Any]) -> None:
    """Put comments under every paragraph, two of three answered, and let the paper be at its answers."""
    from supportroom.comments.models import Comment, CommentAnswer  # noqa: PLC0415
    from supportroom.kernel.clock import now  # noqa: PLC0415
    from supportroom.kernel.multilingual import multilingual  # noqa: PLC0415
    from supportroom.papers.models import Paper  # noqa: PLC0415
    from tests.factories.papers import numbered_in  # noqa: PLC0415

    paragraphs, today = numbered_in(paper), now().date()
    reason = multilingual("en", en="The paragraph says so now.", ar="صارت الفقرة تقول ذلك.")
    answers = [
        CommentAnswer(window=window, verdict=verdict, reason=reason, answered_on=today)
        for verdict in islice(cycle(("accepted", "partly", "not_accepted", "out_of_scope")), 200)
    ]
    CommentAnswer.objects.bulk_create(answers)
    made = []
    for number, (arabic, english) in enumerate(islice(cycle(STATEMENTS), COMMENTS), start=1):
        place = number % len(paragraphs)
        is_answered = number % 3 != 0
        text = multilingual("ar", ar=f"أرى أن يقال: {arabic}", en=f"It should say: {english}")
        made.append(Comment(
            window=window, number=number, paragraph=paragraphs[place], paragraph_shown=place + 1,
            quoted=paragraphs[place].content, text=text, written_by=people[number % len(people)],
            is_named=number % 4 == 0, written_on=today, state="answered" if is_answered else "open",
            answer=answers[number % len(answers)] if is_answered else None, search_text=text.search_text,
        ))  # fmt: skip
    Comment.objects.bulk_create(made, batch_size=500)
    window.__class__.objects.filter(pk=window.pk).update(
        last_comment=COMMENTS, state="closed", closes_at=now() - timedelta(minutes=1)
    )
    Paper.objects.filter(pk=paper.pk).update(state="answering")
