"""A thread as its page shows it: a stretch of posts, what is new, and each post cut into pieces."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from supportroom.kernel.actors import Actor
from supportroom.kernel.ids import spell
from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.people.vocabulary import TEAM
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND
from supportroom.workroom.mentions import Piece, pieces
from supportroom.workroom.models import Post, Thread
from supportroom.workroom.queries import posts_of

STRETCH = 40
ABOVE = 4
Lines = list[list[Piece]]


@dataclass(frozen=True)
class Shown:
    """A post as the reader sees it: by whom and when by their clock, its paragraphs of lines of pieces."""

    post: Post
    key: str
    name: str
    from_team: bool
    hour: str
    day: str
    paragraphs: list[Lines]
    quoted_name: str
    is_mine: bool
    may_amend: bool
    may_remove: bool


@dataclass(frozen=True)
class Stretch:
    """Posts that stand together on a page: from which place, up to which, and how far the thread goes on.

    `gap`: something that the reader has not seen yet stands before them, elsewhere.
    """

    posts: list[Shown]
    first: int
    upto: int
    last: int
    seen: int
    gap: bool = False

    @property
    def earlier(self) -> int:
        """The place from which the stretch before is read; nought where nothing stands before."""
        return max(1, self.first - STRETCH) if self.first > 1 else 0

    @property
    def later(self) -> int:
        """The place from which the next stretch is read; nought at the end of the thread."""
        return self.upto + 1 if self.upto < self.last else 0

    @property
    def unread(self) -> int:
        """How many posts are new to the reader up to the end of this stretch; nought while there is a gap."""
        return 0 if self.gap else max(0, self.upto - self.seen)

    @property
    def read_to(self) -> int:
        """Up to which place somebody has read who writes below this stretch."""
        return self.seen if self.gap else max(self.seen, self.upto)


def stretch_of(thread: Thread, actor: Actor, *, seen: int, names: Mapping[int, str], start: int = 0) -> Stretch:
    """Give the posts from a place on; without one, the newest, beginning above the first that is new."""
    newest = max(1, thread.last - STRETCH + 1)
    first = start or (max(1, min(newest, seen + 1 - ABOVE)) if seen < thread.last else newest)
    rows = posts_of(thread).filter(position__gte=first, position__lt=first + STRETCH)
    upto = min(thread.last, first + STRETCH - 1)
    return Stretch(_shown(rows, thread, actor, names), first, upto, thread.last, seen, gap=first > seen + 1)


def stretch_after(
    thread: Thread, actor: Actor, *, after: int, seen: int, names: Mapping[int, str], gap: bool = False
) -> Stretch:
    """Give what was written after a place that the reader has before them; a gap above that place stays one."""
    after = min(after, thread.last)
    rows = posts_of(thread).filter(position__gt=after)[:STRETCH]
    upto = min(thread.last, after + STRETCH)
    return Stretch(_shown(rows, thread, actor, names), after + 1, upto, thread.last, seen, gap=gap)


def called(person: Person | None) -> str:
    """Give how somebody is named within the group."""
    return name_for(person, SAME_ROUND)


def names_of(people: Iterable[Person]) -> dict[int, str]:
    """Give the names by which people are spoken to within the group, by their ids."""
    return {person.pk: called(person) for person in people}


def _shown(rows: QuerySet[Post], thread: Thread, actor: Actor, names: Mapping[int, str]) -> list[Shown]:
    works = may(actor, "workroom.write_post", thread)
    moderates = actor.holds(TEAM)
    return [_one(post, actor, names, works=works, moderates=moderates) for post in rows]


def _one(post: Post, actor: Actor, names: Mapping[int, str], *, works: bool, moderates: bool) -> Shown:
    is_mine = actor.person_id is not None and post.written_by_id == actor.person_id
    local = timezone.localtime(post.written_at)
    return Shown(
        post=post,
        key=spell(post.pk),
        name=called(post.written_by),
        from_team=post.written_by is not None and TEAM in post.written_by.roles,
        hour=f"{local:%H:%M}",
        day=f"{local:%Y-%m-%d}",
        paragraphs=paragraphs_of(post.text, names),
        quoted_name=called(post.quotes.written_by) if post.quotes else "",
        is_mine=is_mine,
        may_amend=is_mine and works and not post.removed,
        may_remove=(is_mine or moderates) and not post.removed,
    )


def paragraphs_of(text: str, names: Mapping[int, str]) -> list[Lines]:
    """Cut a text into paragraphs of lines of pieces."""
    return [[pieces(line, names) for line in part.split("\n")] for part in text.split("\n\n") if part.strip()]
