"""The joint paper: put before the members as it stands, adopted or turned down by what they said."""

from datetime import timedelta

from django.utils.translation import gettext as _

from supportroom.adoption.actions.held import held_paper
from supportroom.adoption.lifecycle import ADOPTION
from supportroom.adoption.models import Adoption
from supportroom.adoption.readiness import what_is_missing
from supportroom.adoption.sentences import adoption_question
from supportroom.checks.actions import open_members_check
from supportroom.checks.vocabulary import ADOPT_PAPER
from supportroom.comments.queries import open_comments
from supportroom.groups.queries import refuse_if_short
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, create, refuse_unless
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.papers.lifecycle import PAPER
from supportroom.papers.models import Paper
from supportroom.papers.versions import draft_view, keep_version_now
from supportroom.papers.vocabulary import FOR_ADOPTION
from supportroom.room.queries import charter


@action("adoption.make_joint", on="paper")
def make_joint(*, actor: Actor, paper: Paper) -> Adoption:
    """Freeze a paper whose comments are all answered, and ask the members whether they adopt the original's words.

    Opposing opinions are taken until the charter's days beyond the check's close. DomainError `kernel.not_now`,
    `adoption.comments_open`, `adoption.not_ready` with the list, `groups.must_be_filled`.
    """
    held = held_paper(paper)
    PAPER.step(held.state, "make_joint")
    refuse_if_short(held.group)
    waiting = open_comments(held)
    refuse_unless(not waiting, "adoption.comments_open", count=waiting)
    view = draft_view(held)
    missing = what_is_missing(view)
    refuse_unless(not missing, "adoption.not_ready", missing=_("; ").join(str(each) for each in missing))
    version = keep_version_now(held, occasion=FOR_ADOPTION)
    advance(held, PAPER, "make_joint")
    closes_at = now() + timedelta(days=charter().members_check_days)
    asked = open_members_check(
        actor=SYSTEM,
        purpose=ADOPT_PAPER,
        subject=held,
        subject_version=version.number,
        question=adoption_question(view),
        closes_at=closes_at,
    )
    until = closes_at + timedelta(days=charter().opinion_days)
    adoption = create(Adoption, paper=held, shown=version, asked=asked, opinions_until=until)
    record(adoption, actor=actor, paper=held.pk)
    return adoption


@action("adoption.settle_adoption", on="adoption")
def settle_adoption(*, actor: Actor, adoption: Adoption) -> Adoption:
    """Take the step that the counted check says: adopted, or back to the group; DomainError `kernel.not_now`."""
    verb = "adopt" if adoption.asked.is_agreed else "turn_down"
    advance(adoption, ADOPTION, verb)
    advance(held_paper(adoption.paper), PAPER, verb)
    record(adoption, actor=actor, paper=adoption.paper_id)
    return adoption
