"""Comments of the demo's papers: written in a window, supported, answered, and what their writers say to that."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from supportroom.comments.actions import (
    answer_comments,
    comment,
    insist,
    open_window,
    say_satisfied,
    support_comment,
)
from supportroom.comments.models import Comment, CommentWindow
from supportroom.demo import group_words
from supportroom.demo.group_life import Life
from supportroom.demo.meeting import both
from supportroom.demo.people import actor_for
from supportroom.kernel.clock import now
from supportroom.papers.actions import reword_paragraph
from supportroom.people.models import Person
from supportroom.texts.models import Paragraph

MOST_SUPPORT = 5


def let_comment(life: Life, days: int) -> CommentWindow:
    """Open the paper to comments from now on, for so many days."""
    return open_window(actor=life.seat(), paper=life.paper, closes_at=now() + timedelta(days=days))


def say(life: Life, window: CommentWindow, said: Sequence[group_words.Comment], who: Sequence[Person]) -> list[Comment]:
    """Let people comment, one after the other, and others support what they said."""
    return [_said(life, window, one, who[place % len(who)], place) for place, one in enumerate(said)]


def _said(life: Life, window: CommentWindow, one: group_words.Comment, person: Person, place: int) -> Comment:
    made = comment(
        actor=actor_for(person),
        comment_window=window,
        text=both(one.words),
        paragraph=None if one.place is None else life.paragraphs[one.place],
        proposed=both(one.proposed),
        is_named=one.is_named,
    )
    others = [member for member in life.members if member.pk != person.pk]
    for step in range(min(one.support, MOST_SUPPORT)):
        support_comment(actor=actor_for(others[(place * 7 + step * 3) % len(others)]), comment=made)
    return made


def answer_all(
    life: Life,
    said: Sequence[group_words.Comment],
    comments: Sequence[Comment],
    answers: Mapping[str, group_words.Answer],
    drafted: Sequence[group_words.Para],
) -> None:
    """Answer those alike in one go, after the paragraph in question was reworded; then the writers say what they think."""
    for place, (key, answer) in enumerate(answers.items()):
        alike = [comments[number] for number, one in enumerate(said) if one.answer == key]
        answer_comments(
            actor=life.seat(place % len(life.seated)),
            comments=alike,
            verdict=answer.verdict,
            reason=both(answer.reason),
            change=both(answer.change),
            paragraph=_reworded(life, answer.place, drafted),
        )
    for one, made in zip(said, comments, strict=True):
        writer = Person.objects.get(pk=made.written_by_id or 0)
        if one.then == "satisfied":
            say_satisfied(actor=actor_for(writer), comment=made)
        elif one.then == "insists":
            insist(actor=actor_for(writer), comment=made, reason=both(one.insistence))


def _reworded(life: Life, place: int | None, drafted: Sequence[group_words.Para]) -> Paragraph | None:
    """Write a paragraph as it reads after the comments, once."""
    if place is None:
        return None
    paragraph = Paragraph.objects.get(pk=life.paragraphs[place].pk)
    arabic, english = drafted[place].after
    if arabic and paragraph.version == life.paragraphs[place].version:
        reword_paragraph(
            actor=life.seat(),
            paper=life.paper,
            paragraph=paragraph,
            seen=paragraph.version,
            wordings={"ar": arabic, "en": english},
        )
    return paragraph
