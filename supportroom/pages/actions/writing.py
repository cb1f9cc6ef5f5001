"""Writing a page: begun, named, its paragraphs. What is written is public only once it is published."""

import secrets
from collections.abc import Collection, Mapping, Sequence

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import may
from supportroom.pages.models import Page
from supportroom.pages.starting import starting_text
from supportroom.pages.vocabulary import NEWS, OF_ROOM, STANDING, TRASHED
from supportroom.people.vocabulary import TEAM
from supportroom.room.queries import charter
from supportroom.texts import writing
from supportroom.texts.arranging import write_after
from supportroom.texts.models import Paragraph

Rows = Sequence[tuple[MultilingualText, str, int]]


def held(page: Page) -> Page:
    """Hold a page while it is changed; DomainError `kernel.not_now` where it lies in the trash."""
    row = Page.objects.select_for_update(no_key=True, of=("self",)).select_related("text").get(pk=page.pk)
    refuse_unless(row.state != TRASHED, "kernel.not_now")
    return row


@action("pages.write_page", on="voice")
def write_page(
    *,
    actor: Actor,
    voice: str = OF_ROOM,
    kind: str,
    title: MultilingualText,
    summary: MultilingualText | None = None,
    slug: str = "",
    rows: Rows = (),
) -> Page:
    """Begin a page with its first paragraphs; a standing page without any begins with the room's ready text.

    DomainError `pages.news_alone`, `pages.standing_once`, `pages.address_taken`.
    """
    refuse_unless(kind == NEWS or actor.holds(TEAM, "system"), "pages.news_alone")
    if kind in STANDING:
        refuse_unless(not Page.objects.filter(kind=kind).exists(), "pages.standing_once")
    slug = kind if kind in STANDING else slug or f"{now():%Y-%m}-{spell(secrets.randbits(60))[-5:]}"
    is_free = (kind in STANDING or slug not in STANDING) and not Page.objects.filter(slug=slug).exists()
    refuse_unless(is_free, "pages.address_taken")
    page = create(
        Page,
        kind=kind,
        voice=voice,
        slug=slug,
        title=title,
        summary=summary or MultilingualText(),
        text=writing.new_text(),
        time_zone=charter().time_zone,
    )
    if first := list(rows) or starting_text(kind):
        write_after(page.text, first, after=None)
    record(page, actor=actor, kind=kind, voice=voice)
    return page


@action("pages.amend_page", on="page")
def amend_page(*, actor: Actor, page: Page, slug: str) -> Page:
    """Give a further page another address; DomainError `pages.address_stays`, `pages.address_taken`."""
    row = held(page)
    refuse_unless(not row.newest, "pages.address_stays")
    is_free = slug not in STANDING and not Page.objects.filter(slug=slug).exclude(pk=row.pk).exists()
    refuse_unless(is_free, "pages.address_taken")
    change(row, slug=slug)
    record(row, actor=actor, slug=slug)
    return row


@action("pages.name_page", on="page")
def name_page(*, actor: Actor, page: Page, seen: int, title: MultilingualText, summary: MultilingualText) -> Page:
    """Give a page its title and its summary, in whatever languages; Stale where somebody was faster.

    Who only translates leaves the originals as they are: Denied otherwise.
    """
    row = held(page)
    kept = (str(title), str(summary), title.original) == (str(row.title), str(row.summary), row.title.original)
    _only_translated(actor, row, kept=kept)
    change(row, seen=seen, title=title, summary=summary)
    record(row, actor=actor, languages=sorted({*title.texts, *summary.texts}))
    return row


@action("pages.write_paragraphs", on="page")
def write_paragraphs(*, actor: Actor, page: Page, rows: Rows, after: Paragraph | None = None) -> Page:
    """Write paragraphs after a given one, at the end where none is given; DomainError `kernel.empty`."""
    row = held(page)
    last = row.text.paragraphs.filter(removed=False).last()
    refuse_unless(after is None or after.text_id == row.text_id, "texts.no_such_paragraph")
    write_after(row.text, rows, after=after or last)
    record(row, actor=actor, paragraphs=len(rows))
    return row


@action("pages.reword_paragraph", on="page")
def reword_paragraph(
    *,
    actor: Actor,
    page: Page,
    paragraph: Paragraph,
    seen: int,
    wordings: Mapping[str, str],
    drafts: Collection[str] = (),
    confirmed: Collection[str] = (),
) -> Page:
    """Put new words in; Stale with both texts, DomainError `texts.no_such_paragraph`, `kernel.empty`."""
    row = held(page)
    own = paragraph_in(row, paragraph)
    _only_translated(actor, row, kept=not writing.touches_original(own, wordings))
    writing.reword_paragraph(own, seen=seen, wordings=wordings, drafts=drafts, confirmed=confirmed)
    record(row, actor=actor, paragraph=own.pk, languages=sorted(wordings))
    return row


@action("pages.move_paragraph", on="page")
def move_paragraph(*, actor: Actor, page: Page, paragraph: Paragraph, way: str) -> Page:
    """Let a paragraph change places with its neighbour, up or down."""
    row = held(page)
    writing.move_paragraph(paragraph_in(row, paragraph), way)
    record(row, actor=actor, paragraph=paragraph.pk, way=way)
    return row


@action("pages.remove_paragraph", on="page")
def remove_paragraph(*, actor: Actor, page: Page, paragraph: Paragraph) -> Page:
    """Take a paragraph out; what was published keeps it."""
    row = held(page)
    writing.remove_paragraph(paragraph_in(row, paragraph))
    record(row, actor=actor, paragraph=paragraph.pk)
    return row


def paragraph_in(page: Page, paragraph: Paragraph) -> Paragraph:
    """Give a paragraph of the page as it stands; DomainError `texts.no_such_paragraph`."""
    own = Paragraph.objects.select_related("text").filter(pk=paragraph.pk, text=page.text_id, removed=False).first()
    refuse_unless(own, "texts.no_such_paragraph")
    assert own
    return own


def _only_translated(actor: Actor, page: Page, *, kept: bool) -> None:
    if not kept and not may(actor, "pages.amend_page", page):
        raise Denied("kernel.denied")
