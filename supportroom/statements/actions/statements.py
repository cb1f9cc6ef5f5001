"""A statement's life: begun, named, read back, adopted; and who writes it."""

from supportroom.journal.door import action, record, record_unnamed
from supportroom.journal.models import reference
from supportroom.journal.writing import advance, change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.points.models import CheckItem
from supportroom.points.queries import agreement_on
from supportroom.rounds.models import Group, Participant, Round
from supportroom.statements.lifecycle import STATEMENT
from supportroom.statements.models import Report, Statement, Volunteer
from supportroom.statements.vocabulary import DRAFTING
from supportroom.texts.vocabulary import ITEM
from supportroom.texts.writing import count_up, new_text, today


def held(statement: Statement) -> Statement:
    """Read a statement anew and hold it until the transaction ends: what is done to one statement is done in a row."""
    rows = Statement.objects.select_for_update(no_key=True, of=("self",)).select_related("round", "text")
    return rows.get(pk=statement.pk)


def open_for_writing(statement: Statement) -> Statement:
    """Hold a statement; DomainError `statements.not_in_drafting` where it is not being written."""
    found = held(statement)
    refuse_unless(found.state == DRAFTING, "statements.not_in_drafting")
    return found


def note(thing: Statement | Report, actor: Actor, **facts: object) -> None:
    """Journal that words changed: of a person neither whose hand it was nor the hour (S15)."""
    if actor.is_known:
        record_unnamed(thing, at=today(), **facts)
    else:
        record(thing, actor=actor, **facts)


@action("statements.start_statement", on="round")
def start_statement(
    *,
    actor: Actor,
    round: Round,
    title: MultilingualText,
    addressee: MultilingualText,
    group: Group | None = None,
) -> Statement:
    """Begin a statement for one addressee; whoever takes part and begins it is its first volunteer.

    DomainError `statements.round_not_running`, `statements.other_group`.
    """
    round.refresh_from_db(fields=["state"])
    refuse_unless(round.can_meet, "statements.round_not_running")
    refuse_unless(group is None or group.round_id == round.pk, "statements.other_group")
    own = Participant.objects.of(actor).filter(round=round).first()
    refuse_unless(own is None or not own.group_id or own.group == group, "statements.other_group")
    statement = create(
        Statement,
        round=round,
        group=group,
        title=title,
        addressee=addressee,
        text=new_text(),
        position=Statement.objects.filter(round=round).count() + 1,
    )
    if own:
        create(Volunteer, statement=statement, person_id=actor.person_id)
    record(statement, actor=actor, round=round.pk)
    return statement


@action("statements.volunteer", on="statement")
def volunteer(*, actor: Actor, statement: Statement) -> Statement:
    """Offer oneself as a writer of a statement; harmless when repeated."""
    found = held(statement)
    if not Volunteer.objects.filter(statement=found, person_id=actor.person_id or 0).exists():
        create(Volunteer, statement=found, person_id=actor.person_id or 0)
    record(found, actor=actor)
    return found


@action("statements.step_down", on="statement")
def step_down(*, actor: Actor, statement: Statement) -> Statement:
    """Stop being a writer of a statement."""
    erase_all(Volunteer.objects.filter(statement=statement, person_id=actor.person_id or 0))
    record(statement, actor=actor)
    return statement


@action("statements.name_statement", on="statement")
def name_statement(
    *, actor: Actor, statement: Statement, seen: int, title: MultilingualText, addressee: MultilingualText
) -> Statement:
    """Give title and addressee new words; Stale where somebody was faster, DomainError `statements.not_in_drafting`."""
    found = open_for_writing(statement)
    change(found, seen=seen, title=title, addressee=addressee)
    count_up(found.text)
    note(found, actor)
    return found


@action("statements.read_back_statement", on="statement")
def read_back_statement(*, actor: Actor, statement: Statement) -> Statement:
    """Freeze the text so that the group can be asked about it; DomainError `statements.empty`, `kernel.not_now`."""
    found = held(statement)
    refuse_unless(found.text.paragraphs.filter(removed=False, kind=ITEM).exists(), "statements.empty")
    advance(found, STATEMENT, "read_back")
    record(found, actor=actor, text_version=found.text.version)
    return found


@action("statements.take_back_statement", on="statement")
def take_back_statement(*, actor: Actor, statement: Statement) -> Statement:
    """Go on writing a statement that was read back; `kernel.not_now` once it is adopted."""
    found = held(statement)
    advance(found, STATEMENT, "take_back")
    record(found, actor=actor)
    return found


@action("statements.adopt_statement", on="statement")
def adopt_statement(*, actor: Actor, statement: Statement) -> Statement:
    """Record that the group agreed to the text as it was read back.

    DomainError `statements.no_check` without a confirmed check of this very version in a session of the group,
    `kernel.not_now`.
    """
    found = held(statement)
    STATEMENT.step(found.state, "adopt")
    item = agreement_on(reference(found), found.text.version)
    refuse_unless(item and _was_asked_in(item, found), "statements.no_check")
    advance(found, STATEMENT, "adopt")
    record(found, actor=actor, text_version=found.text.version)
    return found


def _was_asked_in(item: CheckItem, statement: Statement) -> bool:
    session = item.check_asked.session
    return session.round_id == statement.round_id and session.group_id in (None, statement.group_id)
