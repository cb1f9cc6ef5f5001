"""The comments on a meeting's agenda, as its page shows them: number and first words, without whose they are."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from supportroom.comments.models import Comment
from supportroom.comments.queries import agenda_of
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import may
from supportroom.workroom.agenda import Line
from supportroom.workroom.models import Meeting

FIRST_WORDS = 100


def comments_on(meeting: Meeting, actor: Actor) -> list[Line]:
    """Give a line for each comment on a meeting's agenda that the actor may read."""
    items = agenda_of(meeting)
    if not items or not may(actor, "comments.read_comments", items[0].comment.window.paper):
        return []
    return [Line(_in_words(item.comment), reverse("comments:comment_detail", args=[item.comment_id])) for item in items]


def _in_words(comment: Comment) -> str:
    words = " ".join(comment.text.said_in(get_language() or "").text.split())
    cut = words if len(words) <= FIRST_WORDS else words[:FIRST_WORDS].rpartition(" ")[0] + " …"
    if comment.paragraph_shown:
        known = {"number": comment.number, "paragraph": comment.paragraph_shown, "words": cut}
        return _("Comment %(number)s, paragraph %(paragraph)s: %(words)s") % known
    return _("Comment %(number)s: %(words)s") % {"number": comment.number, "words": cut}
