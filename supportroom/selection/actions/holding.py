"""One at a time: whoever changes a round's list holds the round, so that two who edit it follow one another."""

from supportroom.journal.writing import create, create_many, refuse_unless
from supportroom.room.queries import charter
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import PREPARING
from supportroom.selection.models import DraftList, Quota
from supportroom.selection.vocabulary import DRAFT


def held_round(round: Round) -> Round:
    """Hold a round until the action ends; DomainError `selection.round_over` once it has begun."""
    found = Round.objects.select_for_update(no_key=True).get(pk=round.pk)
    refuse_unless(found.state in PREPARING, "selection.round_over")
    return found


def held_list(round: Round, *, is_draft: bool = True) -> DraftList:
    """Hold a round until the action ends and give its list as it stands now; made, with the charter's quotas, at first.

    DomainError `selection.round_over` once the round has begun, `selection.not_draft` where it must be a draft.
    """
    found = held_round(round)
    draft_list = DraftList.objects.filter(round=found).first()
    if draft_list is None:
        draft_list = create(DraftList, round=found)
        rows = [{"round": found, "position": at, **quota} for at, quota in enumerate(charter().quotas, start=1)]
        create_many(Quota, rows)
    refuse_unless(not is_draft or draft_list.state == DRAFT, "selection.not_draft")
    draft_list.round = found
    return draft_list
