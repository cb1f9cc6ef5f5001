"""All that is done to rounds, their groups, pillars, sessions and participants: one file a noun."""

from supportroom.rounds.actions.attendance import check_in, undo_check_in
from supportroom.rounds.actions.participants import (
    add_participant,
    amend_participant,
    delist,
    enlist,
    import_participants,
    remove_participant,
)
from supportroom.rounds.actions.rounds import (
    add_group,
    add_pillar,
    amend_group,
    amend_round,
    attach_pillar,
    begin_reporting,
    create_round,
    publish_round_step,
    remove_group,
    resume_round,
    start_round,
)
from supportroom.rounds.actions.sessions import add_session, amend_session, close_session, open_session, remove_session

__all__ = [
    "add_group",
    "add_participant",
    "add_pillar",
    "add_session",
    "amend_group",
    "amend_participant",
    "amend_round",
    "amend_session",
    "attach_pillar",
    "begin_reporting",
    "check_in",
    "close_session",
    "create_round",
    "delist",
    "enlist",
    "import_participants",
    "open_session",
    "publish_round_step",
    "remove_group",
    "remove_participant",
    "remove_session",
    "resume_round",
    "start_round",
    "undo_check_in",
]
