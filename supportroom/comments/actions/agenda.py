"""Comments on the agenda of a meeting, so that they are discussed before they are answered."""

from collections.abc import Sequence

from django.db.models import Max

from supportroom.comments.models import AgendaItem, Comment
from supportroom.comments.vocabulary import WITHDRAWN
from supportroom.journal.door import action, record
from supportroom.journal.writing import create_many, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.workroom.models import Meeting


@action("comments.put_on_meeting", on="meeting")
def put_on_meeting(*, actor: Actor, meeting: Meeting, comments: Sequence[Comment]) -> Meeting:
    """Put comments on a meeting's agenda, after those that stand there; each once.

    DomainError `comments.none_chosen`, `comments.other_group`, `kernel.not_now` once the meeting is over.
    """
    refuse_unless(comments, "comments.none_chosen")
    held = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    refuse_unless(held.state in ("proposed", "set"), "kernel.not_now")
    refuse_unless(all(each.window.paper.group_id == held.group_id for each in comments), "comments.other_group")
    there = set(held.agenda_items.values_list("comment_id", flat=True))
    last = held.agenda_items.aggregate(last=Max("position"))["last"] or 0
    new = {each.pk: each for each in comments if each.pk not in there and each.state != WITHDRAWN}
    rows = [{"meeting": held, "comment": each, "position": last + at} for at, each in enumerate(new.values(), start=1)]
    create_many(AgendaItem, rows)
    record(held, actor=actor, comments=list(new))
    return held


@action("comments.take_off_meeting", on="meeting")
def take_off_meeting(*, actor: Actor, meeting: Meeting, comment: Comment) -> Meeting:
    """Take a comment off a meeting's agenda; DomainError `kernel.not_now` where it is not on it."""
    item = meeting.agenda_items.filter(comment=comment.pk).first()
    refuse_unless(item, "kernel.not_now")
    assert item is not None
    erase(item)
    record(meeting, actor=actor, comment=comment.pk)
    return meeting
