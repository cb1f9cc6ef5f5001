"""Who writes a group's paper, who translates it, who reads the draft.

The held seats of a group at work write; whoever translates may write translations, never the words of the original.
What members, the office and others read are frozen versions: `queries.papers_visible_to`.
"""

from supportroom.groups.models import WorkingGroup
from supportroom.groups.rules import holds_seat, works_in
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import WRITABLE
from supportroom.people.vocabulary import INTERPRETER, TEAM


@permission("papers.begin_paper")
def may_begin(actor: Actor, thing: WorkingGroup) -> bool:
    """The held seats of a group at work."""
    return works_in(actor, thing)


@permission("papers.write_paragraph")
@permission("papers.split_paragraph")
@permission("papers.shape_paragraph")
@permission("papers.move_paragraph")
@permission("papers.remove_paragraph")
@permission("papers.restore_paragraph")
@permission("papers.keep_version")
def is_of_the_group(actor: Actor, thing: Paper) -> bool:
    """The held seats of the paper's group, while it is at work; whether the paper is open is asked later."""
    return works_in(actor, thing.group)


@permission("papers.write_paper")
def may_write(actor: Actor, thing: Paper) -> bool:
    """The held seats, while the paper is being drafted or its comments are being answered."""
    return thing.state in WRITABLE and is_of_the_group(actor, thing)


@permission("papers.name_paper")
@permission("papers.import_text")
@permission("papers.reword_paragraph")
@permission("papers.take_up_paragraph")
@permission("papers.let_go_paragraph")
def may_reword(actor: Actor, thing: Paper) -> bool:
    """The held seats; translations also interpreters and the team."""
    return actor.holds(TEAM, INTERPRETER) or is_of_the_group(actor, thing)


@permission("papers.read_draft")
def may_read_draft(actor: Actor, thing: Paper) -> bool:
    """The held seats, the team, interpreters."""
    return actor.holds(TEAM, INTERPRETER, "system") or holds_seat(actor, thing.group)


@permission("papers.read_editors")
def may_read_editors(actor: Actor, thing: Paper) -> bool:
    """Who works on which paragraph is known by name inside the group alone."""
    return holds_seat(actor, thing.group)


@permission("papers.end_editings")
def is_the_system(actor: Actor, thing: Paper) -> bool:
    """The periodic work alone: it forgets who worked on what a while ago."""
    return actor.holds("system")
