"""A paper begun and named, and its versions kept."""

from collections.abc import Sequence

from supportroom.groups.models import WorkingGroup
from supportroom.journal.door import action, record, record_unnamed
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.hygiene import clean_line
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import may
from supportroom.papers.models import Paper, PaperVersion
from supportroom.papers.versions import keep_version_now
from supportroom.papers.vocabulary import WRITABLE
from supportroom.room.queries import charter
from supportroom.texts.models import Paragraph
from supportroom.texts.writing import count_up, new_text, today


def held(paper: Paper) -> Paper:
    """Read a paper anew and hold it until the transaction ends: what is done to one paper is done in a row."""
    rows = Paper.objects.select_for_update(no_key=True, of=("self",)).select_related("group", "text")
    return rows.get(pk=paper.pk)


def open_for_writing(paper: Paper) -> Paper:
    """Hold a paper; DomainError `papers.not_being_written` where it is neither drafted nor its comments answered."""
    found = held(paper)
    refuse_unless(found.state in WRITABLE, "papers.not_being_written")
    return found


def own(paper: Paper, paragraph: Paragraph) -> Paragraph:
    """Read a paragraph of this paper anew; DomainError `texts.no_such_paragraph`."""
    rows = Paragraph.objects.select_related("text").filter(pk=paragraph.pk, text=paper.text_id)
    found = rows.first()
    refuse_unless(found, "texts.no_such_paragraph")
    assert found
    return found


def note(paper: Paper, actor: Actor, **facts: object) -> None:
    """Journal that words changed: of a person neither whose hand it was nor the hour (S15)."""
    if actor.is_known:
        record_unnamed(paper, at=today(), **facts)
    else:
        record(paper, actor=actor, **facts)


@action("papers.begin_paper", on="group")
def begin_paper(*, actor: Actor, group: WorkingGroup, title: MultilingualText, languages: Sequence[str] = ()) -> Paper:
    """Begin the paper of a group at work, in some of the room's languages (else all), the title's original first.

    DomainError `papers.begun_already`, `papers.no_language`, `kernel.empty`.
    """
    WorkingGroup.objects.select_for_update(no_key=True, of=("self",)).get(pk=group.pk)
    refuse_unless(str(title).strip(), "kernel.empty")
    refuse_unless(not Paper.objects.filter(group=group).exists(), "papers.begun_already")
    codes = [code for code in charter().languages if not languages or code in languages]
    refuse_unless(codes, "papers.no_language")
    codes.sort(key=lambda code: code != title.original)
    paper = create(Paper, group=group, title=title, text=new_text(), languages=codes, begun_on=now().date())
    record(paper, actor=actor, group=group.pk)
    return paper


@action("papers.name_paper", on="paper")
def name_paper(*, actor: Actor, paper: Paper, seen: int, title: MultilingualText) -> Paper:
    """Give the paper another title: in its original language while the group writes, in others at any time.

    Stale where somebody was faster; DomainError `papers.only_translations`, `papers.adopted_words`, `kernel.empty`.
    """
    found = held(paper)
    refuse_unless(str(title).strip(), "kernel.empty")
    is_new = (str(title), title.original) != (str(found.title), found.title.original)
    if is_new and seen == found.version:
        refuse_unless_original_is_open(found, actor)
    change(found, seen=seen, title=title)
    if is_new:
        count_up(found.text)
    note(found, actor)
    return found


def refuse_unless_original_is_open(paper: Paper, actor: Actor) -> None:
    """Raise DomainError `papers.only_translations` or `papers.adopted_words` where the original stands as it is."""
    refuse_unless(may(actor, "papers.write_paragraph", paper), "papers.only_translations")
    refuse_unless(paper.state in WRITABLE, "papers.adopted_words")


@action("papers.keep_version", on="paper")
def keep_version(*, actor: Actor, paper: Paper, name: str) -> PaperVersion:
    """Keep the paper as it stands under a name, for the group; DomainError `kernel.empty`."""
    found = held(paper)
    called = clean_line(name)
    refuse_unless(called, "kernel.empty")
    version = keep_version_now(found, called)
    note(found, actor, number=version.number)
    return version
