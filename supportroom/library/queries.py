"""What pages and floors above read about sources. `source_visible_to(actor, id)` is the only entrance to one."""

from django.db.models import Count, F, Q, QuerySet

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.kernel.searching import holding
from supportroom.library.keys import plain_key
from supportroom.library.models import Source, SourceNote


def sources_of(group: WorkingGroup, *, with_removed: bool = False) -> QuerySet[Source]:
    """The sources of a group, by key; with those taken out where an old text may cite them."""
    sources = Source.objects.filter(group=group).select_related("file")
    return sources if with_removed else sources.filter(removed=False)


def with_notes(sources: QuerySet[Source]) -> QuerySet[Source]:
    """The sources with the number of notes on each, `notes_count`."""
    return sources.annotate(notes_count=Count("notes"))


def source_visible_to(actor: Actor, source_id: int) -> Source:
    """Give a source with its group and file; Missing where the actor does not read its library."""
    found = Source.objects.select_related("group", "file").filter(pk=source_id).first()
    if found is None or not may(actor, "library.read_library", found.group):
        raise Missing("kernel.missing")
    return found


def note_visible_to(actor: Actor, note_id: int) -> SourceNote:
    """Give a note with its source and group; Missing where the actor does not read the notes."""
    found = SourceNote.objects.select_related("source__group").filter(pk=note_id).first()
    if found is None or not may(actor, "library.read_notes", found.source.group):
        raise Missing("kernel.missing")
    return found


def notes_on(source: Source) -> QuerySet[SourceNote]:
    """The notes on a source with who wrote them, as written."""
    return source.notes.select_related("written_by")


def found(sources: QuerySet[Source], words: str) -> QuerySet[Source]:
    """The sources in which every word occurs, however it is typed."""
    return sources.filter(holding(words))


def taken_keys(group: WorkingGroup) -> set[str]:
    """Give every key of a library in plain form, of what was taken out too: old texts cite it."""
    return {plain_key(key) for key in Source.objects.filter(group=group).values_list("key", flat=True)}


def same_in_library(group: WorkingGroup, *, doi: str = "", isbn: str = "", but: int = 0) -> QuerySet[Source]:
    """The sources that have the same DOI or, in a book, the same ISBN; without the one with this id."""
    same = Q(pk=None)
    same |= Q(doi=doi) if doi else same
    same |= Q(isbn=isbn) if isbn else same
    return sources_of(group).filter(same).exclude(pk=but)


def numbered(sources: QuerySet[Source]) -> QuerySet[Source]:
    """The sources that have a DOI or ISBN, with little else."""
    return sources.exclude(doi="", isbn="").select_related(None).only("id", "key", "doi", "isbn")


def duplicates_in(sources: list[Source]) -> dict[int, list[Source]]:
    """Give, by id, the other sources of the list with the same DOI or ISBN, for those that have any."""
    by_number: dict[tuple[str, str], list[Source]] = {}
    for source in sources:
        for name in ("doi", "isbn"):
            if number := getattr(source, name):
                by_number.setdefault((name, number), []).append(source)
    found: dict[int, list[Source]] = {}
    for same in by_number.values():
        for source in same if len(same) > 1 else []:
            found.setdefault(source.pk, []).extend(each for each in same if each.pk != source.pk)
    return found


def in_order(sources: QuerySet[Source], order: str) -> QuerySet[Source]:
    """The sources by key, or the newest publication first."""
    return (
        sources.order_by(F("year").desc(nulls_last=True), "key") if order == "newest" else sources.order_by("key", "id")
    )


def known_numbers(group: WorkingGroup) -> dict[tuple[str, str], str]:
    """Give the keys of a library's sources by their DOI and ISBN."""
    found: dict[tuple[str, str], str] = {}
    for key, doi, isbn in sources_of(group).values_list("key", "doi", "isbn"):
        found |= {pair: key for pair in (("doi", doi), ("isbn", isbn)) if pair[1]}
    return found
