"""From a draft to the public and back: scheduled, published, corrected, taken down, put in the trash, restored."""

from datetime import datetime, timedelta

from django.db import transaction

from supportroom.files.vocabulary import CLEAN
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.pages.actions.writing import held
from supportroom.pages.content import Shown, fingerprint, images_of, names_in, shown_now, shown_then
from supportroom.pages.lifecycle import PAGE
from supportroom.pages.models import Page, PageEdition
from supportroom.pages.places import image_name, remove_images, settle_images
from supportroom.pages.standing import forget_standing
from supportroom.pages.vocabulary import MOST_WAIT_DAYS, PUBLISHED


@action("pages.schedule_page", on="page")
def schedule_page(*, actor: Actor, page: Page, publish_at: datetime, time_zone: str) -> Page:
    """Let a page be published at an instant, told by a zone's clock; words can be changed until then.

    DomainError `pages.empty`, `pages.past`, `pages.far_off`, `kernel.not_now`.
    """
    row = held(page)
    refuse_unless(shown_now(row).parts, "pages.empty")
    refuse_unless(publish_at > now(), "pages.past")
    refuse_unless(publish_at <= now() + timedelta(days=MOST_WAIT_DAYS), "pages.far_off")
    advance(row, PAGE, "schedule", publish_at=publish_at, time_zone=time_zone)
    record(row, actor=actor, publish_at=publish_at.isoformat(), time_zone=time_zone)
    return row


@action("pages.unschedule_page", on="page")
def unschedule_page(*, actor: Actor, page: Page) -> Page:
    """Take a page's moment of publication back: it is a draft again."""
    row = held(page)
    advance(row, PAGE, "unschedule", publish_at=None)
    record(row, actor=actor)
    return row


@action("pages.publish_page", on="page")
def publish_page(*, actor: Actor, page: Page, seen: str = "", only_due: bool = False) -> Page:
    """Publish a page as it stands. One that was taken down comes back as it was, or as a new edition where it changed.

    `seen` is the fingerprint of the preview: Stale `pages.overtaken` where the page changed since. `only_due` publishes
    nothing but what is scheduled and whose moment has come. DomainError `pages.empty`, `pages.image_waits`,
    `kernel.not_now`.
    """
    row = held(page)
    refuse_unless(not only_due or (row.publish_at and row.publish_at <= now()), "kernel.not_now")
    shown = _fit_to_publish(row, seen)
    newest = row.editions.first()
    is_same = newest is not None and fingerprint(shown_then(newest)) == fingerprint(shown)
    number = row.newest if is_same else row.newest + 1
    if not is_same:
        _keep(row, number, shown, MultilingualText())
    advance(row, PAGE, "publish", newest=number, out_since=row.out_since or now(), publish_at=None)
    _put_out(row)
    record(row, actor=actor, kind=row.kind, voice=row.voice, slug=row.slug, edition=number)
    return row


@action("pages.correct_page", on="page")
def correct_page(*, actor: Actor, page: Page, note: MultilingualText, seen: str = "") -> Page:
    """Publish the changed words of a published page as a new edition, with a note that says what is corrected.

    Stale `pages.overtaken`; DomainError `pages.note_needed`, `pages.nothing_changed`, `pages.empty`, `kernel.not_now`.
    """
    row = held(page)
    refuse_unless(row.state == PUBLISHED, "kernel.not_now")
    refuse_unless(note, "pages.note_needed")
    shown = _fit_to_publish(row, seen)
    newest = row.editions.first()
    refuse_unless(newest and fingerprint(shown_then(newest)) != fingerprint(shown), "pages.nothing_changed")
    change(row, newest=row.newest + 1)
    _keep(row, row.newest, shown, note)
    _put_out(row)
    record(row, actor=actor, kind=row.kind, slug=row.slug, edition=row.newest)
    return row


@action("pages.take_down_page", on="page")
def take_down_page(*, actor: Actor, page: Page) -> Page:
    """Take a page off the public face, with all its editions and images; it can be published again."""
    row = held(page)
    advance(row, PAGE, "take_down")
    names = {image_name(image) for image in row.images.select_related("file")}
    others = PageEdition.objects.filter(page__state=PUBLISHED).exclude(page=row)
    names -= names_in(part for content in others.values_list("content", flat=True) for part in content)
    transaction.on_commit(lambda: remove_images(names))
    transaction.on_commit(forget_standing)
    record(row, actor=actor, slug=row.slug)
    return row


@action("pages.trash_page", on="page")
def trash_page(*, actor: Actor, page: Page) -> Page:
    """Put a draft, or a page that was taken down, in the trash."""
    row = held(page)
    advance(row, PAGE, "trash")
    record(row, actor=actor)
    return row


@action("pages.restore_page", on="page")
def restore_page(*, actor: Actor, page: Page) -> Page:
    """Take a page out of the trash: it is a draft again."""
    advance(page, PAGE, "restore")
    record(page, actor=actor)
    return page


def _fit_to_publish(page: Page, seen: str) -> Shown:
    shown = shown_now(page)
    refuse_unless(shown.parts, "pages.empty")
    refuse_unless(all(image.file.state == CLEAN for image in images_of(page)), "pages.image_waits")
    if seen and seen != fingerprint(shown):
        raise Stale("pages.overtaken")
    return shown


def _keep(page: Page, number: int, shown: Shown, note: MultilingualText) -> PageEdition:
    return create(
        PageEdition,
        page=page,
        number=number,
        title=shown.title,
        summary=shown.summary,
        content=list(shown.parts),
        note=note,
        published_at=now(),
    )


def _put_out(page: Page) -> None:
    """At the commit, put every image that an edition shows where the byte server looks."""
    shown = names_in(part for content in page.editions.values_list("content", flat=True) for part in content)
    images = [image for image in page.images.select_related("file") if image_name(image) in shown]
    transaction.on_commit(lambda: settle_images(images))
    transaction.on_commit(forget_standing)
