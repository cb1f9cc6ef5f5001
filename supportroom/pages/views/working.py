"""The list of pages, and a page as those who write it see it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.pages import actions
from supportroom.pages.content import fingerprint, images_of, shown_now, shown_then
from supportroom.pages.forms import AddressForm, NameForm, PageForm
from supportroom.pages.lifecycle import PAGE
from supportroom.pages.models import Page
from supportroom.pages.places import address_of
from supportroom.pages.queries import page_of, pages_visible_to
from supportroom.pages.starting import in_every_language
from supportroom.pages.vocabulary import (
    NEWS,
    OF_OFFICE,
    OF_ROOM,
    OTHER,
    PUBLISHED,
    STANDING_KINDS,
    TONES,
    TRASHED,
)
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.texts.queries import paragraphs_of, sides_of
from supportroom.web.editing import DONE, save, seen_in

MAY = (
    "amend_page", "name_page", "write_paragraphs", "reword_paragraph", "move_paragraph", "remove_paragraph",
    "place_image", "describe_image", "remove_image", "publish_page", "schedule_page", "correct_page",
)  # fmt: skip


@require_safe
def page_list(request: Asking) -> HttpResponse:
    """List the standing pages, news and further pages, each with its state; the trash below."""
    require(request.actor, "pages.read_pages")
    pages = list(pages_visible_to(request.actor))
    lying = [page for page in pages if page.state != TRASHED]
    by_kind = {page.kind: page for page in pages}
    writes_all = may(request.actor, "pages.write_page", OF_ROOM)
    context = {
        "standing": [(kind, name, by_kind.get(kind)) for kind, name in STANDING_KINDS.items()] if writes_all else [],
        "news": [page for page in lying if page.kind == NEWS],
        "further": [page for page in lying if page.kind == OTHER],
        "trash": [page for page in pages if page.state == TRASHED and page.kind in (NEWS, OTHER)],
        "tones": TONES,
        "writes": may(request.actor, "pages.write_page", OF_OFFICE),
        "writes_all": writes_all,
    }
    return render(request, "pages/list.html", context)


def page_add(request: Asking) -> HttpResponse:
    """Begin news or a further page."""
    require(request.actor, "pages.write_page", OF_OFFICE)
    is_office = not may(request.actor, "pages.write_page", OF_ROOM)
    begun = {"kind": NEWS, "voice": OF_ROOM}
    form = PageForm(request.POST or None, languages=languages_spoken(), is_office=is_office, initial=begun)
    status = save(request, form, actions.write_page, actor=request.actor)
    if status == DONE:
        return redirect("pages:page_detail", form.answer.pk)  # type: ignore[attr-defined]
    return render(request, "pages/add.html", {"form": form}, status=status)


@require_POST
def standing_begin(request: Asking) -> HttpResponse:
    """Begin a standing page with its own title and, where there is one, the ready text."""
    kind = request.POST.get("kind", "")
    if kind not in STANDING_KINDS:
        raise Missing("kernel.missing")
    title = in_every_language(STANDING_KINDS[kind])
    page = actions.write_page(actor=request.actor, voice=OF_ROOM, kind=kind, title=title)
    return redirect("pages:page_detail", page.pk)


@require_safe
def page_detail(request: Asking, page_id: int) -> HttpResponse:
    """Show a page to who works on it: its words in all languages, images, state and what can be done."""
    page = page_of(request.actor, page_id)
    return render(request, "pages/detail.html", detail_context(request, page))


def detail_context(request: Asking, page: Page) -> dict[str, Any]:
    """Give what the page's working view shows."""
    languages = languages_spoken()
    shown, editions = shown_now(page), list(page.editions.all())
    return {
        "page": page,
        "seen": fingerprint(shown),
        "lacking": [name for code, name in languages.items() if shown.lacks(code)],
        "is_changed": page.state == PUBLISHED and fingerprint(shown_then(editions[0])) != fingerprint(shown),
        "tone": TONES[page.state],
        "paragraphs": [(each, sides_of(each.content, languages)) for each in paragraphs_of(page.text)],
        "titles": sides_of(page.title, languages),
        "images": images_of(page),
        "editions": [(each, address_of(page, each.number)) for each in editions],
        "address": address_of(page) if page.state == PUBLISHED else "",
        "can": {name: may(request.actor, f"pages.{name}", page) and page.state != TRASHED for name in MAY},
        "steps": {verb for verb in PAGE.verbs if PAGE.allows(page.state, verb)},
        "is_further": page.kind == OTHER,
    }


def page_name(request: Asking, page_id: int) -> HttpResponse:
    """Word a page's title and summary."""
    page = page_of(request.actor, page_id)
    require(request.actor, "pages.name_page", page)
    values = NameForm.values_of(page)
    form = NameForm(request.POST or None, languages=languages_spoken(), initial=values)
    given = {"actor": request.actor, "page": page, "seen": seen_in(request, page)}
    status = save(request, form, actions.name_page, edits=page, now=NameForm.values_of, **given)
    if status == DONE:
        return redirect("pages:page_detail", page.pk)
    return render(request, "pages/edit.html", {"form": form, "page": page, "seen": page.version}, status=status)


def page_amend(request: Asking, page_id: int) -> HttpResponse:
    """Give a further page another address."""
    page = page_of(request.actor, page_id)
    require(request.actor, "pages.amend_page", page)
    if page.kind != OTHER:
        raise Missing("kernel.missing")
    form = AddressForm(request.POST or None, initial={"slug": page.slug})
    status = save(request, form, actions.amend_page, actor=request.actor, page=page)
    if status == DONE:
        return redirect("pages:page_detail", page.pk)
    return render(request, "pages/edit.html", {"form": form, "page": page, "seen": None}, status=status)
