"""Nothing inline, nothing from elsewhere, no escaping switched off: what a strict content policy needs."""

import ast
import re
from pathlib import Path

from tests.architecture.house import PACKAGE, ROOT, sources, templates

ALL = templates()
INLINE = {
    "a style attribute": r"<[^>]*\sstyle\s*=",
    "a style element": r"<style\b",
    "an event attribute": r"<[^>]*\son[a-z]+\s*=",
    "a script without a source": r"<script(?![^>]*\bsrc=)",
    "a script address": r"javascript:",
    "a third party": r"""(?:src|href|action)\s*=\s*["']?(?:https?:)?//""",
    "htmx code": r"\b(?:hx-on|hx-vals\s*=\s*[\"']?js|_=)",
}
NAMES = {
    "PDF",
    "DOCX",
    "CSV",
    "XLSX",
    "JSON",
    "ZIP",
    "Markdown",
    "BibTeX",
    "RIS",
    "CSL-JSON",
}  # the same in every language
READY_MADE = {  # the report or paper as supportroom.rendering made it, out of escaped text
    "site/templates/site/edition.html": 1,
    "site/templates/site/paper_edition.html": 1,
}
SHOWS_A_REPORT = {
    "supportroom/statements/views/reports.py",
    "supportroom/site/views/papers.py",
    "supportroom/site/views/press.py",
}  # previews, made so too
ESCAPING_OFF = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\(")


def words_of(path: Path) -> str:
    return re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.DOTALL)


def test_s35_a_template_holds_nothing_inline_and_nothing_from_elsewhere() -> None:
    found = {
        (path.name, what, words)
        for path in ALL
        for what, pattern in INLINE.items()
        for words in re.findall(pattern, words_of(path))
    }
    assert found == set()


def test_a_template_escapes_everything() -> None:
    found = {path: ESCAPING_OFF.findall(words_of(path)) for path in ALL}
    assert {
        path for path, marks in found.items() if len(marks) > READY_MADE.get(str(path.relative_to(PACKAGE)), 0)
    } == set()


def test_s36_every_form_that_posts_carries_its_token() -> None:
    for path in ALL:
        for form in re.findall(r"<form\b.*?</form>", words_of(path), flags=re.DOTALL | re.IGNORECASE):
            if re.search(r"""method\s*=\s*["']?post""", form, re.IGNORECASE):
                assert re.search(r"csrf|keys\(|form_start|hidden|caller\(\)", form), (path, form[:200])


def test_a_template_speaks_through_the_catalogue() -> None:
    """Words between tags must be marked for translation."""
    assert {path: bare for path in ALL if (bare := bare_words(path))} == {}


def bare_words(path: Path) -> list[str]:
    """Give the words of a template that nobody can translate."""
    text = re.sub(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", "", words_of(path), flags=re.DOTALL)
    text = re.sub(r"\{% block body_class %\}.*?\{% endblock %\}|<bdi>.*?</bdi>", "", text)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
    text = re.sub(r"<(script|svg|code|kbd)\b.*?</\1>", "", text, flags=re.DOTALL)
    bare = [words.strip() for words in re.findall(r">([^<>]*)<", text) if re.search(r"[A-Za-z]{3,}", words)]
    return [words for words in bare if words not in NAMES]


def test_markup_is_made_on_the_floors_of_web_and_rendering_alone() -> None:
    elsewhere = [
        f"{source.name}:{node.lineno}"
        for source in sources()
        if source.app not in {"web", "rendering"} and source.name not in SHOWS_A_REPORT
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Markup", "mark_safe"}
    ]
    assert elsewhere == []


def test_templates_lie_in_a_folder_of_their_apps_name() -> None:
    wrong = [str(path.relative_to(ROOT)) for path in templates() if not lies_rightly(path)]
    assert wrong == []


def lies_rightly(path: Path) -> bool:
    app, _templates, folder = path.relative_to(PACKAGE).parts[:3]
    return folder == app or (app == "web" and folder == "ui") or path.name in {"404.html", "500.html"}
