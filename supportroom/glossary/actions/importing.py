"""Terms brought from a file, after a person looked at them."""

from collections.abc import Sequence
from typing import Any, Final

from supportroom.glossary.actions.terms import plain_forms, write_term
from supportroom.glossary.defining import NOTHING, write_definition
from supportroom.glossary.models import Term
from supportroom.glossary.queries import search_text_of, terms_named
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.multilingual import MultilingualText
from supportroom.room.models import Room

MOST: Final = 300


@action("glossary.import_terms", on="room")
def import_terms(*, actor: Actor, room: Room, rows: Sequence[dict[str, Any]], why: MultilingualText = NOTHING) -> None:
    """Add terms as drafts; one that the glossary has gets the row's definition as its next version.

    All or nothing. DomainError `glossary.no_terms`, `glossary.too_many`, `glossary.why_needed`,
    `glossary.nothing_new`, `glossary.source_needed`.
    """
    refuse_unless(rows, "glossary.no_terms")
    refuse_unless(len(rows) <= MOST, "glossary.too_many", limit=MOST)
    known = terms_named(words for row in rows for words in row["name"].texts.values())
    for row in rows:
        same = next((known[fold(words)] for words in row["name"].texts.values() if fold(words) in known), None)
        term = _with_forms(same, row["forms"]) if same else write_term(row["name"], row["forms"])
        given = {name: row[name] for name in ("text", "source", "link")}
        definition = write_definition(term, **given, since=row.get("since"), why=why)
        record(term, actor=actor, number=definition.number)


def _with_forms(term: Term, forms: dict[str, list[str]]) -> Term:
    """Add the forms that the term has not yet."""
    kept = plain_forms({code: [*term.forms.get(code, []), *forms.get(code, [])] for code in {*term.forms, *forms}})
    if kept != term.forms:
        last = term.definitions.first()
        change(term, forms=kept, search_text=search_text_of(term.name, kept, last.text if last else None))
    return term
