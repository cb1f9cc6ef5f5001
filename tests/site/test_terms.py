"""An edition explains the glossary's terms as they were defined on its day, and goes on doing so."""

import re
from datetime import date
from pathlib import Path

from django.conf import settings

from supportroom.kernel.multilingual import MultilingualText
from supportroom.site.preparing import prepare_edition
from supportroom.statements.models import Report
from tests.factories.glossary import a_term, both, defined_anew

NO_NOTE = MultilingualText()


def made(report: Report, number: int, language: str) -> str:
    """Make the next edition's page and read it."""
    prepared = prepare_edition(report, number, [language], NO_NOTE)
    return (Path(settings.PUBLISHED_DIR) / prepared.folder / language / "index.html").read_text()


def test_an_edition_keeps_the_definition_of_its_day_in_its_own_language(report: Report) -> None:
    plain = made(report, 1, "en")
    assert 'role="doc-gloss' not in plain
    means = both("A question asked of all who take part.", "سؤال يُطرح على كل من يشارك.")
    term = a_term("consensus check", "استطلاع توافق", forms={"en": ["points"], "ar": ["نقطة", "نقاط"]}, means=means)
    first = made(report, 1, "en")
    defined_anew(term, "Something else by now.", "شيء آخر الآن.", since=date(2026, 7, 1))
    second, arabic = made(report, 2, "en"), made(report, 2, "ar")
    for page, words, number in (
        (first, "A question asked of all who take part.", 1),
        (second, "Something else by now.", 2),
        (arabic, "شيء آخر الآن.", 2),
    ):
        assert page.count('role="doc-glossref"') == 1
        assert f'id="term-{term.slug}"' in page
        section = page.partition('role="doc-glossary"')[2].partition("</section>")[0]
        assert words in section
        assert f"{number}" in re.sub(r"<[^>]*>", "", section)
        assert "<script" not in page
        assert ".term{" in page  # the page carries the style that it needs
    assert "Something else" not in first
