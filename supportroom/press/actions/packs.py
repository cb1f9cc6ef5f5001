"""The press pack of a paper: its summary and who approves it, the letter, the embargo."""

from datetime import datetime, timedelta

from supportroom.groups.models import Seat
from supportroom.groups.vocabulary import HELD
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import PUBLISHED
from supportroom.press.approving import digest_of
from supportroom.press.models import Approval, PressPack
from supportroom.press.vocabulary import MOST_EMBARGO_DAYS, PREPARED_IN


def held_pack(paper: Paper) -> PressPack:
    """Hold a paper and give its pack, begun if there is none; DomainError `press.not_adopted`."""
    held = Paper.objects.select_for_update(no_key=True, of=("self",)).get(pk=paper.pk)
    refuse_unless(held.state in PREPARED_IN, "press.not_adopted")
    return PressPack.objects.filter(paper=held).first() or create(PressPack, paper=held)


@action("press.write_summary", on="paper")
def write_summary(*, actor: Actor, paper: Paper, summary: MultilingualText, seen: int | None = None) -> PressPack:
    """Write the summary, in whatever languages; every change of its words takes all approvals back.

    Stale where somebody was faster; DomainError `press.not_adopted`.
    """
    pack = held_pack(paper)
    before = digest_of(pack.summary)
    change(pack, seen=seen or pack.version, summary=summary)
    if digest_of(summary) != before:
        erase_all(pack.approvals.all())
    record(paper, actor=actor, languages=sorted(summary.texts))
    return pack


@action("press.approve_summary", on="paper")
def approve_summary(*, actor: Actor, paper: Paper, digest: str) -> Approval:
    """Approve the very wording that was read, by its digest; once is enough.

    DomainError `press.not_adopted`, `press.nothing_to_approve`, `press.other_summary`.
    """
    pack = held_pack(paper)
    refuse_unless(pack.summary, "press.nothing_to_approve")
    refuse_unless(digest == digest_of(pack.summary), "press.other_summary")
    seat = Seat.objects.get(group=paper.group_id, person=actor.person_id, state=HELD)
    known = pack.approvals.filter(seat=seat, digest=digest).first()
    if known is None:
        erase_all(pack.approvals.filter(seat=seat))
        known = create(Approval, pack=pack, seat=seat, digest=digest)
    record(paper, actor=actor)
    return known


@action("press.write_letter", on="paper")
def write_letter(*, actor: Actor, paper: Paper, letter: MultilingualText, seen: int | None = None) -> PressPack:
    """Write the letter that asks for an article; Stale where somebody was faster; DomainError `press.not_adopted`."""
    pack = held_pack(paper)
    change(pack, seen=seen or pack.version, letter=letter)
    record(paper, actor=actor, languages=sorted(letter.texts))
    return pack


@action("press.set_embargo", on="paper")
def set_embargo(
    *, actor: Actor, paper: Paper, embargo_until: datetime | None, time_zone: str, seen: int | None = None
) -> PressPack:
    """Say until when nothing of it may be published, or that there is no embargo.

    It lasts ninety days at most: an embargo puts publication off, it does not stop it. Stale where somebody was faster;
    DomainError `press.not_adopted`, `press.already_published`, `press.embargo_too_long`.
    """
    pack = held_pack(paper)
    is_bounded = embargo_until is None or embargo_until <= now() + timedelta(days=MOST_EMBARGO_DAYS)
    refuse_unless(is_bounded, "press.embargo_too_long", days=MOST_EMBARGO_DAYS)
    refuse_unless(not Paper.objects.filter(pk=paper.pk, state=PUBLISHED).exists(), "press.already_published")
    change(pack, seen=seen or pack.version, embargo_until=embargo_until, time_zone=time_zone)
    record(paper, actor=actor, until=embargo_until.isoformat() if embargo_until else "")
    return pack
