"""Links by which the press reads a paper before its embargo is over."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.papers.models import Paper
from supportroom.people.tokens import digest_of
from supportroom.site.models import PressLink
from supportroom.site.press_room import may_be_handed


@action("site.make_press_link", on="paper")
def make_press_link(*, actor: Actor, paper: Paper, handed_to: str, token: str) -> PressLink:
    """Let somebody at a newspaper read a paper by a link; only its digest is kept. DomainError `site.not_for_press`."""
    refuse_unless(may_be_handed(paper), "site.not_for_press")
    link = create(PressLink, paper=paper, digest=digest_of(token), handed_to=handed_to, made_on=now().date())
    record(paper, actor=actor, link=link.pk)
    return link


@action("site.withdraw_press_link", on="link")
def withdraw_press_link(*, actor: Actor, link: PressLink) -> None:
    """Let a link open nothing any more: nothing of it is kept."""
    record(link.paper, actor=actor, link=link.pk)
    erase(link)
