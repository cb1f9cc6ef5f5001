"""Publishing a paper that the members released, correcting its words, and publishing corrections as new editions."""

from collections.abc import Collection, Mapping

from supportroom.adoption.actions import keep_the_count
from supportroom.comments.actions.parting import forget_who_wrote
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, create, refuse_unless
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.notices.parting import forget_who_was_told
from supportroom.papers.lifecycle import PAPER
from supportroom.papers.models import Paper
from supportroom.papers.versions import keep_version_now
from supportroom.papers.vocabulary import FOR_EDITION, PUBLISHED, RELEASED
from supportroom.press.queries import approved_summary, pack_of
from supportroom.site.actions.editions import add_edition
from supportroom.site.models import Edition, Publication
from supportroom.site.preparing import Prepared, ground_of
from supportroom.site.preparing.papers import text_of
from supportroom.texts import writing
from supportroom.texts.models import Paragraph
from supportroom.web.formatting import moment_in_words

OFFICE_CLOCK = "Europe/Zurich"


def _held(paper: Paper) -> Paper:
    rows = Paper.objects.select_for_update(no_key=True, of=("self",)).select_related("group", "text")
    return rows.get(pk=paper.pk)


def refuse_if_overtaken(paper: Paper, prepared: Prepared) -> None:
    """Raise Stale where a word or a name changed after the files were made: nobody is printed against their will."""
    if ground_of(paper) != prepared.ground:
        raise Stale("site.overtaken")


@action("site.publish_paper", on="paper")
def publish_paper(*, actor: Actor, paper: Paper, prepared: Prepared) -> Edition:
    """Publish the first edition of a paper that the members released; who was counted or hidden is forgotten.

    DomainError `site.paper_not_released`, `site.embargo`; Stale where words or names changed after the files were made.
    """
    held = _held(paper)
    refuse_unless(held.state == RELEASED, "site.paper_not_released")
    pack = pack_of(held)
    until = moment_in_words(pack.embargo_until, pack.time_zone, OFFICE_CLOCK) if pack.embargo_until else ""
    refuse_unless(not pack.embargo_until or now() >= pack.embargo_until, "site.embargo", until=until)
    refuse_if_overtaken(held, prepared)
    if text_of(held).version is None:  # translations came after the members decided: what is printed is kept as it is
        keep_version_now(held, occasion=FOR_EDITION)
    advance(held, PAPER, "publish")
    keep_the_count(actor=SYSTEM, paper=held)
    forget_who_wrote(held)
    forget_who_was_told(held)
    edition = _edition(held, create(Publication, paper=held, slug=prepared.slug), prepared, MultilingualText())
    record(held, actor=actor, slug=prepared.slug, edition=edition.number)
    return edition


@action("site.correct_words", on="paper")
def correct_words(
    *,
    actor: Actor,
    paper: Paper,
    paragraph: Paragraph,
    seen: int,
    wordings: Mapping[str, str],
    drafts: Collection[str] = (),
    confirmed: Collection[str] = (),
) -> Paragraph:
    """Correct a paragraph of a published paper, for its next edition; opposing opinions are out of reach here.

    Stale with both texts; DomainError `site.paper_not_published`, `texts.no_such_paragraph`, `kernel.empty`.
    """
    held = _held(paper)
    refuse_unless(held.state == PUBLISHED, "site.paper_not_published")
    own = Paragraph.objects.select_related("text").filter(pk=paragraph.pk, text=held.text_id, removed=False).first()
    refuse_unless(own, "texts.no_such_paragraph")
    assert own
    writing.reword_paragraph(own, seen=seen, wordings=wordings, drafts=drafts, confirmed=confirmed)
    record(held, actor=actor, paragraph=own.pk, languages=sorted(wordings))
    return own


@action("site.correct_paper", on="paper")
def correct_paper(*, actor: Actor, paper: Paper, prepared: Prepared, note: MultilingualText) -> Edition:
    """Publish the corrected words as a new edition with a note that says what is corrected; the earlier ones stay.

    DomainError `site.paper_not_published`, `site.note_needed`; Stale where words changed after its files were made.
    """
    held = _held(paper)
    refuse_unless(held.state == PUBLISHED, "site.paper_not_published")
    refuse_unless(note, "site.note_needed")
    refuse_if_overtaken(held, prepared)
    keep_version_now(held, str(note)[:120], occasion=FOR_EDITION)
    edition = _edition(held, Publication.objects.select_for_update().get(paper=held), prepared, note)
    record(held, actor=actor, slug=prepared.slug, edition=edition.number)
    return edition


def _edition(paper: Paper, publication: Publication, prepared: Prepared, note: MultilingualText) -> Edition:
    summary = approved_summary(paper)
    return add_edition(publication, prepared, title=paper.title, summary=summary, note=note)
