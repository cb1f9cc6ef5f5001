"""A source added, amended, taken out and put back; many at once from a file of references."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from supportroom.groups.models import WorkingGroup
from supportroom.groups.vocabulary import AT_WORK
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.library.describing import FIELDS, derived_from, described
from supportroom.library.keys import made_key, plain_key
from supportroom.library.models import Source
from supportroom.library.names import Name
from supportroom.library.queries import same_in_library, taken_keys
from supportroom.library.uses import uses_of
from supportroom.library.vocabulary import REPORT

MOST_AT_ONCE = 300


def held_at_work(group: WorkingGroup) -> WorkingGroup:
    """Hold a group until the end of the action; DomainError `library.not_at_work` unless it is at work now."""
    held = WorkingGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    refuse_unless(held.state == AT_WORK, "library.not_at_work")
    return held


@action("library.add_source", on="group")
def add_source(
    *,
    actor: Actor,
    group: WorkingGroup,
    title: str,
    kind: str = REPORT,
    key: str = "",
    language: str = "",
    authors: Sequence[Name] = (),
    editors: Sequence[Name] = (),
    issued: Sequence[int] = (),
    accessed_on: date | None = None,
    again: bool = False,
    **others: str,
) -> Source:
    """Add a source; a key is made where none is given. `others`: container, publisher, place, volume, issue, pages,
    number, doi, isbn, address, abstract. `again` says that one with the same DOI or ISBN is known and another thing.

    DomainError `library.not_at_work`, `key_taken`, `key_form`, `already_there`, `doi`, `isbn`, `address`.
    """
    held_at_work(group)
    values = described(
        {
            **others,
            "title": title,
            "kind": kind,
            "key": key,
            "language": language,
            "authors": authors,
            "editors": editors,
            "issued": issued,
            "accessed_on": accessed_on,
        }
    )
    source = _added(group, values, taken_keys(group), again=again)
    record(source, actor=actor, group=group.pk)
    return source


def _added(group: WorkingGroup, values: Mapping[str, Any], taken: set[str], *, again: bool) -> Source:
    key = values.get("key") or made_key(values.get("authors", []), values["title"], values.get("issued", []), taken)
    refuse_unless(plain_key(key) not in taken, "library.key_taken")
    if not again:
        same = same_in_library(group, doi=values.get("doi", ""), isbn=values.get("isbn", "")).first()
        refuse_unless(same is None, "library.already_there", key=same.key if same else "")
    kept = {**values, "key": key}
    taken.add(plain_key(key))
    return create(Source, group=group, **kept, **derived_from(kept))


@action("library.import_sources", on="group")
def import_sources(*, actor: Actor, group: WorkingGroup, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add many sources at once, all of them or none; keys that are taken are made anew.

    DomainError as `add_source`, but same DOIs and ISBNs pass: the preview asked about them; `library.too_many`.
    """
    held_at_work(group)
    refuse_unless(0 < len(rows) <= MOST_AT_ONCE, "library.too_many", limit=MOST_AT_ONCE)
    taken = taken_keys(group)
    for row in rows:
        values = described(row)
        if plain_key(values.get("key", "")) in taken:
            values["key"] = ""
        _added(group, values, taken, again=True)
    record(group, actor=actor, sources=len(rows))


@action("library.amend_source", on="source")
def amend_source(*, actor: Actor, source: Source, seen: int | None = None, again: bool = False, **given: Any) -> Source:
    """Correct a source's particulars. Its key changes only while no draft cites it.

    Stale where somebody was faster; DomainError as `add_source`, and `library.key_cited`, `library.removed`.
    """
    held_at_work(source.group)
    _refuse_removed(source)
    values = described(given)
    values["key"] = values.get("key") or source.key
    if plain_key(values["key"]) != plain_key(source.key):
        refuse_unless(plain_key(values["key"]) not in taken_keys(source.group), "library.key_taken")
        refuse_unless(not uses_of(source), "library.key_cited")
    _refuse_same(source, values, again=again)
    kept = {name: getattr(source, name) for name in FIELDS} | values
    change(source, seen=seen, **values, **derived_from(kept))
    record(source, actor=actor, group=source.group_id)
    return source


def _refuse_same(source: Source, values: Mapping[str, Any], *, again: bool) -> None:
    """Ask about the same number once: when it was typed anew."""
    new = {name: values[name] for name in ("doi", "isbn") if values.get(name) and values[name] != getattr(source, name)}
    same = same_in_library(source.group, **new, but=source.pk).first() if new and not again else None
    refuse_unless(same is None, "library.already_there", key=same.key if same else "")


def _refuse_removed(source: Source) -> None:
    refuse_unless(Source.objects.filter(pk=source.pk, removed=False).exists(), "library.removed")


@action("library.remove_source", on="source")
def remove_source(*, actor: Actor, source: Source) -> Source:
    """Take a source out of the library. Old versions of a text that cite it still find it; it can be put back.

    DomainError `library.not_at_work`, `library.cited` (by the present text).
    """
    held_at_work(source.group)
    refuse_unless(not uses_of(source), "library.cited")
    change(source, removed=True)
    record(source, actor=actor, group=source.group_id)
    return source


@action("library.restore_source", on="source")
def restore_source(*, actor: Actor, source: Source) -> Source:
    """Put a source back that was taken out; DomainError `library.not_at_work`."""
    held_at_work(source.group)
    change(source, removed=False)
    record(source, actor=actor, group=source.group_id)
    return source
