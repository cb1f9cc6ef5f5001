"""A term's next definition, written inside an action: by the page where one defines, and by an import."""

from datetime import date

from supportroom.glossary.models import Definition, Term
from supportroom.glossary.queries import search_text_of
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.room.models import Room

NOTHING = MultilingualText()


def one_at_a_time() -> None:
    """Let names be given one after the other, so that none is given twice at once."""
    list(Room.objects.select_for_update(no_key=True).values_list("pk"))


def write_definition(
    term: Term,
    *,
    text: MultilingualText,
    source: MultilingualText,
    link: str = "",
    since: date | None = None,
    why: MultilingualText = NOTHING,
) -> Definition:
    """Write the next version of what a term means; the earlier ones stay as they are.

    DomainError `kernel.empty`, `glossary.source_needed`, `glossary.why_needed`, `glossary.nothing_new`.
    """
    held = Term.objects.select_for_update(no_key=True).get(pk=term.pk)
    last = held.definitions.first()
    refuse_unless(text, "kernel.empty")
    refuse_unless(source, "glossary.source_needed")
    if last:
        refuse_unless(_says(last) != (text.texts, source.texts, link), "glossary.nothing_new")
        refuse_unless(why, "glossary.why_needed")
    number = last.number + 1 if last else 1
    day = since or now().date()
    definition = create(
        Definition,
        term=held,
        number=number,
        text=text,
        source=source,
        link=link,
        since=day,
        why=why if last else NOTHING,
    )
    change(held, search_text=search_text_of(held.name, held.forms, text))
    return definition


def _says(definition: Definition) -> tuple[object, object, str]:
    return definition.text.texts, definition.source.texts, definition.link
