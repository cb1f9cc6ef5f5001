"""A text brought into a paper: as new paragraphs, or as new words of those that stand there. All of it, or nothing."""

from collections.abc import Sequence

from supportroom.journal.door import action
from supportroom.journal.writing import refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import DomainError, Stale
from supportroom.kernel.multilingual import LONGEST, MultilingualText
from supportroom.papers.actions.papers import held, note, refuse_unless_original_is_open
from supportroom.papers.importing import MOST, Row
from supportroom.papers.models import Paper
from supportroom.texts import writing
from supportroom.texts.arranging import write_after
from supportroom.texts.models import Paragraph


@action("papers.import_text", on="paper")
def import_text(*, actor: Actor, paper: Paper, language: str, rows: Sequence[Row]) -> Paper:
    """Bring a text in, in one language, in its order.

    A row with a target gives that paragraph new words in this language, if it is still the version that was seen; what
    stood there stays among its earlier wordings. The others become new paragraphs after what went before them, or at
    the end where no row has a target. Translations alone can be brought in by who translates, at any time.
    DomainError `papers.only_translations`, `papers.adopted_words`, `papers.nothing_kept`, `papers.too_many`,
    `papers.paragraph_too_long`, `papers.moved_on`, `kernel.unknown_language`.
    """
    found = held(paper)
    refuse_unless(language in found.languages, "kernel.unknown_language")
    refuse_unless(rows, "papers.nothing_kept")
    refuse_unless(len(rows) <= MOST, "papers.too_many", most=MOST)
    refuse_unless(all(len(row.text) <= LONGEST for row in rows), "papers.paragraph_too_long", most=LONGEST)
    standing = {each.pk: each for each in found.text.paragraphs.filter(removed=False).select_related("text")}
    if any(_is_original(standing.get(row.target), language) for row in rows):
        refuse_unless_original_is_open(found, actor)
    has_targets = any(row.target for row in rows)
    after = None if has_targets else next(reversed(standing.values()), None)
    waiting: list[Row] = []
    for row in rows:
        if not row.target:
            waiting.append(row)
            continue
        after = _written(found, waiting, language, after)
        waiting = []
        after = _reworded(standing.get(row.target), row, language)
    _written(found, waiting, language, after)
    note(found, actor, language=language, rows=len(rows))
    return found


def _is_original(target: Paragraph | None, language: str) -> bool:
    """Tell whether words in this language are the paper's own: of a new paragraph they are."""
    return target is None or target.content.original == language


def _written(paper: Paper, rows: Sequence[Row], language: str, after: Paragraph | None) -> Paragraph | None:
    """Write rows as new paragraphs; give the last one, after which the next stands."""
    if not rows:
        return after
    new = [(MultilingualText(language, {language: row.text}), row.kind, row.level) for row in rows]
    return write_after(paper.text, new, after=after)[-1]


def _reworded(paragraph: Paragraph | None, row: Row, language: str) -> Paragraph:
    if paragraph is None:
        raise DomainError("papers.moved_on")
    try:
        return writing.reword_paragraph(paragraph, seen=row.seen, wordings={language: row.text})
    except Stale:
        raise DomainError("papers.moved_on") from None
