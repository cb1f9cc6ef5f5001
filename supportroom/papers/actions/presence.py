"""Who works on which paragraph: said when a form is opened, renewed while it stands open, over when it is sent.

The journal keeps neither who it was nor the hour: whoever works late in the night is nobody's business tomorrow.
"""

from datetime import timedelta

from supportroom.journal.door import action, record, record_unnamed
from supportroom.journal.writing import change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.papers.models import Editing, Paper
from supportroom.papers.vocabulary import EDITING_MINUTES
from supportroom.people.models import Person
from supportroom.texts.models import Paragraph
from supportroom.texts.writing import today


@action("papers.take_up_paragraph", on="paper")
def take_up_paragraph(*, actor: Actor, paper: Paper, paragraph: Paragraph) -> Paragraph:
    """Say that one works on a paragraph, for the next minutes; said again it goes on.

    DomainError `texts.no_such_paragraph`.
    """
    chosen = Paragraph.objects.select_for_update(no_key=True).filter(pk=paragraph.pk, text=paper.text_id).first()
    refuse_unless(chosen and not chosen.removed, "texts.no_such_paragraph")
    assert chosen
    until = now() + timedelta(minutes=EDITING_MINUTES)
    erase_all(Editing.objects.filter(paragraph__text=paper.text_id, until__lte=now()))
    mine = Editing.objects.filter(paragraph=chosen, person=actor.person_id or 0).first()
    if mine:
        change(mine, until=until)
    elif actor.is_known:
        create(Editing, paragraph=chosen, person_id=actor.person_id, until=until)
    _note(paper, actor)
    return chosen


@action("papers.let_go_paragraph", on="paper")
def let_go_paragraph(*, actor: Actor, paper: Paper, paragraph: Paragraph) -> Paper:
    """Say that one does not work on a paragraph any more."""
    let_go(paragraph, actor)
    _note(paper, actor)
    return paper


@action("papers.end_editings", on="paper")
def end_editings(*, actor: Actor, paper: Paper) -> Paper:
    """Forget who worked on a paper's paragraphs and has not said so again: nobody needs to know it later."""
    erase_all(Editing.objects.filter(paragraph__text=paper.text_id, until__lte=now()))
    record(paper, actor=actor)
    return paper


def let_go(paragraph: Paragraph, actor: Actor) -> None:
    """End somebody's work on a paragraph, inside an action."""
    erase_all(Editing.objects.filter(paragraph=paragraph, person=actor.person_id or 0))


def _note(paper: Paper, actor: Actor) -> None:
    if actor.is_known:
        record_unnamed(paper, at=today())
    else:
        record(paper, actor=actor)


def forget_person(person: Person) -> None:
    """Forget on which paragraphs somebody works; inside the action that forgets them (S43)."""
    erase_all(Editing.objects.filter(person=person))
