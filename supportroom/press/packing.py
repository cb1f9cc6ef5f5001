"""The whole press pack as one file: for each language the release, the letter, the paper, a card with its text."""

import io
import zipfile
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.journal.writing import refuse_unless
from supportroom.kernel.multilingual import direction_of
from supportroom.papers.composing import labels
from supportroom.papers.models import Paper
from supportroom.papers.versions import draft_view
from supportroom.papers.vocabulary import PUBLISHED, RELEASED
from supportroom.press.composing import Imprint, paper_document, paragraphs_of
from supportroom.press.letters import embargo_in_words, letter_begun
from supportroom.press.models import PressContact, PressPack
from supportroom.press.queries import approval_of, cleared_of, pack_of
from supportroom.press.social import card_of, post_of
from supportroom.rendering import tree
from supportroom.rendering.card import to_png
from supportroom.rendering.docx import to_docx
from supportroom.rendering.pdf import to_pdf
from supportroom.room.queries import charter
from supportroom.room.vocabulary import LANGUAGE_NAMES
from supportroom.web.sheets import as_csv

MOMENT = (1980, 1, 1, 0, 0, 0)


def packed(paper: Paper, contacts: Sequence[PressContact]) -> bytes:
    """Give the pack of a paper that the members released as a ZIP; the contacts are in it for who may read them.

    DomainError `press.not_released`, `press.summary_not_approved`, `press.language_missing`.
    """
    refuse_unless(paper.state in (RELEASED, PUBLISHED), "press.not_released")
    pack = pack_of(paper)
    refuse_unless(pack.summary and approval_of(pack).is_approved, "press.summary_not_approved")
    for code in paper.languages:
        name = LANGUAGE_NAMES.get(code, code)
        refuse_unless(pack.summary.texts.get(code), "press.language_missing", language=name)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for language in paper.languages:
            with override(language):
                for name, part in _parts(paper, pack, language):
                    package.writestr(zipfile.ZipInfo(f"{language}/{name}", MOMENT), part, zipfile.ZIP_DEFLATED)
        if contacts:
            package.writestr(zipfile.ZipInfo("contacts.csv", MOMENT), _contacts(contacts), zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _parts(paper: Paper, pack: PressPack, language: str) -> Iterator[tuple[str, bytes]]:
    release, letter = release_document(paper, pack, language), letter_document(paper, pack, language)
    document = paper_document(paper, draft_view(paper), language, Imprint(notice=embargo_in_words(pack)))
    yield "release.pdf", to_pdf(release)
    yield "release.docx", to_docx(release)
    yield "letter.docx", to_docx(letter)
    yield "paper.pdf", to_pdf(document)
    yield "paper.docx", to_docx(document)
    yield "card.png", to_png(card_of(paper, language))
    yield "post.txt", post_of(paper, language).encode()


def release_document(paper: Paper, pack: PressPack, language: str) -> tree.Document:
    """Give what the press reads first: title, embargo, summary, quotations."""
    with override(language):
        blocks = [*paragraphs_of(pack.summary.said_in(language), language), *_quotations(pack, language)]
        return _document(paper, pack, language, _("Press release"), blocks)


def _quotations(pack: PressPack, language: str) -> Iterator[tree.Block]:
    cleared = cleared_of(pack)
    if cleared:
        yield tree.Heading(text=_("Quotations"))
    for quotation, name in cleared:
        said = quotation.text.said_in(language)
        own = said.language not in ("", language)
        yield tree.Quote(
            text=said.text,
            by=name or _("a member of the room"),
            language=said.language if own else "",
            direction=_direction(said.language) if own else None,
        )


def letter_document(paper: Paper, pack: PressPack, language: str) -> tree.Document:
    """Give the letter in a language, with the summary below it."""
    letter = pack.letter or letter_begun(paper)
    with override(language):
        blocks = [
            *paragraphs_of(letter.said_in(language), language),
            tree.Heading(text=_("Summary")),
            *paragraphs_of(pack.summary.said_in(language), language),
        ]
        return _document(paper, pack, language, _("Letter to the press"), blocks)


def _document(paper: Paper, pack: PressPack, language: str, kind: str, blocks: Sequence[tree.Block]) -> tree.Document:
    embargo = embargo_in_words(pack)
    return tree.Document(
        title=paper.title.said_in(language).text,
        subtitle=kind,
        language=language,
        direction=_direction(language),
        blocks=(*([tree.Facts(pairs=((_("Embargo"), embargo),))] if embargo else []), *blocks),
        publisher=charter().name.said_in(language).text,
        labels=labels(),
    )


def _contacts(contacts: Sequence[PressContact]) -> bytes:
    head = [_("Newspaper, station, agency"), _("Name"), _("Mail address"), _("Language of the letter")]
    return as_csv([head, *([each.outlet, each.name, each.address, each.language] for each in contacts)])


def _direction(language: str) -> tree.Direction:
    return "rtl" if direction_of(language) == "rtl" else "ltr"
