"""The glossary and the actors to take along: as a table for a sheet, as plain values for JSON."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from supportroom.glossary.models import Body, Definition, Influence, Term
from supportroom.glossary.vocabulary import BODY_KINDS, STRENGTHS, TERM_STATES

Cell = str | int
COLUMNS: Final[Mapping[str, Promise]] = {
    "name": pgettext_lazy("glossary", "Term"),
    "forms": pgettext_lazy("glossary", "Further forms"),
    "text": pgettext_lazy("glossary", "Definition"),
    "source": pgettext_lazy("glossary", "Source"),
}
LINK: Final = pgettext_lazy("glossary", "Link to the source")


def heading(part: str, code: str) -> str:
    """Give a column's heading in the present language: the part, with the code of the words' language."""
    return f"{COLUMNS[part]} ({code})" if part in COLUMNS else str(LINK)


def table_of_terms(pairs: Iterable[tuple[Term, Definition | None]], languages: Sequence[str]) -> list[list[Cell]]:
    """Give a row for each term with the definition that holds, under the headings that an import understands."""
    of_words = [heading(part, code) for part in COLUMNS for code in languages]
    rows: list[list[Cell]] = [[*of_words, heading("link", ""), _("State"), _("Version"), _("Holds since")]]
    for term, definition in pairs:
        texts = {
            "name": term.name.texts,
            "forms": {code: "; ".join(forms) for code, forms in term.forms.items()},
            "text": definition.text.texts if definition else {},
            "source": definition.source.texts if definition else {},
        }
        words = [texts[part].get(code, "") for part in COLUMNS for code in languages]
        rest: list[Cell] = (
            [definition.link, definition.number, definition.since.isoformat()] if definition else ["", 0, ""]
        )
        rows.append([*words, rest[0], str(TERM_STATES[term.state]), *rest[1:]])
    return rows


def _rest(definition: Definition | None) -> tuple[str, int, str]:
    return (definition.link, definition.number, definition.since.isoformat()) if definition else ("", 0, "")


def terms_plainly(terms: Iterable[tuple[Term, Sequence[Definition]]]) -> dict[str, Any]:
    """Give the terms with every version of their definitions as plain values; an import reads the same."""
    return {
        "terms": [
            {
                "slug": term.slug,
                "name": dict(term.name.texts),
                "forms": term.forms,
                "state": term.state,
                "definitions": [_definition(definition) for definition in definitions],
            }
            for term, definitions in terms
        ]
    }


def _definition(definition: Definition) -> dict[str, Any]:
    return {
        "number": definition.number,
        "text": dict(definition.text.texts),
        "original": definition.text.original,
        "source": dict(definition.source.texts),
        "link": definition.link,
        "since": definition.since.isoformat(),
        "why": dict(definition.why.texts),
    }


def table_of_influences(influences: Iterable[Influence], language: str) -> list[list[Cell]]:
    """Give a row for each influence in words."""
    rows: list[list[Cell]] = [
        [_("Who influences"), _("Who is influenced"), _("How strongly"), _("How"), str(COLUMNS["source"])]
    ]
    for each in influences:
        said = [str(text.said_in(language)) for text in (each.by.name, each.on.name, each.how, each.source)]
        rows.append([*said[:2], str(STRENGTHS[each.strength]), *said[2:]])
    return rows


def actors_plainly(bodies: Iterable[Body], influences: Iterable[Influence]) -> dict[str, Any]:
    """Give the actors and their influences as plain values."""
    return {
        "actors": [
            {
                "slug": body.slug,
                "name": dict(body.name.texts),
                "kind": body.kind,
                "kind_in_words": str(BODY_KINDS[body.kind]),
                "about": dict(body.about.texts),
                "source": dict(body.source.texts),
            }
            for body in bodies
        ],
        "influences": [
            {
                "by": each.by.slug,
                "on": each.on.slug,
                "strength": each.strength,
                "how": dict(each.how.texts),
                "source": dict(each.source.texts),
            }
            for each in influences
        ],
    }
