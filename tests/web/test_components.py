"""The parts of pages, made in both directions, and the guide that shows them."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.http import Http404, HttpRequest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from pytest_django import Settings

from supportroom.web import samples, styleguide

TEMPLATES = Path(styleguide.__file__).parent / "templates"
VOID = {"meta", "link", "input", "br", "hr", "img"}
MACRO = re.compile(r"\{% macro (\w+)\(")
INNER = {"note_optional", "row", "choice", "side"}


class Balance(HTMLParser):
    """Remember tags that were closed out of order, and every id."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def examined(html: str) -> Balance:
    balance = Balance()
    balance.feed(html)
    return balance


@pytest.fixture
def request_() -> HttpRequest:
    return RequestFactory().get("/styleguide/")


@pytest.mark.parametrize("words", samples.BOTH, ids=lambda words: words.language)
@pytest.mark.parametrize("section", [name for name, _title in styleguide.SECTIONS])
def test_a_specimen_is_sound_in_each_direction(section: str, words: samples.Words, request_: HttpRequest) -> None:
    balance = examined(styleguide.specimen(section, words, request_))
    assert balance.wrong == []
    assert balance.open == []
    assert len(balance.ids) == len(set(balance.ids))


def test_every_component_is_listed_and_stands_in_the_style_guide() -> None:
    readme = (TEMPLATES / "ui" / "README.md").read_text("utf-8")
    shown = "".join(path.read_text("utf-8") for path in (TEMPLATES / "web" / "styleguide").glob("*.html"))
    for path in (TEMPLATES / "ui").glob("*.html"):
        for macro in set(MACRO.findall(path.read_text("utf-8"))) - INNER:
            assert f"`{macro}(" in readme, macro
            assert re.search(rf"\b{macro}\b", shown) or f"{macro}(" in path.read_text("utf-8"), macro


@pytest.mark.django_db
def test_the_style_guide_shows_both_directions(request_: HttpRequest, settings: Settings) -> None:
    settings.STYLE_GUIDE = True
    html = styleguide.show(request_).content.decode()
    assert 'lang="en" dir="ltr"' in html
    assert 'lang="ar" dir="rtl"' in html
    assert examined(html).wrong == []


def test_the_style_guide_is_hidden_where_it_is_switched_off(request_: HttpRequest, settings: Settings) -> None:
    settings.STYLE_GUIDE = False
    with pytest.raises(Http404):
        styleguide.show(request_)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
@pytest.mark.parametrize("status", [400, 403, 404, 405, 409, 413, 422, 429, 500, 503, 507])
def test_an_error_page_speaks_the_reader_s_language(status: int, language: str, direction: str) -> None:
    template = engines.all()[0].get_template("web/error.html")
    with translation.override(language):
        html = template.render({"status": status, "wording": "<b>"})
    assert f'<html lang="{language}" dir="{direction}">' in html
    assert "&lt;b&gt;" in html
    assert str(status) in html


def test_a_conflict_keeps_both_texts_and_asks_for_the_key() -> None:
    fields = [{"name": "wording", "label": "Wording", "yours": "mine", "theirs": "theirs", "language": "ar"}]
    context = {"fields": fields, "action": "/save", "cancel_url": "/", "csrf_input": "", "hidden": {"once": "k"}}
    html = engines.all()[0].get_template("web/conflict.html").render(context)
    assert re.search(r'<textarea[^>]*name="wording"[^>]*dir="auto" lang="ar">mine</textarea>', html)
    assert '<p lang="ar" dir="auto">theirs</p>' in html
    assert '<input type="hidden" name="once" value="k">' in html


def test_the_title_says_nothing_of_itself() -> None:
    with translation.override("en"):
        html = engines.all()[0].get_template("web/base.html").render({"room_name": "Room of Somewhere"})
    assert "<title>Documents</title>" in html
