"""A round's quotas and the reasons why its list stays below them."""

from collections.abc import Sequence

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.room.quotas import Share, refuse_wrong
from supportroom.rounds.models import Round
from supportroom.selection.actions.holding import held_list
from supportroom.selection.models import DraftList, Quota

Quotas = Sequence[Share | tuple[str, str, int]]


@action("selection.set_quotas", on="round")
def set_quotas(*, actor: Actor, round: Round, quotas: Quotas, seen: int | None = None) -> DraftList:
    """Let exactly these quotas stand, in this order; a reason that was written stays with its quota.

    Stale where somebody changed them since the list had the version `seen`. DomainError `room.quota_percent`,
    `room.quota_value`, `room.quota_twice`, `room.quotas_too_many`, `selection.not_draft`, `selection.round_over`.
    """
    wanted = [each if isinstance(each, Share) else Share(*each) for each in quotas]
    refuse_wrong(wanted)
    held = held_list(round)
    change(held, seen=seen)
    standing = {(quota.kind, quota.value): quota for quota in Quota.objects.filter(round=round)}
    for key in standing.keys() - {(share.kind, share.value) for share in wanted}:
        erase(standing[key])
    for position, share in enumerate(wanted, start=1):
        quota = standing.get((share.kind, share.value))
        if quota is None:
            fields = share.as_json()
            create(Quota, round=round, position=position, **fields)
        else:
            change(quota, percent=share.percent, position=position)
    record(held, actor=actor, round=round.pk, quotas=[share.as_json() for share in wanted])
    return held


@action("selection.give_reason", on="quota")
def give_reason(*, actor: Actor, quota: Quota, reason: MultilingualText, seen: int | None = None) -> Quota:
    """Write why the list stays below a quota; it is published with the round if the list is confirmed below it.

    Stale where somebody was faster; DomainError `selection.reason_needed`, `selection.not_draft`,
    `selection.round_over`.
    """
    refuse_unless(reason, "selection.reason_needed")
    held_list(quota.round)
    change(quota, seen=seen, reason=reason)
    record(quota, actor=actor, round=quota.round_id)
    return quota
