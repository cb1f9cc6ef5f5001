"""Texts of earlier years out of which recommendations are recorded."""

from datetime import date
from typing import Any

from supportroom.files.models import StoredFile
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.holding import hold_register
from supportroom.register.models import Document
from supportroom.rounds.models import Round


@action("register.add_document", on="title")
def add_document(
    *,
    actor: Actor,
    title: MultilingualText,
    kind: str,
    dated_on: date,
    precision: str,
    language: str,
    by: MultilingualText,
    link: str = "",
    round: Round | None = None,
    file: StoredFile | None = None,
    digest: str = "",
) -> Document:
    """Enter a text of earlier years; DomainError `register.ahead`, `register.document_known` by its file's digest."""
    document = new_document(
        title=title,
        kind=kind,
        dated_on=dated_on,
        precision=precision,
        language=language,
        by=by,
        link=link,
        round=round,
        file=file,
        digest=digest,
    )
    record(document, actor=actor)
    return document


def new_document(**fields: Any) -> Document:
    """Write an earlier text inside an action, here or where texts come in; refuses as `add_document`."""
    refuse_unless(fields["dated_on"] <= now().date(), "register.ahead")
    hold_register()
    digest = fields.get("digest", "")
    known = Document.objects.filter(digest=digest).first() if digest else None
    refuse_unless(known is None, "register.document_known", title=known)
    return create(Document, **fields)


@action("register.amend_document", on="document")
def amend_document(*, actor: Actor, document: Document, seen: int | None = None, **fields: Any) -> Document:
    """Change what is said of an earlier text; Stale where somebody was faster, DomainError `register.ahead`."""
    refuse_unless(fields.get("dated_on", document.dated_on) <= now().date(), "register.ahead")
    change(document, seen=seen, **fields)
    record(document, actor=actor, fields=sorted(fields))
    return document
