"""Terms with definitions, actors and influences, built by the product's own actions."""

from collections.abc import Mapping, Sequence
from datetime import date

from supportroom.glossary.actions import add_body, add_term, define, release_body, release_term, say_influence
from supportroom.glossary.models import Body, Definition, Influence, Term
from supportroom.glossary.vocabulary import CLEAR, OTHER
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.multilingual import MultilingualText, multilingual


def both(english: str, arabic: str = "") -> MultilingualText:
    """Give words in English, and in Arabic where that is given."""
    return multilingual("en", en=english, ar=arabic)


def a_term(
    english: str = "ceasefire",
    arabic: str = "وقف إطلاق النار",
    *,
    released: bool = True,
    means: MultilingualText | None = None,
    forms: Mapping[str, Sequence[str]] | None = None,
    since: date = date(2026, 5, 1),
) -> Term:
    """Add a term with one definition, released unless said otherwise."""
    term = add_term(
        actor=SYSTEM,
        name=both(english, arabic),
        forms=forms,
        text=means or both(f"What is meant by {english}.", f"المقصود بـ{arabic}."),
        source=both("The room's own wording", "صياغة الغرفة"),
        since=since,
    )
    return release_term(actor=SYSTEM, term=term) if released else term


def defined_anew(term: Term, english: str, arabic: str = "", *, since: date | None = None) -> Definition:
    """Give a term a further definition."""
    why = both("The members asked for it.", "طلب الأعضاء ذلك.")
    source = both("The room's own wording", "صياغة الغرفة")
    return define(actor=SYSTEM, term=term, text=both(english, arabic), source=source, since=since, why=why)


def a_body(english: str, arabic: str = "", *, kind: str = OTHER, released: bool = True) -> Body:
    """Add an actor, released unless said otherwise."""
    body = add_body(actor=SYSTEM, name=both(english, arabic), kind=kind, about=both(f"About {english}."))
    return release_body(actor=SYSTEM, body=body) if released else body


def influences(by: Body, on: Body, strength: int = CLEAR, how: str = "By what it decides.") -> Influence:
    """Say that one actor influences another."""
    return say_influence(actor=SYSTEM, by=by, on=on, how=both(how, "بما تقرره."), strength=strength)
