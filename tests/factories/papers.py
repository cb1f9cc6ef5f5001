"""Papers while they are written: built by the product's own actions."""

from typing import Any

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.multilingual import multilingual
from supportroom.papers.actions import begin_paper, split_paragraph, write_paragraph
from supportroom.papers.models import Paper
from supportroom.texts.models import Paragraph
from supportroom.texts.vocabulary import HEADING
from tests.factories.rounds import words

AUTHORITIES = ("licences", "halls", "registers", "accounts", "visas", "printing", "schools", "post", "radio", "trust")


def begun(group: WorkingGroup, title: str = "Room to associate", actor: Actor = SYSTEM) -> Paper:
    """Begin a paper without a word in it."""
    return freshly(begin_paper(actor=actor, group=group, title=words(title, "مساحة للعمل معاً")))


def a_paper(group: WorkingGroup, paragraphs: int = 5, *, headings: bool = True, **fields: Any) -> Paper:
    """Write a paper: a heading, then `paragraphs` numbered paragraphs in English and Arabic."""
    paper = begun(group, **fields)
    if headings:
        written(paper, "Where we stand", "أين نقف", kind=HEADING)
    for number in range(1, paragraphs + 1):
        matter = AUTHORITIES[number % len(AUTHORITIES)]
        written(
            paper,
            f"Paragraph {number}: an association that asks for {matter} waits for {number * 7} days.",
            f"الفقرة {number}: جمعية تطلب {number * 7} يوماً من الانتظار.",
        )
    return freshly(paper)


def written(paper: Paper, text: str = "One more.", arabic: str = "", **fields: Any) -> Paragraph:
    """Write a paragraph, at the end unless `after` says otherwise."""
    content = words(text, arabic) if arabic else multilingual("en", en=text)
    return write_paragraph(**{"actor": SYSTEM, "paper": paper, "content": content, **fields})


def divided(paper: Paper, paragraph: Paragraph, *parts: str) -> Paragraph:
    """Divide a paragraph into these English parts."""
    paragraph.refresh_from_db()
    pieces = [multilingual("en", en=part) for part in parts]
    return split_paragraph(actor=SYSTEM, paper=paper, paragraph=paragraph, seen=paragraph.version, parts=pieces)


def paragraphs_in(paper: Paper) -> list[Paragraph]:
    """List what stands in a paper, headings too."""
    return list(Paragraph.objects.filter(text=paper.text_id, removed=False))


def numbered_in(paper: Paper) -> list[Paragraph]:
    """List the paragraphs that bear a number."""
    return [paragraph for paragraph in paragraphs_in(paper) if paragraph.kind != HEADING]


def freshly(paper: Paper) -> Paper:
    """Read a paper anew."""
    return Paper.objects.select_related("group", "text").get(pk=paper.pk)


def in_state(paper: Paper, state: str) -> Paper:
    """Put a paper into a state; only in tests that say that they write outside actions."""
    Paper.objects.filter(pk=paper.pk).update(state=state)
    return freshly(paper)
